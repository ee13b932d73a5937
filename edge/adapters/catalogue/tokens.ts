/** How text is cut for the search: Chinese, Japanese and Korean by pairs of characters, everything else by words. */

/** One character or word of a text, and the terms of the index that would explain it. */
export interface Unit {
  readonly terms: readonly string[]
}

const RUNS = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+)|([\p{L}\p{N}]+)/gu

/** So far apart at most are two characters of a name that people say one after the other: 社会保障卡 is called 社保卡. */
const LEFT_OUT = 4

const normal = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Words without spaces, and whether they are of characters. */
const runsOf = (text: string): { characters: string[] | undefined; word: string }[] =>
  [...normal(text).matchAll(RUNS)].map(([word, characters]) => ({
    word,
    characters: characters === undefined ? undefined : [...characters],
  }))

const pairsOf = (characters: readonly string[]): string[] =>
  characters.length === 1 ? [...characters] : characters.slice(1).map((character, i) => `${characters[i]}${character}`)

export const termsOf = (text: string): string[] =>
  runsOf(text).flatMap(({ characters, word }) => (characters ? pairsOf(characters) : [word]))

/** Pairs of characters in their order with some left out between them; none of words. */
export const shortenedTermsOf = (text: string): string[] =>
  runsOf(text).flatMap(({ characters = [] }) =>
    characters.flatMap((first, i) => characters.slice(i + 2, i + 1 + LEFT_OUT).map((second) => `${first}${second}`)),
  )

/** Each character is explained by a pair it stands in, each word by itself. */
export const unitsOf = (text: string): Unit[] =>
  runsOf(text).flatMap(({ characters, word }) => {
    if (!characters) return [{ terms: [word] }]
    const pairs = pairsOf(characters)
    return characters.map((_, i) => ({ terms: pairs.slice(Math.max(0, i - 1), i + 1) }))
  })
