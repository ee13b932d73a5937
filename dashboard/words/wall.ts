/** Words of the wall, by language. */
import type { Spoken } from '../language.ts'
import { en } from './wall/en.ts'
import { type WallWords, zh } from './wall/zh.ts'

export const wallWords: Spoken<WallWords> = { zh, en }
