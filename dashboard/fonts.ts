/** Loads the typefaces of a language; the browser then fetches only the slices whose characters it shows. */
import type { Language } from '#contracts/languages.ts'

const latin = () => import('@fontsource-variable/noto-sans/wght.css')

const faces: Record<Language, () => Promise<unknown>> = {
  zh: () => import('@fontsource-variable/noto-sans-sc/wght.css'),
  en: () => import('@fontsource-variable/noto-sans-sc/wght.css'),
  ja: () => import('@fontsource-variable/noto-sans-jp/wght.css'),
  ko: () => import('@fontsource-variable/noto-sans-kr/wght.css'),
}

/** May be called again at any time; a face that cannot be fetched leaves the machine's own. */
export const loadFonts = (language: Language): Promise<unknown> => Promise.allSettled([latin(), faces[language]()])
