/** Words that all screens share, by language. */
import type { Spoken } from '../language.ts'
import { en } from './parts/en.ts'
import { ja } from './parts/ja.ts'
import { ko } from './parts/ko.ts'
import { type PartWords, zh } from './parts/zh.ts'

export const partWords: Spoken<PartWords> = { zh, en, ja, ko }
