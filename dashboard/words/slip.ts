/** Words of printing a slip by those who work in the hall, by language. */
import type { Spoken } from '../language.ts'
import { en } from './slip/en.ts'
import { type SlipWords, zh } from './slip/zh.ts'

export const slipWords: Spoken<SlipWords> = { zh, en }
