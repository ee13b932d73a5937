/** Words of the tables of the managers' screen, by language. */
import type { Spoken } from '../language.ts'
import { en } from './manageTable/en.ts'
import { type TableWords, zh } from './manageTable/zh.ts'

export const tableWords: Spoken<TableWords> = { zh, en }
