/** What a robot answers, by language. */
import type { Language, Names } from '#contracts/languages.ts'
import { en } from './telling/en.ts'
import { ja } from './telling/ja.ts'
import { ko } from './telling/ko.ts'
import { type TellingWords, zh } from './telling/zh.ts'

export const tellingWords: Readonly<Record<Language, TellingWords>> = { zh, en, ja, ko }

export const nameIn = (names: Names, language: Language): string => names[language] ?? names.en
