/** Words of the public notice about cameras, by language. */
import type { Spoken } from '../language.ts'
import { en } from './privacy/en.ts'
import { ja } from './privacy/ja.ts'
import { ko } from './privacy/ko.ts'
import { type PrivacyWords, zh } from './privacy/zh.ts'

export const privacyWords: Spoken<PrivacyWords> = { zh, en, ja, ko }
