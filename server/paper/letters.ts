/** The outlines of letters, from the same typefaces as the screens: only the slices that hold what is written. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create, type Font } from 'fontkit'
import type { Language } from '#contracts/languages.ts'

const resolve = createRequire(import.meta.url).resolve
const PACKAGES: Record<Language, string> = {
  zh: 'noto-sans-sc',
  en: 'noto-sans-sc',
  ja: 'noto-sans-jp',
  ko: 'noto-sans-kr',
}

export interface Letter {
  /** Of the size in which it is set. */
  width: number
  /** An SVG path, y up, in units of `1 / unitsPerEm`. */
  path: string
  unitsPerEm: number
  /** The wide typefaces begin at their thinnest: so many units of stroke bring them to an ordinary weight. */
  stroke: number
}

const WIDE_STROKE = 34
const LATIN = 'latin'

/** `U+4e00-4e0f,U+4e20` holds the sign. */
const holds = (ranges: string, sign: number): boolean =>
  ranges.split(',').some((range) => {
    const [from = '', until = from] = range.replace('U+', '').split('-')
    return sign >= Number.parseInt(from, 16) && sign <= Number.parseInt(until, 16)
  })

const folderOf = (name: string): string => dirname(resolve(`@fontsource-variable/${name}/package.json`))

const fontIn = async (name: string, slice: string): Promise<Font> =>
  create(await readFile(join(folderOf(name), 'files', `${name}-${slice.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`)))

/** Letters for all signs of a text; a sign that no typeface has is left out. */
export const lettersFor = async (language: Language, text: string): Promise<ReadonlyMap<string, Letter>> => {
  const wide = PACKAGES[language]
  const slices = Object.entries<string>(JSON.parse(await readFile(join(folderOf(wide), 'unicode.json'), 'utf8')))
  const found = new Map<string, Letter>()
  const latin = await fontIn('noto-sans', LATIN)
  const opened = new Map<string, Font>([[LATIN, latin]])
  for (const sign of new Set(text)) {
    const code = sign.codePointAt(0) ?? 0
    const slice = latin.hasGlyphForCodePoint(code) ? LATIN : slices.find(([, ranges]) => holds(ranges, code))?.[0]
    if (slice === undefined) continue
    const font = opened.get(slice) ?? (await fontIn(wide, slice))
    opened.set(slice, font)
    const { unitsPerEm } = font
    const { advanceWidth, path } = font.glyphForCodePoint(code)
    const stroke = slice === LATIN ? 0 : WIDE_STROKE
    found.set(sign, { width: advanceWidth / unitsPerEm, path: path.toSVG(), unitsPerEm, stroke })
  }
  return found
}
