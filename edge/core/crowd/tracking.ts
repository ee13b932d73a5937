/** From boxes in single frames to tracks: which box is the person that was there in the frame before (BYTE). */
import type { Point } from '#contracts/places.ts'
import type { Instant } from '#contracts/time.ts'
import { pairsOf } from './assignment.ts'
import { type Box, footOf, heightOf, overlapOf } from './geometry.ts'
import { type BoxMotion, boxOf, later, type MotionRules, newMotion, seenWith } from './trackMotion.ts'

export interface TrackingRules extends MotionRules {
  /** A box of at least this score is paired first, and may begin a track from `beginScore` on. */
  readonly sureScore: number
  readonly beginScore: number
  /** Fainter boxes than `sureScore`, down to this, only continue a track that was there in the frame before. */
  readonly faintScore: number
  /** The least overlap (intersection over union) of a track's expected box with a sure and with a faint one. */
  readonly sureOverlap: number
  readonly faintOverlap: number
  /** Where boxes no longer overlap: how far somebody may have come, in box heights, and box heights per second. */
  readonly reachHeights: number
  readonly reachHeightsPerSecond: number
  /** Somebody who walks needs so long (ms) to stop. */
  readonly stopsWithin: number
  /** After more than this (ms) somebody who walks may be anywhere, and is no longer looked for by reach. */
  readonly reachWithin: number
  /** A track not seen for longer (ms) is given up; one missed in a single frame never is before the next. */
  readonly lostAfter: number
  /** With a longer gap (ms) before the first sight, nobody could have seen them come. */
  readonly blinkWithin: number
}

/** Scores are those of the person detector of models/. */
export const usualTracking: TrackingRules = {
  sureScore: 0.3,
  beginScore: 0.3,
  faintScore: 0.1,
  sureOverlap: 0.2,
  faintOverlap: 0.5,
  reachHeights: 0.4,
  reachHeightsPerSecond: 0.9,
  stopsWithin: 300,
  reachWithin: 2000,
  lostAfter: 2000,
  blinkWithin: 5000,
  blurHeights: 0.06,
  speedHeights: 0.6,
  speedChangeHeights: 0.5,
  growthHeights: 0.1,
  growthChangeHeights: 0.03,
}

/** Somebody before one camera, for as long as the boxes join up. */
export interface Track {
  readonly trackId: number
  /** As last detected. */
  readonly box: Box
  readonly seenAt: Instant
  readonly bornAt: Instant
  /** Where it stood when first seen. */
  readonly birthplace: Point
  /** It was there in the first frame, or in the first one after a gap: it may have come while nobody looked. */
  readonly cameUnseen: boolean
  /** It has been a box width or more away from where it was first seen: no chair does that. */
  readonly hasMoved: boolean
  readonly sightings: number
  readonly meanScore: number
  /** What the filter made of all boxes so far, at `seenAt`. */
  readonly motion: BoxMotion
}

export interface Tracking {
  readonly tracks: readonly Track[]
  /** Tracks so far; the next one gets the next number. */
  readonly counted: number
  /** Of the last frame. */
  readonly at?: Instant
}

export const noTracks: Tracking = { tracks: [], counted: 0 }

/** A track, and where it should be now. */
interface Expected {
  readonly track: Track
  readonly motion: BoxMotion
  readonly box: Box
}

export const expected = (track: Track, at: Instant, rules: MotionRules): Expected => {
  const motion = later(track.motion, at - track.seenAt, rules)
  return { track, motion, box: boxOf(motion, track.box.score) }
}

/**
 * All tracks after one more frame; those seen in it have its time. Frames come in order, each later than the one
 * before. Sure boxes are paired first, then faint ones continue whoever was there just now (ByteTrack, Zhang et al.
 * 2022), then sure boxes that overlap with nobody are given to whoever may have come that far.
 */
