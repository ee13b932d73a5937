/** Words of the chapter on history, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manageHistory/en.ts'
import { type HistoryWords, zh } from './manageHistory/zh.ts'

export const historyWords: Spoken<HistoryWords> = { zh, en }
