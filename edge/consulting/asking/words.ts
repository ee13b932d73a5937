/** What the words of questions are sorted by, the same in each language. */
import type { Weekday } from '#contracts/siteHours.ts'

/** What is asked about a subject, or without one. */
export const topics = ['documents', 'where', 'wait', 'hours', 'appointment', 'greeting'] as const
export type Topic = (typeof topics)[number]

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const satisfies Weekday[]
export const dayWords = ['tomorrow', 'dayAfterTomorrow', ...weekdays] as const
export type DayWord = (typeof dayWords)[number]

/** Each text is a regular expression; of several that fit at one place the first is taken, so longer ones come first. */
export interface AskingWords {
  /** Somebody asks for a person, or says a person's name. */
  person: readonly string[]
  /** What no catalogue of a hall answers: prices, progress of a case, holidays. */
  beyond: readonly string[]
  topics: Readonly<Record<Topic, readonly string[]>>
  days: Readonly<Record<DayWord, readonly string[]>>
  /** With the label of a window as its group `label`. */
  desk: readonly string[]
  /** Numbers as they are spoken, from one on. */
  numerals: readonly string[]
  /** Says nothing about what is asked. */
  fillers: readonly string[]
  /** Whether words are parted by spaces, so that none is found inside another. */
  spaced: boolean
}
