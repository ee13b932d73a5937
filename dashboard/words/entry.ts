/** Words of the doors of the screens, by language. */
import type { Spoken } from '../language.ts'
import { en } from './entry/en.ts'
import { type EntryWords, zh } from './entry/zh.ts'

export const entryWords: Spoken<EntryWords> = { zh, en }
