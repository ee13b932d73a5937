/** What the hall says no to, by language, for those who work in it. */
import type { Spoken } from '../language.ts'
import { en } from './refusals/en.ts'
import { type RefusalWords, zh } from './refusals/zh.ts'

export const refusalWords: Spoken<RefusalWords> = { zh, en }
