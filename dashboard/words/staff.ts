/** Words of the floor staff's tablet, by language. */
import type { Spoken } from '../language.ts'
import { en } from './staff/en.ts'
import { type StaffWords, zh } from './staff/zh.ts'

export const staffWords: Spoken<StaffWords> = { zh, en }
