/** What a question asks for, and the words that say about what. Questions come in any language, whatever they say they are in. */
import { type AskingWords, type DayWord, dayWords, type Topic, topics } from './asking/words.ts'
import { askingWords } from './asking.ts'

export interface Understood {
  /** A person is asked for or named, or what only a person answers. */
  person: boolean
  topics: ReadonlySet<Topic>
  days: ReadonlySet<DayWord>
  /** The window asked about, by what stands above it. */
  label: string | undefined
  /** What it is about, as it is said between the words of asking. */
  parts: readonly string[]
}

const WORD = '[\\p{L}\\p{N}]'
const SPOKEN = Object.values(askingWords)
/** Names of the catalogue stand for single characters of the private use area, so that no word is found inside them. */
const FIRST_NAME = 0xe000
/** Stands where words of asking were. */
const PART = '\n'
const NAMES = /[\u{e000}-\u{f8ff}]/gu

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(PART, ' ')

const onlyWords = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

const anyOf = (texts: readonly string[], spaced: boolean): string => {
  const any = `(?:${texts.join('|')})`
  return spaced ? `(?<!${WORD})${any}(?!${WORD})` : any
}

/** One expression for the words of all languages. */
const matching = (of: (words: AskingWords) => readonly string[]): RegExp =>
  new RegExp(SPOKEN.flatMap((words) => anyOf(of(words), words.spaced)).join('|'), 'gu')

/** Puts one character for each name that is said in full, and puts the names back. */
const createMask = (called: readonly string[]) => {
  const names = [...new Set(called.map(normal))].sort((a, b) => b.length - a.length)
  const expressions = names.map((name) => {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(anyOf([literal], /^\p{Script=Latin}/u.test(name)), 'gu')
  })
  return {
    put: (text: string): string =>
      expressions.reduce((masked, name, i) => masked.replace(name, String.fromCharCode(FIRST_NAME + i)), text),
    lift: (text: string): string => text.replace(NAMES, (name) => names[name.charCodeAt(0) - FIRST_NAME] ?? ''),
  }
}

const deskLabel = (text: string): { label: string | undefined; rest: string } => {
  for (const { desk, numerals, spaced } of SPOKEN) {
    const match = desk.map((one) => new RegExp(anyOf([one], spaced), 'u').exec(text)).find((one) => one !== null)
    const said = match?.groups?.label
    if (!match || said === undefined) continue
    const spoken = numerals.indexOf(said)
    return { label: spoken < 0 ? said : String(spoken + 1), rest: text.replace(match[0], ' ') }
  }
  return { label: undefined, rest: text }
}

export const createUnderstanding = (names: readonly string[]): ((text: string) => Understood) => {
  const mask = createMask(names)
  const ofTopics = topics.map((topic) => ({ topic, words: matching((words) => words.topics[topic]) }))
  const ofDays = dayWords.map((day) => ({ day, words: matching((words) => words.days[day]) }))
  const ofPersons = matching(({ person, beyond }) => [...person, ...beyond])
  const fillers = matching((words) => words.fillers)
  const ofAsking = [...ofTopics, ...ofDays, { words: fillers }]

  return (text) => {
    const masked = mask.put(normal(text))
    const { label, rest } = deskLabel(masked)
    const said = ({ words }: { words: RegExp }) => rest.search(words) >= 0
    const days = ofDays.filter(said).map(({ day }) => day)
    const asked = ofTopics.filter((one) => said(one) || (one.topic === 'hours' && days.length > 0))
    const serious = asked.length > 1 ? asked.filter(({ topic }) => topic !== 'greeting') : asked
    const left = ofAsking.reduce((text, { words }) => text.replace(words, PART), rest)
    return {
      person: masked.search(ofPersons) >= 0,
      topics: new Set(serious.map(({ topic }) => topic)),
      days: new Set(days),
      label,
      parts: mask.lift(left).split(PART).map(onlyWords).filter(Boolean),
    }
  }
}
