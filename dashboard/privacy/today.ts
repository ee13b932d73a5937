/** A day as a notice on paper says it. */
import type { Language } from '#contracts/languages.ts'

/** `2026年11月22日`, `22 November 2026`. */
export const dateOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(at)
