/** The rules of a queue in plain sentences, by language. */
import type { Spoken } from '../language.ts'
import { en } from './rules/en.ts'
import { type RuleWords, zh } from './rules/zh.ts'

export const ruleWords: Spoken<RuleWords> = { zh, en }
