/** Which track is whose: the people seen in a frame are given to the stays of a zone. */
import type { CameraZone } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { NEVER, pairsOf } from './assignment.ts'
import { isDeepInside } from './edges.ts'
import { type Box, wayBetween } from './geometry.ts'
import { reachAfter } from './pace.ts'
import { isAlike, isAtPlace, unlikenessOf } from './placing.ts'
import type { StayRules } from './stayRules.ts'
import { isEstablished, isSettled, type Stay, sat, satWhenLost } from './stays.ts'
import type { Track } from './tracking.ts'

/** What a stay pays for its own track: anything that fits better is preferred. Who walks has no other sign than the track. */
const OWN_ELSEWHERE = 0.95
const OWN_WALKING = 0.2

/** What is known of a track that no stay holds at its place. */
interface Loose {
  readonly track: Track
  /** It was the track of somebody who sat, and has left the place just now: it may have gone over to a passer-by. */
  readonly hasLeftPlace: boolean
  /** Nobody had it before: nobody was seen to bring it here. */
  readonly isNew: boolean
}

/** Somebody who has been out of sight for a while is at the seat only if nobody who walks there is. */
const LONG_HIDDEN = 0.9

/** The seats of those who sat when last seen, by track, `before` being the frame before: how well a box there is theirs, 0..1 if at all. */
export const seatsOf = (
  stays: readonly Stay[],
  { at, before }: { at: Instant; before: Instant },
  rules: StayRules,
): ReadonlyMap<number, (box: Box) => number> =>
  new Map(
    stays.flatMap((stay): [number, (box: Box) => number][] => {
      const { trackId, placeSeenAt } = stay
      const isLost = before > placeSeenAt && at - placeSeenAt > rules.keepPlace
      if (trackId === undefined || !sat(stay, rules) || isLost) return []
      const least = before - placeSeenAt <= rules.swapWithin ? 0 : LONG_HIDDEN
      return [[trackId, (box) => least + (1 - least) * unlikenessOf(stay.place, box, rules)]]
    }),
  )

/**
 * 0..1 for a track that may be the one who stays at the place, though the stay's own track is lost or elsewhere. One that
 * has come from elsewhere only takes the place of who was there a moment ago: two people are never at one place.
 */
const costAtPlace = (
  stay: Stay,
  { track, hasLeftPlace, isNew }: Loose,
  ownIsSeen: boolean,
  rules: StayRules,
): number => {
  if (!isSettled(stay, rules) || !isAtPlace(stay, track.box, rules)) return NEVER
  const nearness = unlikenessOf(stay.place, track.box, rules)
  const away = track.seenAt - stay.placeSeenAt
  if (!isNew && !hasLeftPlace) return away <= rules.swapWithin ? nearness / 2 : NEVER
  if (ownIsSeen && away <= rules.exitGrace) return Math.max(nearness, away / rules.exitGrace)
  const kept = satWhenLost(stay, rules) && stay.outSince === undefined ? rules.keepPlace : rules.swapWithin
  return away <= kept ? nearness : NEVER
}

/**
 * 0..1 for a track a few steps from where the stay was lost while walking. One that was there already while somebody was
 * seen to hold the stay is somebody else.
 */
const costOfReach = (stay: Stay, { track, hasLeftPlace, isNew }: Loose, rules: StayRules): number => {
  if (sat(stay, rules)) return NEVER
  if (track.bornAt === track.seenAt) return reachCost(stay, track, rules.reachWithin, rules)
  if (isNew && track.bornAt > stay.seenAt) return reachCost(stay, track, rules.swapWithin, rules)
  return hasLeftPlace && isEstablished(stay) ? reachCost(stay, track, rules.swapWithin, rules) : NEVER
}

/** How far the track is from where the stay was last seen, as a share of how far one may walk meanwhile. */
const reachCost = (stay: Stay, track: Track, within: number, rules: StayRules): number => {
  const gap = track.seenAt - stay.seenAt
  if (gap > within || !isAlike(stay.box, track.box, rules)) return NEVER
  return wayBetween(stay.box, track.box) / Math.min(reachAfter(gap, rules.walk), rules.reachMostHeights)
}

/**
 * Who is seen holds the stay: its own track while at its place; else who fits best of those whose place is not certain,
 * its own track among them.
 */
export const holdersOf = (
  stays: readonly Stay[],
  seen: readonly Track[],
  zone: CameraZone,
  rules: StayRules,
): Map<Stay, Track> => {
  const holders = new Map<Stay, Track>()
  const apart: Stay[] = []
  const byId = new Map(seen.map((track) => [track.trackId, track]))
  const own = ({ trackId }: Stay) => (trackId === undefined ? undefined : byId.get(trackId))
  for (const stay of stays) {
    const track = own(stay)
    if (track && sat(stay, rules) && isAtPlace(stay, track.box, rules)) holders.set(stay, track)
    else apart.push(stay)
  }
  const held = new Set(holders.values())
  const left = new Set(apart.filter((stay) => sat(stay, rules)).map(own))
  const owned = new Set(stays.map(({ trackId }) => trackId))
  const loose = seen
    .filter((track) => !held.has(track))
    .map((track): Loose => ({ track, hasLeftPlace: left.has(track), isNew: !owned.has(track.trackId) }))
  const pairs = pairsOf(apart, loose, (stay, one) => {
    const ownTrack = own(stay)
    if (ownTrack === one.track) return isSettled(stay, rules) ? OWN_ELSEWHERE : OWN_WALKING
    if (one.isNew && one.track.trackId === stay.formerTrackId && !sat(stay, rules)) return OWN_WALKING
    const ownIsSeen = ownTrack !== undefined
    const inReach = ownIsSeen || !isDeepInside(stay.box, zone, rules) ? NEVER : costOfReach(stay, one, rules)
    return Math.min(inReach, costAtPlace(stay, one, ownIsSeen, rules))
  })
  for (const [stay, { track }] of pairs) holders.set(stay, track)
  giveTheRest(holders, stays, seen, zone, rules)
  return holders
}

/** Two who were mixed up: when the one has got the other's track, the other gets what is left, if it is near. */
function giveTheRest(
  holders: Map<Stay, Track>,
  stays: readonly Stay[],
  seen: readonly Track[],
  zone: CameraZone,
  rules: StayRules,
): void {
  const held = new Set(holders.values())
  const before = new Set(stays.map(({ trackId }) => trackId))
  const stayless = stays.filter(
    (stay) => !holders.has(stay) && !sat(stay, rules) && isDeepInside(stay.box, zone, rules),
  )
  const freed = seen.filter((track) => !held.has(track) && before.has(track.trackId))
  const cost = (stay: Stay, track: Track) => reachCost(stay, track, rules.swapWithin, rules)
  for (const [stay, track] of pairsOf(stayless, freed, cost)) holders.set(stay, track)
}
