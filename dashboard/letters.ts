/** Fetches letters ahead: what a screen says when its hall is out of reach must be readable then. */
import type { Language } from '#contracts/languages.ts'
import { loadFonts } from './fonts.ts'

/** All letters in words of a screen; a function's source holds the letters of its sentence. */
export const lettersOf = (words: unknown): string =>
  typeof words === 'object' && words !== null ? Object.values(words).map(lettersOf).join('') : String(words)

/** Resolves when the slices of the typeface that hold these words are there, or cannot be had. */
export const fetchLetters = async (language: Language, ...words: readonly unknown[]): Promise<void> => {
  await loadFonts(language)
  const probe = document.createElement('span')
  probe.lang = language
  document.body.append(probe)
  const { fontFamily } = getComputedStyle(probe)
  probe.remove()
  await document.fonts.load(`1rem ${fontFamily}`, lettersOf(words)).catch(() => undefined)
}
