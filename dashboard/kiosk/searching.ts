/** Finding a service by a few letters: its names, and how its Chinese name is spelt, whole or by initials. */
import type { Names } from '#contracts/languages.ts'

export interface Entry {
  readonly serviceId: string
  /** As visitors may write it, in any language. */
  readonly names: readonly string[]
  /** Pinyin of the Chinese name, a syllable a sign, without tones: `['ju', 'zhu', 'zheng']`. */
  readonly syllables: readonly string[]
}

/** Capital letters, wide letters, accents and spaces do not matter. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}|[\s'’·]/gu, '')
    .normalize('NFC')
    .toLowerCase()

const namesIn = ({ zh, en, ja, ko }: Names): string[] => [zh, en, ja, ko].flatMap((name) => name ?? [])

/** `spell` gives the syllables of a Chinese text. */
export const entryOf = (
  { serviceId, names }: { readonly serviceId: string; readonly names: Names },
  spell: (text: string) => readonly string[],
): Entry => ({ serviceId, names: namesIn(names), syllables: spell(names.zh).map(plain).filter(Boolean) })

/** Whether the letters are beginnings of syllables that follow each other from `from` on: `jzz`, `juzhu`, `juzz`. */
const spells = (syllables: readonly string[], letters: string, from: number): boolean => {
  if (letters === '') return true
  const syllable = syllables[from]
  if (syllable === undefined) return false
  for (let length = Math.min(syllable.length, letters.length); length > 0; length -= 1) {
    if (!letters.startsWith(syllable.slice(0, length))) continue
    if (spells(syllables, letters.slice(length), from + 1)) return true
  }
  return false
}

const beginsWord = (name: string, letters: string): boolean =>
  name.split(/[\s·]+/).some((_, i, words) => plain(words.slice(i).join('')).startsWith(letters))

/** 0 is the best; nothing when it does not fit. */
const rankOf = ({ names, syllables }: Entry, letters: string): number | undefined => {
  if (names.some((name) => plain(name).startsWith(letters))) return 0
  if (spells(syllables, letters, 0)) return 1
  if (names.some((name) => beginsWord(name, letters))) return 2
  if (syllables.some((_, from) => spells(syllables, letters, from))) return 3
  return letters.length > 1 && names.some((name) => plain(name).includes(letters)) ? 4 : undefined
}

/** Ids of the services that fit, the best first; none for an empty query. */
export const found = (entries: readonly Entry[], query: string): string[] => {
  const letters = plain(query)
  if (letters === '') return []
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry, letters)
      return rank === undefined ? [] : [{ serviceId: entry.serviceId, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ serviceId }) => serviceId)
}

/** The letters that lead on from what has been typed: the others can be shown as idle. */
export const lettersAhead = (entries: readonly Entry[], query: string): ReadonlySet<string> =>
  new Set([...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => found(entries, query + letter).length > 0))
