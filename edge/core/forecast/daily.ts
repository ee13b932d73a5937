/** What a whole day teaches, when it gives way to the next. */
import type { Learned } from '#contracts/learning.ts'
import type { HallState } from '../state.ts'
import { walkIns } from '../tally.ts'
import { learnDay } from './arrivals.ts'
import { paceOf } from './learning.ts'
import { learnMix } from './mix.ts'

const DAYS_KEPT = 7

/** Sunday is 0. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** All that is known at the end of the day that the hall is in; before the first day, what was known before. */
export const learnedUntil = ({ day, tally, taken, learned, pace }: HallState): Learned => {
  if (!day) return learned
  const today = { day: day.day, told: tally.told, kept: tally.kept }
  return {
    ...learned,
    pace: paceOf(pace),
    arrivals: learnDay(learned.arrivals, weekdayOf(day.day), walkIns(tally)),
    mix: learnMix(learned.mix, Object.fromEntries(taken)),
    kept: tally.told > 0 ? [...learned.kept, today].slice(-DAYS_KEPT) : learned.kept,
  }
}
