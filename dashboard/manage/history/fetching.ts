/** Fetches what draws charts, in a browser as it may be found. */

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/** A browser that runs without a locale calls its language `en-US@posix`, by which uPlot cannot be loaded. */
export const fetchDrawing = async (): Promise<typeof import('./drawing.ts')> => {
  if (!isLanguage(navigator.language))
    Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true })
  return import('./drawing.ts')
}
