/** Words of the rating pad, by language. */
import type { Spoken } from '../language.ts'
import { en } from './rate/en.ts'
import { ja } from './rate/ja.ts'
import { ko } from './rate/ko.ts'
import { type RateWords, zh } from './rate/zh.ts'

export const rateWords: Spoken<RateWords> = { zh, en, ja, ko }
