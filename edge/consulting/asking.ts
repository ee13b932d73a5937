/** The words questions are made of, by language: what they ask for, and what can be left out of a search. */
import type { Language } from '#contracts/languages.ts'
import { en } from './asking/en.ts'
import { ja } from './asking/ja.ts'
import { ko } from './asking/ko.ts'
import type { AskingWords } from './asking/words.ts'
import { zh } from './asking/zh.ts'

export const askingWords: Readonly<Record<Language, AskingWords>> = { zh, en, ja, ko }
