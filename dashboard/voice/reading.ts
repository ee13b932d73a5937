/** One reading of a call in one language, as the names of the clips that are joined to it. */
import type { Language } from '#contracts/languages.ts'
import { voiceTexts } from './texts.ts'

export interface Reading {
  readonly language: Language
  /** As in `['lead', 'A', '0', '1', '2', 'middle', '3', 'end']`. */
  readonly clips: readonly string[]
}

/** Letter by letter and digit by digit: `3A` is `3`, `A`; whatever has no sound of its own is left out. */
const spelled = (text: string): string[] => [...text.toUpperCase()].filter((sign) => /[A-Z0-9]/.test(sign))

/** A label that cannot be spelled, such as 东, would send people to the wrong window: the screen says it instead. */
export const readingOf = (language: Language, number: string, label: string): Reading => {
  const { phrases } = voiceTexts[language]
  const lead = phrases.lead === undefined ? [] : ['lead']
  if (!/^[A-Za-z0-9 -]*[A-Za-z0-9][A-Za-z0-9 -]*$/.test(label))
    return { language, clips: [...lead, ...spelled(number), 'look'] }
  const end = phrases.end === undefined ? [] : ['end']
  return { language, clips: [...lead, ...spelled(number), 'middle', ...spelled(label), ...end] }
}

/** In Chinese, then in the visitor's language: English unless told, and Chinese again for who chose it. */
export const readingsOf = (
  number: string,
  label: string,
  language: Language | undefined,
): readonly [Reading, Reading] => [readingOf('zh', number, label), readingOf(language ?? 'en', number, label)]
