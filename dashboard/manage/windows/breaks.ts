/** Breaks of a window today as a manager writes them: clock times of the hall, `HH:MM`. */
import { instantsOf } from '#contracts/opening.ts'
import type { Break } from '#contracts/windows.ts'
import { clockIn } from '../../parts/clock.ts'

export interface WrittenBreak {
  readonly from: string
  readonly until: string
}

const MOST = 6

export const mayAdd = (written: readonly WrittenBreak[]): boolean => written.length < MOST

export const writtenOf = (breaks: readonly Break[], timeZone: string): WrittenBreak[] =>
  breaks.map(({ from, until }) => ({ from: clockIn(timeZone, from), until: clockIn(timeZone, until) }))

/** In their order; undefined when one of them does not end after it begins, or there are too many. */
export const breaksOf = (written: readonly WrittenBreak[], day: string, timeZone: string): Break[] | undefined => {
  const wrong = written.some(({ from, until }) => from === '' || until === '' || from >= until)
  if (wrong || written.length > MOST) return undefined
  return instantsOf(written, day, timeZone).sort((a, b) => a.from - b.from)
}

export const breaksSaid = (breaks: readonly Break[], timeZone: string): string =>
  writtenOf(breaks, timeZone)
    .map(({ from, until }) => `${from}–${until}`)
    .join(' · ')
