/** Words of the chapters on who may do what, by language. */
import type { Spoken } from '../language.ts'
import { en } from './access/en.ts'
import { type AccessWords, zh } from './access/zh.ts'

export const accessWords: Spoken<AccessWords> = { zh, en }
