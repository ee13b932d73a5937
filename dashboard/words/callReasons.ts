/** Why a visitor is called and no other, the same on every screen for those who work in the hall, by language. */
import type { Spoken } from '../language.ts'
import { en } from './callReasons/en.ts'
import { type CallReasonWords, zh } from './callReasons/zh.ts'

export const callReasonWords: Spoken<CallReasonWords> = { zh, en }
