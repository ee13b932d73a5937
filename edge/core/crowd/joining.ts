/** How well a box fits a track: at the seat, where its way leads, or a few steps off. */
import type { Instant } from '#contracts/time.ts'
import { NEVER } from './assignment.ts'
import { type Box, heightOf, overlapOf, sharedHeightOf, wayBetween } from './geometry.ts'
import { type Pace, reachAfter } from './pace.ts'
import { type BoxMotion, boxOf, later, type MotionRules } from './trackMotion.ts'

export interface JoiningRules extends MotionRules {
  /** A box of at least this score may be anybody's; a fainter one only continues a track of the frame before. */
  readonly sureScore: number
  /** The least overlap (intersection over union) of a track's expected box with a sure and with a faint one. */
  readonly sureOverlap: number
  readonly faintOverlap: number
  /** How far somebody may have come where boxes no longer overlap. */
  readonly walk: Pace
  /** The same for who has yet to get up from a seat. */
  readonly rise: Pace
  /** What it costs at least (0..1) to have come from where boxes no longer overlap, or to have left a seat. */
  readonly strayCost: number
  /** Somebody who walks needs so long (ms) to stop. */
  readonly stopsWithin: number
  /** After more than this (ms) somebody who walks may be anywhere, and is no longer looked for by reach. */
  readonly reachWithin: number
  /** Who sits and has not been seen for longer (ms) is only looked for at the seat. */
  readonly lostAfter: number
}

/** What is known of somebody from earlier frames. */
export interface Followed {
  readonly trackId: number
  /** As last detected. */
  readonly box: Box
  readonly seenAt: Instant
  /** What the filter made of all boxes so far, at `seenAt`. */
  readonly motion: BoxMotion
}

/** Where somebody should be now. */
export interface Expected<Known extends Followed = Followed> {
  readonly track: Known
  readonly motion: BoxMotion
  readonly box: Box
}

export const expected = <Known extends Followed>(track: Known, at: Instant, rules: MotionRules): Expected<Known> => {
  const motion = later(track.motion, at - track.seenAt, rules)
  return { track, motion, box: boxOf(motion, track.box.score) }
}

/** What else is known of the picture. */
export interface Surroundings {
  /** Of the tracks of those who sit: 0..1 for a box that is theirs at the seat, and more for one that is not. */
  readonly seats: ReadonlyMap<number, (box: Box) => number>
  /** Of the picture, in pixels. */
  readonly width: number
}

export const nothingElse: Surroundings = { seats: new Map(), width: Number.POSITIVE_INFINITY }

/** 0..1 for a pair that may be; more for one that may not. */
export type PairCost = (one: Expected, box: Box) => number

/** Whether somebody has walked out of the picture: whoever comes in there is somebody else. */
export const hasWalkedOut = ({ track: { box }, motion: { x } }: Expected, { width }: Surroundings): boolean =>
  (box.x1 < 0 && x.place < 0 && x.speed < 0) || (box.x2 > width && x.place > width && x.speed > 0)

/**
 * All that a frame can be explained by, on one scale. Who sits is at the seat, even if a passer-by fits the track better;
 * a box elsewhere is theirs only when it is nobody else's, and never at the edge of the picture, where others come in.
 * Faint boxes only continue a track that was there in the frame before (ByteTrack, Zhang et al. 2022).
 */
export const joiningCost = (
  at: Instant,
  before: Instant | undefined,
  { seats, width }: Surroundings,
  rules: JoiningRules,
): PairCost => {
  const overlap = overlapCost(at, rules.sureOverlap, rules)
  const faintOverlap = overlapCost(at, rules.faintOverlap, rules)
  const step = at - (before ?? at)
  const walk = reachCost(at, step, rules.walk, rules)
  const rise = reachCost(at, step, rules.rise, rules)
  const unlikely = (cost: number) => rules.strayCost + (1 - rules.strayCost) * cost
  return (one, box) => {
    const atSeat = seats.get(one.track.trackId)
    if (box.score < rules.sureScore) {
      if (one.track.seenAt !== before) return NEVER
      return Math.max(faintOverlap(one, box), atSeat?.(box) ?? 0)
    }
    if (!atSeat) return Math.min(overlap(one, box), unlikely(walk(one, box)))
    if (one.track.seenAt !== before && at - one.track.seenAt > rules.lostAfter) return atSeat(box)
    const isCut = box.x1 < 0 || box.x2 > width
    const away = Math.min(overlap(one, box), isCut ? NEVER : rise(one, box))
    return Math.min(atSeat(box), unlikely(away))
  }
}

/**
 * Between frames that are far apart whoever walks may have stopped: then the better of both counts. Whoever is before that
 * place covers it too, but not from the head to the feet (height-modulated overlap: Hybrid-SORT, Yang et al. 2024).
 */
const overlapCost =
  (at: Instant, least: number, { stopsWithin }: JoiningRules): PairCost =>
  ({ track, box: there }, box) => {
    const onward = overlapOf(there, box)
    const stopped = at - track.seenAt >= stopsWithin ? overlapOf(track.box, box) * sharedHeightOf(track.box, box) : 0
    return (1 - Math.max(onward, stopped)) / (1 - least)
  }

/** Who has been out of sight for longer than a `step` (ms) may be at more places, and is at each of them less likely. */
const reachCost =
  (at: Instant, step: number, pace: Pace, { reachWithin }: JoiningRules): PairCost =>
  ({ track, box: there }, box) => {
    const gap = at - track.seenAt
    const growth = heightOf(box) / heightOf(there)
    if (gap > reachWithin || !(growth >= 0.5 && growth <= 2)) return NEVER
    const reach = reachAfter(gap, pace)
    const share = wayBetween(there, box) / reach
    return share > 1 ? NEVER : 1 - (1 - share) * Math.min(1, reachAfter(step, pace) / reach)
  }
