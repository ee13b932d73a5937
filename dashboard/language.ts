/** Which language a screen speaks, and how names and words are found in it. */

import { createContext } from 'svelte'
import type { Language, Names } from '#contracts/languages.ts'
import { loadFonts } from './fonts.ts'

export const languages: readonly Language[] = ['zh', 'en', 'ja', 'ko']

/** Words of one screen by language; a language that is not written falls back to English. */
export type Spoken<W> = { zh: W; en: W; ja?: W; ko?: W }

export const wordsIn = <W>(spoken: Spoken<W>, language: Language): W => spoken[language] ?? spoken.en

export const nameIn = (names: Names, language: Language): string => names[language] ?? names.en

/** `?lang=` of the address, or Chinese. */
export const languageFrom = (search: URLSearchParams): Language => {
  const wanted = search.get('lang')
  return languages.find((language) => language === wanted) ?? 'zh'
}

/** Makes the page speak this language: fonts, and the `lang` by which tokens.css and screen readers choose. */
export const speak = (language: Language): void => {
  document.documentElement.lang = language
  void loadFonts(language)
}

/** The language of the parts below, as a function so that a page may change it. */
export const [spokenLanguage, provideLanguage] = createContext<() => Language>()
