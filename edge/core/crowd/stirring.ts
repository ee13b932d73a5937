/** Whether whoever keeps a place stirs: people do within minutes, chairs and posters never do. No biometric is in it. */
import { MINUTE } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import { type Box, heightOf } from './geometry.ts'

/**
 * From a trial with CenterNet on 1,000 rendered frames with sensor noise, JPEG, passing clouds and passers-by: between two
 * moments of 10 s the middle of the box of a thing that stands free moves by 0.0003 box heights in the median and 0.0034 at
 * the 95th percentile; that of somebody who shifts by 1 to 2 cm now and then by 0.01 to 0.03. Upper edge, width and score
 * are noisier, and tell less. In a row of taken seats it is harder: there test/bench/vision/hours/measuring.ts finds 0.001
 * to 0.007 in the median for things, and up to 0.13 at the 95th percentile, so that a thing may seem to stir.
 */
export interface StirRules {
  /**
   * So long (ms) is a moment; where the box was in it is the median of its sightings. Fewer than these are less sure: at a
   * slow camera only a shift twice as far counts.
   */
  readonly momentLasts: number
  readonly momentSightings: number
  /** Within this distance, in box heights, from one moment to the next it rests; from this on it rests elsewhere. */
  readonly restHeights: number
  readonly shiftHeights: number
  /** Only a person has rested at so many different places within this time (ms). */
  readonly rests: number
  readonly within: number
  /**
   * While another box covers more of the upper half of the box than these shares, from before it or from behind, nothing
   * is learnt: it may push the edges. Legs may be hidden for as long as somebody sits in front.
   */
  readonly coveredBefore: number
  readonly coveredBehind: number
  /** What has rested for so long (ms) at one place may be a thing, until it moves or stirs. */
  readonly thingAfter: number
}

export const usualStirring: StirRules = {
  momentLasts: 10_000,
  momentSightings: 3,
  restHeights: 0.004,
  shiftHeights: 0.01,
  rests: 3,
  within: 20 * MINUTE,
  coveredBefore: 0.15,
  coveredBehind: 0.4,
  thingAfter: 5 * MINUTE,
}

/** Across the image, in pixels. */
interface Rest {
  readonly middle: number
  readonly from: Instant
  readonly until: Instant
}

export interface Stirring {
  /** Of the moment that runs. */
  readonly since: Instant
  /** Middles of the box in it, in pixels; about twenty at most. */
  readonly middles: readonly number[]
  /** Of the moment before. */
  readonly last?: number
  readonly rests: readonly Rest[]
  readonly hasStirred: boolean
}

export const notStirred = (since: Instant): Stirring => ({ since, middles: [], rests: [], hasStirred: false })

const MOST_MIDDLES = 20

/** Whether no other box covers the head and shoulders. */
export const isFree = (box: Box, others: readonly Box[], { coveredBefore, coveredBehind }: StirRules): boolean => {
  const half = heightOf(box) / 2
  const area = (box.x2 - box.x1) * half
  return others.every((other) => {
    const width = Math.min(other.x2, box.x2) - Math.max(other.x1, box.x1)
    const height = Math.min(other.y2, box.y1 + half) - Math.max(other.y1, box.y1)
    const most = other.y2 > box.y2 ? coveredBefore : coveredBehind
    return other === box || width <= 0 || height <= 0 || width * height <= most * area
  })
}

/** After one more sight of the box while it is free. */
export const stirredBy = (before: Stirring, box: Box, at: Instant, rules: StirRules): Stirring => {
  const elapsed = at - before.since
  const isDue = elapsed >= (before.middles.length * rules.momentLasts) / MOST_MIDDLES
  const middles = isDue ? [...before.middles, (box.x1 + box.x2) / 2] : before.middles
  if (elapsed < rules.momentLasts) return { ...before, middles }
  const middle = middles.toSorted((a, b) => a - b)[middles.length >> 1] ?? 0
  const height = heightOf(box)
  const isFew = middles.length < rules.momentSightings
  const isAtRest = before.last !== undefined && Math.abs(middle - before.last) <= rules.restHeights * height
  const shift = (isFew ? 2 : 1) * rules.shiftHeights * height
  const rests = isAtRest || isFew ? restedAt(before, middle, at, shift) : before.rests
  const recent = rests.filter(({ until }) => at - until <= rules.within)
  return {
    since: at,
    middles: [],
    last: middle,
    rests: recent,
    hasStirred: before.hasStirred || recent.length >= rules.rests,
  }
}

/** The rest goes on, last in the list, or another begins that is at least `shift` pixels from it; an old one may return. */
function restedAt({ rests, since }: Stirring, middle: number, at: Instant, shift: number): readonly Rest[] {
  const away = (rest: Rest) => Math.abs(rest.middle - middle)
  const same = rests.filter((rest) => away(rest) < shift).sort((a, b) => away(a) - away(b))[0]
  const from = same && same === rests.at(-1) ? same.from : since
  return [...rests.filter((rest) => rest !== same), { middle: same?.middle ?? middle, from, until: at }]
}

export const isStill = ({ rests }: Stirring, { thingAfter }: StirRules): boolean => {
  const last = rests.at(-1)
  return last !== undefined && last.until - last.from >= thingAfter
}

/** After an outage that does not count. */
export const stirringPostponed = (stirring: Stirring, outage: number): Stirring => ({
  ...stirring,
  since: stirring.since + outage,
  middles: [],
  rests: stirring.rests.map((rest) => ({ ...rest, from: rest.from + outage, until: rest.until + outage })),
})
