/** What the hall learns from each visitor and from each day: how long services take, how well promises are kept, who comes when. */

import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { Correction, Learned, Pace } from '#contracts/learning.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { nothingLearned as noArrivals } from './arrivals.ts'

/** Upper ends, in minutes, of the waits that are corrected alike. */
const BANDS = [1, 4, 8, 14, 25, Number.POSITIVE_INFINITY]

const zeros = BANDS.map(() => 0)

export const nothingLearned: Learned = {
  pace: {},
  correction: { p50: zeros, p80: zeros },
  arrivals: noArrivals,
  mix: {},
  kept: [],
}

const bandOf = (minutes: number): number => BANDS.findIndex((end) => minutes < end)

/**
 * Minutes by which one miss moves the correction: little, since the roll forward is right in the main and each step is
 * also noise in what the next visitor is told. The 80 % quantile has to follow the day, the middle does not.
 */
const STEP = { p50: 0.02, p80: 0.03 }

/** What is told, in minutes, for what the roll forward says, in seconds. */
export const corrected = (
  { p50, p80 }: Correction,
  { p50Seconds, p80Seconds }: { p50Seconds: number; p80Seconds: number },
): { p50Minutes: number; p80Minutes: number } => {
  const band = bandOf(p50Seconds / 60)
  return {
    p50Minutes: Math.max(0, p50Seconds / 60 + (p50[band] ?? 0)),
    p80Minutes: Math.max(0, p80Seconds / 60 + (p80[band] ?? 0)),
  }
}

const moved = (corrections: readonly number[], band: number, by: number): number[] =>
  corrections.map((minutes, i) => (i === band ? Math.round((minutes + by) * 1000) / 1000 : minutes))

/**
 * After a visitor has been called: each miss moves the told quantile towards where the right share of waits lies below
 * it, whatever the world does (Robbins-Monro on quantiles; Gibbs and Candès 2021, adaptive conformal inference).
 */
export const correctedBy = (correction: Correction, ticket: Ticket, waitedMinutes: number): Correction => {
  const { promised, rolled } = ticket
  // Who never had to wait tells nothing of waits.
  if (!promised || !rolled || rolled.p80Seconds === 0) return correction
  const minutes = rolled.p50Seconds / 60
  const band = bandOf(minutes)
  const towards = (share: number, told: number) => (1 + minutes / 10) * (share - (waitedMinutes <= told ? 1 : 0))
  return {
    p50: moved(correction.p50, band, STEP.p50 * towards(0.5, promised.p50Minutes)),
    p80: moved(correction.p80, band, STEP.p80 * towards(0.8, promised.p80Minutes)),
  }
}

/** The usual time counts as so many visits. */
const TRUST = 20
/** Older visits count less and less: about this many count at all. */
const MEMORY = 400
/** Shorter than this nobody was served: a press too many. */
const SHORTEST = 20 * SECOND

export const paceAfter = (before: Pace | undefined, usualMinutes: number, took: Instant): Pace => {
  const { minutes, seen } = before ?? { minutes: usualMinutes, seen: 0 }
  if (took < SHORTEST) return { minutes, seen }
  const weight = 1 / (Math.min(seen, MEMORY) + TRUST + 1)
  return { minutes: minutes + weight * (took / MINUTE - minutes), seen: seen + 1 }
}

export const paceOf = (pace: Iterable<readonly [ServiceId, Pace]>): Learned['pace'] =>
  Object.fromEntries(
    [...pace].map(([id, { minutes, seen }]) => [id, { minutes: Math.round(minutes * 1000) / 1000, seen }]),
  )
