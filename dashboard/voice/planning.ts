/** When each clip of a call begins: told from the hall's times and the lengths of the clips alone. */
import type { Language } from '#contracts/languages.ts'
import type { Reading } from './reading.ts'

/** One clip: of a language, or the chime, which is of none. */
export interface Clip {
  readonly language?: Language
  readonly name: string
}

export interface Cue extends Clip {
  /** Of the hall's time, epoch ms. */
  readonly at: number
}

export interface Plan {
  readonly cues: readonly Cue[]
  /** When its last clip has been heard. */
  readonly until: number
}

export interface Speech {
  readonly readings: readonly Reading[]
  /** The call's own time; no other of its floor has it. */
  readonly from: number
  readonly until: number
  /** What was planned before ends then: nothing begins earlier. */
  readonly free: number
  readonly now: number
  /** Somebody fell silent in the middle of it: said as late as the next call can bear, as its number was not heard. */
  readonly again: boolean
  /** How long a clip is, in ms; 0 for one that could not be fetched. */
  readonly lengthOf: (clip: Clip) => number
}

export const CHIME: Clip = { name: 'chime' }
/** Longer, and it is said once instead of twice. */
const LONGEST_READING_MS = 8000
const BETWEEN_MS = 250
/** So late a call may still be begun: after that its number is read better than heard. */
const LATEST_MS = 4000

/** Nothing when it is too late to say even the first reading before the next call's time. */
export const planOf = ({ readings, from, until, free, now, again, lengthOf }: Speech): Plan | undefined => {
  const begin = Math.max(from, free, now)
  if (begin - from > LATEST_MS && !again) return undefined
  const end = again ? until + LATEST_MS : until
  const lengths = readings.map(({ language, clips }) => sum(clips.map((name) => lengthOf({ language, name }))))
  const chime = lengthOf(CHIME)
  const fits = (count: number) => begin + chime + sum(lengths.slice(0, count)) + BETWEEN_MS * (count - 1) <= end
  const [first = 0] = lengths
  const many = lengths.every((length) => length <= LONGEST_READING_MS) && fits(readings.length)
  if (first === 0 || (!many && begin > from && !fits(1))) return undefined
  return said(readings.slice(0, many ? readings.length : 1), begin, lengthOf)
}

const said = (readings: readonly Reading[], begin: number, lengthOf: (clip: Clip) => number): Plan => {
  const cues: Cue[] = [{ ...CHIME, at: begin }]
  let at = begin + lengthOf(CHIME)
  for (const [i, { language, clips }] of readings.entries()) {
    if (i > 0) at += BETWEEN_MS
    for (const name of clips) {
      cues.push({ language, name, at })
      at += lengthOf({ language, name })
    }
  }
  return { cues, until: at }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