export const follow = (
  before: Tracking,
  { at, boxes }: { at: Instant; boxes: readonly Box[] },
  rules: TrackingRules,
): Tracking => {
  const sure = boxes.filter(({ score }) => score >= rules.sureScore)
  const faint = boxes.filter(({ score }) => score >= rules.faintScore && score < rules.sureScore)
  const everyone = before.tracks.map((track) => expected(track, at, rules))
  const lastSeen = everyone.filter(({ track }) => track.seenAt === before.at)
  const found = new Map<Expected, Box>()
  const taken = new Set<Box>()
  const pairUp = (some: readonly Expected[], candidates: readonly Box[], cost: PairCost): void => {
    const alone = some.filter((one) => !found.has(one))
    const free = candidates.filter((box) => !taken.has(box))
    for (const [one, box] of pairsOf(alone, free, cost)) {
      found.set(one, box)
      taken.add(box)
    }
  }
  pairUp(everyone, sure, overlapCost(at, rules.sureOverlap, rules))
  pairUp(lastSeen, faint, overlapCost(at, rules.faintOverlap, rules))
  pairUp(everyone, sure, reachCost(at, rules))

  const cameUnseen = before.at === undefined || at - before.at > rules.blinkWithin
  const newborn = sure
    .filter((box) => !taken.has(box) && box.score >= rules.beginScore)
    .map((box, index) => newTrack(before.counted + index + 1, box, { at, cameUnseen }, rules))
  const continued = everyone.flatMap((one) => {
    const box = found.get(one)
    if (box) return [seenAgain(one, box, at, rules)]
    return at - one.track.seenAt <= rules.lostAfter ? [one.track] : []
  })
  return { tracks: [...continued, ...newborn], counted: before.counted + newborn.length, at }
}

/** 0..1 for a pair that may be; more for one that may not. */
type PairCost = (one: Expected, box: Box) => number

/** Between frames that are far apart whoever walks may have stopped: then the better of both counts. */
const overlapCost =
  (at: Instant, least: number, { stopsWithin }: TrackingRules): PairCost =>
  ({ track, box: there }, box) => {
    const onward = overlapOf(there, box)
    const stopped = at - track.seenAt >= stopsWithin ? overlapOf(track.box, box) : 0
    return (1 - Math.max(onward, stopped)) / (1 - least)
  }

const reachCost =
  (at: Instant, rules: TrackingRules): PairCost =>
  ({ track, box: there }, box) => {
    const gap = at - track.seenAt
    const growth = heightOf(box) / heightOf(there)
    if (gap > rules.reachWithin || !(growth >= 0.5 && growth <= 2)) return Number.POSITIVE_INFINITY
    const [from, to] = [footOf(there), footOf(box)]
    const way = Math.hypot(to.x - from.x, to.y - from.y) / Math.max(heightOf(there), heightOf(box))
    return way / (rules.reachHeights + (rules.reachHeightsPerSecond * gap) / 1000)
  }

const newTrack = (
  trackId: number,
  box: Box,
  { at, cameUnseen }: { at: Instant; cameUnseen: boolean },
  rules: MotionRules,
): Track => ({
  trackId,
  box,
  seenAt: at,
  bornAt: at,
  birthplace: footOf(box),
  cameUnseen,
  hasMoved: false,
  sightings: 1,
  meanScore: box.score,
  motion: newMotion(box, rules),
})

function seenAgain({ track, motion }: Expected, box: Box, at: Instant, rules: MotionRules): Track {
  const foot = footOf(box)
  const strayed = Math.hypot(foot.x - track.birthplace.x, foot.y - track.birthplace.y)
  const sightings = track.sightings + 1
  return {
    ...track,
    box,
    seenAt: at,
    hasMoved: track.hasMoved || strayed >= box.x2 - box.x1,
    sightings,
    meanScore: track.meanScore + (box.score - track.meanScore) / sightings,
    motion: seenWith(motion, box, rules),
  }
}
