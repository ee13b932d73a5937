/** Words of the managers' screen, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manage/en.ts'
import { type ManageWords, zh } from './manage/zh.ts'

export const manageWords: Spoken<ManageWords> = { zh, en }
