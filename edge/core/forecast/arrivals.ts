/** How many visitors will come in each quarter of an hour, learned from the days before and corrected by today's. */

import { MINUTE } from '#contracts/durations.ts'
import type { ArrivalsLearned } from '#contracts/learning.ts'

export const SLOT = 15 * MINUTE
/** A day is counted in slots since local midnight. */
export const SLOTS_PER_DAY = 96

export interface SlotForecast {
  readonly expected: number
  /** Four of five slots turn out from `low` to `high`. */
  readonly low: number
  readonly high: number
}

export interface ForecastFrom {
  readonly learned: ArrivalsLearned
  /** 0 is Sunday. */
  readonly weekday: number
  /** Walk-ins of today in each slot; those before `slot` are complete, the others are not looked at. */
  readonly arrivals: readonly number[]
  /** The slot the hall is in. */
  readonly slot: number
  /** Appointments in each slot. */
  readonly booked: readonly number[]
}

const MEMORY = 0.2
const SPREAD_MEMORY = 0.1
/** Visitors by which today has to stray before its level is half believed. */
const CAUTION = 20
/** Standard deviations from the middle of a normal distribution to its 90 % quantile. */
const TO_P90 = 1.2816

export const nothingLearned: ArrivalsLearned = {
  profiles: Array.from({ length: 7 }, () => null),
  days: Array.from({ length: 7 }, () => 0),
  spread: 0.05,
}

/**
 * What a day that is over teaches. `arrivals` are its walk-ins in each slot: visitors with an appointment are known
 * beforehand and not counted here. A day on which nobody came, such as a holiday, teaches nothing.
 *
 * The first days of a weekday weigh the same, later ones fade by a fifth with each new one.
 */
export const learnDay = (learned: ArrivalsLearned, weekday: number, arrivals: readonly number[]): ArrivalsLearned => {
  if (total(arrivals) === 0) return learned
  const own = learned.profiles[weekday]
  const days = (learned.days[weekday] ?? 0) + 1
  const profile = bySlot((slot) => {
    const came = arrivals[slot] ?? 0
    const before = own?.[slot] ?? came
    return rounded(before + Math.max(MEMORY, 1 / days) * (came - before), 2)
  })
  const usual = usualDay(learned, weekday)
  const strayed = usual ? strayedBy(usual, arrivals) : learned.spread
  return {
    profiles: learned.profiles.with(weekday, profile),
    days: learned.days.with(weekday, days),
    spread: rounded(learned.spread + SPREAD_MEMORY * (strayed - learned.spread), 4),
  }
}

/**
 * All slots of today as seen from `slot`, walk-ins and appointments together; none while nothing has been learned.
 *
 * Today's level is a gamma variable with `CAUTION` visitors of prior belief, each slot a Poisson one around it: their
 * mix is a negative binomial, whose 10 and 90 % points are taken as a normal distribution's of the same variance,
 * widened by the `spread` of the days before. Appointments are taken to be kept, and on time.
 */
export const forecast = ({ learned, weekday, arrivals, slot, booked }: ForecastFrom): SlotForecast[] => {
  const usual = usualDay(learned, weekday)
  if (!usual) return []
  const belief = total(arrivals.slice(0, slot)) + CAUTION
  const level = belief / (total(usual.slice(0, slot)) + CAUTION)
  return usual.map((walkIns, at) => {
    const mean = walkIns * level
    const deviation = Math.sqrt(mean + mean ** 2 * (1 / belief + Math.max(0, learned.spread)))
    const expected = mean + (booked[at] ?? 0)
    return {
      expected,
      low: Math.max(booked[at] ?? 0, expected - TO_P90 * deviation),
      high: expected + TO_P90 * deviation,
    }
  })
}

/**
 * Half a weekday's own profile, half the shape of all days of its sort at its own volume: its own alone is noisy, the
 * shape alone misses what sets the weekday apart. A weekday not seen yet borrows: from working days if it is one, from
 * the weekend if not, from any day in need.
 */
const usualDay = ({ profiles }: ArrivalsLearned, weekday: number): number[] | undefined => {
  const seen = profiles.flatMap((profile, day) => (profile ? [{ day, profile }] : []))
  const alike = seen.filter(({ day }) => isWorkingDay(day) === isWorkingDay(weekday))
  const lenders = alike.length > 0 ? alike : seen
  if (lenders.length === 0) return undefined
  const common = bySlot((slot) => total(lenders.map(({ profile }) => profile[slot] ?? 0)) / lenders.length)
  const own = profiles[weekday]
  if (!own) return common
  const scale = total(own) / total(common)
  return common.map((shared, slot) => ((own[slot] ?? 0) + scale * shared) / 2)
}

/** A day's variance beyond Poisson's around what is usual, at its own level, by its mean squared; may be below 0. */
const strayedBy = (usual: readonly number[], arrivals: readonly number[]): number => {
  const level = total(arrivals) / total(usual)
  const means = usual.map((walkIns) => walkIns * level)
  const beyond = means.map((mean, slot) => ((arrivals[slot] ?? 0) - mean) ** 2 - mean)
  return total(beyond) / total(means.map((mean) => mean ** 2))
}

const isWorkingDay = (weekday: number): boolean => weekday >= 1 && weekday <= 5

const bySlot = (of: (slot: number) => number): number[] => Array.from({ length: SLOTS_PER_DAY }, (_, slot) => of(slot))

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals
