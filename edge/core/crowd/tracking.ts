/** From boxes in single frames to tracks: which box is the person that was there in the frame before. */
import type { Point } from '#contracts/places.ts'
import type { Instant } from '#contracts/time.ts'
import { pairsOf } from './assignment.ts'
import { type Box, footOf, overlapOf } from './geometry.ts'

export interface TrackingRules {
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
  /** After more than this (ms) somebody who walks may be anywhere, and is no longer looked for by reach. */
  readonly reachWithin: number
  /** A track not seen for longer (ms) is given up; one missed in a single frame never is before the next. */
  readonly lostAfter: number
  /** How long (ms) the filter remembers places, velocities and sizes: about two thirds of it are forgotten after that. */
  readonly placeMemory: number
  readonly velocityMemory: number
  readonly sizeMemory: number
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
  reachWithin: 2000,
  lostAfter: 1200,
  placeMemory: 50,
  velocityMemory: 500,
  sizeMemory: 100,
  blinkWithin: 5000,
}

/** Somebody before one camera, for as long as the boxes join up. Pixels, and pixels per second. */
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
  readonly middle: Point
  readonly size: { readonly width: number; readonly height: number }
  readonly velocity: Point
}

export interface Tracking {
  readonly tracks: readonly Track[]
  /** Tracks so far; the next one gets the next number. */
  readonly counted: number
  /** Of the last frame. */
  readonly at?: Instant
}

export const noTracks: Tracking = { tracks: [], counted: 0 }

/** Velocities are trusted this long (ms); whoever is out of sight for longer is expected to have stopped. */
const FORESIGHT = 1000

const heightOf = ({ y1, y2 }: Box): number => y2 - y1
const middleOf = ({ x1, y1, x2, y2 }: Box): Point => ({ x: (x1 + x2) / 2, y: (y1 + y2) / 2 })
const between = (from: number, to: number, share: number): number => from + (to - from) * share

/** Where the track should be now. */
export const expectedBox = ({ middle, size, velocity, seenAt, box }: Track, at: Instant): Box => {
  const seconds = Math.min(at - seenAt, FORESIGHT) / 1000
  const [x, y] = [middle.x + velocity.x * seconds, middle.y + velocity.y * seconds]
  const [halfWidth, halfHeight] = [size.width / 2, size.height / 2]
  return { x1: x - halfWidth, y1: y - halfHeight, x2: x + halfWidth, y2: y + halfHeight, score: box.score }
}

/** All tracks after one more frame; those seen in it have its time. Frames come in order, each later than the one before. */
export const follow = (
  before: Tracking,
  { at, boxes }: { at: Instant; boxes: readonly Box[] },
  rules: TrackingRules,
): Tracking => {
  const sure = boxes.filter(({ score }) => score >= rules.sureScore)
  const faint = boxes.filter(({ score }) => score >= rules.faintScore && score < rules.sureScore)
  const found = new Map<Track, Box>()
  const taken = new Set<Box>()
  const pairUp = (tracks: readonly Track[], candidates: readonly Box[], cost: PairCost): void => {
    const free = tracks.filter((track) => !found.has(track))
    for (const [track, box] of pairsOf(free, candidates, cost)) {
      found.set(track, box)
      taken.add(box)
    }
  }
  const lastSeen = before.tracks.filter(({ seenAt }) => seenAt === before.at)
  pairUp(before.tracks, sure, overlapCost(at, rules.sureOverlap))
  pairUp(lastSeen, faint, overlapCost(at, rules.faintOverlap))
  const unpaired = sure.filter((box) => !taken.has(box))
  pairUp(before.tracks, unpaired, reachCost(at, rules))

  const cameUnseen = before.at === undefined || at - before.at > rules.blinkWithin
  const newborn = unpaired
    .filter((box) => !taken.has(box) && box.score >= rules.beginScore)
    .map((box, index) => newTrack(before.counted + index + 1, box, at, cameUnseen))
  const continued = before.tracks.flatMap((track) => {
    const box = found.get(track)
    if (box) return [seenAgain(track, box, at, rules)]
    return at - track.seenAt <= rules.lostAfter ? [track] : []
  })
  return { tracks: [...continued, ...newborn], counted: before.counted + newborn.length, at }
}

/** 0..1 for a pair that may be; more for one that may not. */
type PairCost = (track: Track, box: Box) => number

const overlapCost =
  (at: Instant, least: number): PairCost =>
  (track, box) =>
    (1 - overlapOf(expectedBox(track, at), box)) / (1 - least)

const reachCost =
  (at: Instant, rules: TrackingRules): PairCost =>
  (track, box) => {
    const gap = at - track.seenAt
    const expected = expectedBox(track, at)
    const growth = heightOf(box) / heightOf(expected)
    if (gap > rules.reachWithin || growth < 0.5 || growth > 2) return Number.POSITIVE_INFINITY
    const [from, to] = [footOf(expected), footOf(box)]
    const way = Math.hypot(to.x - from.x, to.y - from.y) / Math.max(heightOf(expected), heightOf(box))
    return way / (rules.reachHeights + (rules.reachHeightsPerSecond * gap) / 1000)
  }

const newTrack = (trackId: number, box: Box, at: Instant, cameUnseen: boolean): Track => ({
  trackId,
  box,
  seenAt: at,
  bornAt: at,
  birthplace: footOf(box),
  cameUnseen,
  hasMoved: false,
  sightings: 1,
  meanScore: box.score,
  middle: middleOf(box),
  size: { width: box.x2 - box.x1, height: heightOf(box) },
  velocity: { x: 0, y: 0 },
})

function seenAgain(track: Track, box: Box, at: Instant, rules: TrackingRules): Track {
  const gap = at - track.seenAt
  const share = (memory: number) => 1 - Math.exp(-gap / memory)
  const [place, pace, size] = [share(rules.placeMemory), share(rules.velocityMemory), share(rules.sizeMemory)]
  const expected = middleOf(expectedBox(track, at))
  const middle = middleOf(box)
  const foot = footOf(box)
  const strayed = Math.hypot(foot.x - track.birthplace.x, foot.y - track.birthplace.y)
  const sightings = track.sightings + 1
  return {
    ...track,
    box,
    seenAt: at,
    hasMoved: track.hasMoved || strayed >= box.x2 - box.x1,
    sightings,
    meanScore: between(track.meanScore, box.score, 1 / sightings),
    middle: { x: between(expected.x, middle.x, place), y: between(expected.y, middle.y, place) },
    size: {
      width: between(track.size.width, box.x2 - box.x1, size),
      height: between(track.size.height, heightOf(box), size),
    },
    velocity: {
      x: between(track.velocity.x, ((middle.x - track.middle.x) * 1000) / gap, pace),
      y: between(track.velocity.y, ((middle.y - track.middle.y) * 1000) / gap, pace),
    },
  }
}
