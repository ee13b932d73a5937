/** Words of the window desk, by language. */
import type { Spoken } from '../language.ts'
import { en } from './desk/en.ts'
import { type DeskWords, zh } from './desk/zh.ts'

export const deskWords: Spoken<DeskWords> = { zh, en }
