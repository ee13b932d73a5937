/** Words of the chapters on services, windows and hours, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manageHall/en.ts'
import { type HallWords, zh } from './manageHall/zh.ts'

export const hallWords: Spoken<HallWords> = { zh, en }
