/** From boxes in single frames to tracks: which box is the person that was there in the frame before (BYTE). */
import type { Point } from '#contracts/places.ts'
import type { Instant } from '#contracts/time.ts'
import { pairsOf } from './assignment.ts'
import { type Box, footOf } from './geometry.ts'
import {
  type Expected,
  expected,
  type Followed,
  hasWalkedOut,
  type JoiningRules,
  joiningCost,
  nothingElse,
} from './joining.ts'
import { type MotionRules, newMotion, seenWith } from './trackMotion.ts'

export interface TrackingRules extends JoiningRules {
  /** A sure box of at least this score may begin a track. */
  readonly beginScore: number
  /** Fainter boxes are nothing. */
  readonly faintScore: number
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
  walk: { atOnce: 0.4, perSecond: 0.9 },
  rise: { atOnce: 0.2, perSecond: 0.6 },
  strayCost: 0.5,
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
export interface Track extends Followed {
  readonly bornAt: Instant
  /** Where it stood when first seen. */
  readonly birthplace: Point
  /** It was there in the first frame, or in the first one after a gap: it may have come while nobody looked. */
  readonly cameUnseen: boolean
  /** It has been a box width or more away from where it was first seen: no chair does that. */
  readonly hasMoved: boolean
  readonly sightings: number
  readonly meanScore: number
}

export interface Tracking {
  readonly tracks: readonly Track[]
  /** Tracks so far; the next one gets the next number. */
  readonly counted: number
  /** Of the last frame. */
  readonly at?: Instant
}

/** Just above the poorest pair: one that fits well is not given up for two that hardly do. */
const LEFT_OVER = 1.01

export const noTracks: Tracking = { tracks: [], counted: 0 }

/**
 * All tracks after one more frame; those seen in it have its time. Frames come in order, each later than the one before.
 * All boxes and tracks are paired at once, so that the frame is best explained. Who sits is not given up while out of
 * sight, for as long as the seat is kept.
 */
export const follow = (
  before: Tracking,
  { at, boxes }: { at: Instant; boxes: readonly Box[] },
  rules: TrackingRules,
  around = nothingElse,
): Tracking => {
  const isKept = ({ trackId, seenAt }: Track, until: Instant) =>
    until - seenAt <= rules.lostAfter || around.seats.has(trackId)
  const everyone = before.tracks
    .filter((track) => isKept(track, before.at ?? at))
    .map((track) => expected(track, at, rules))
    .filter((one) => !hasWalkedOut(one, around))
  const candidates = boxes.filter(({ score }) => score >= rules.faintScore)
  const found = new Map(pairsOf(everyone, candidates, joiningCost(at, before.at, around, rules), LEFT_OVER))
  const taken = new Set(found.values())

  const cameUnseen = before.at === undefined || at - before.at > rules.blinkWithin
  const newborn = boxes
    .filter((box) => !taken.has(box) && box.score >= Math.max(rules.sureScore, rules.beginScore))
    .map((box, index) => newTrack(before.counted + index + 1, box, { at, cameUnseen }, rules))
  const continued = everyone.flatMap((one) => {
    const box = found.get(one)
    if (box) return [seenAgain(one, box, at, rules)]
    return isKept(one.track, at) ? [one.track] : []
  })
  return { tracks: [...continued, ...newborn], counted: before.counted + newborn.length, at }
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

function seenAgain({ track, motion }: Expected<Track>, box: Box, at: Instant, rules: MotionRules): Track {
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
