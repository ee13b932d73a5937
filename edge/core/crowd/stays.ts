/** Stays: somebody staying in a zone of one camera. A stay belongs to a place, not to a track. */
import type { StayId } from '#contracts/ids.ts'
import type { CameraZone } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { isClearlyOutside, isInTheMidst } from './edges.ts'
import { type Box, footOf, heightOf } from './geometry.ts'
import { isAtPlace, shiftOf, towards } from './placing.ts'
import type { StayRules } from './stayRules.ts'
import { isStill, notStirred, type Stirring, stirredBy, stirringPostponed } from './stirring.ts'
import type { Track } from './tracking.ts'

/**
 * Trackers lose people and mix them up; but whoever sits where somebody sat a moment ago, and was not seen coming, is
 * still the same person. Who changes seats within the zone keeps the stay as long as the track carries it, or is found
 * again a few steps from where it was lost; who appears on another seat out of nothing begins a new one.
 */
export interface Stay {
  readonly stayId: StayId
  readonly zoneId: CameraZone['zoneId']
  /** Moved on by the length of each outage. */
  readonly since: Instant
  readonly seenAt: Instant
  readonly box: Box
  readonly trackId?: number
  /** Its track before: trackers change their minds, and back again. */
  readonly formerTrackId?: number
  /** Where it keeps to, since when, and when it was last seen there. A box without height: only the foot is known. */
  readonly place: Box
  readonly placeSince: Instant
  readonly placeSeenAt: Instant
  /** Seen outside the zone since then. */
  readonly outSince?: Instant
  /** Who holds it was seen coming or moving. Nobody else is known to be a person before stirring. */
  readonly confirmed: boolean
  readonly stirring: Stirring
  /** Its long wait has been found. */
  readonly found: boolean
  /** Where and when its track began, if that was in the midst of the zone: nobody saw it coming. Until it is settled. */
  readonly appeared?: { readonly box: Box; readonly at: Instant }
}

export const isSettled = ({ placeSince, placeSeenAt }: Stay, rules: StayRules): boolean =>
  placeSeenAt - placeSince >= rules.settledAfter

/** Whether somebody sat when last seen. */
export const sat = (stay: Stay, rules: StayRules): boolean => isSettled(stay, rules) && stay.placeSeenAt === stay.seenAt

/** The same, though a passer-by may have taken the track along. */
export const satWhenLost = (stay: Stay, rules: StayRules): boolean =>
  isSettled(stay, rules) && stay.seenAt - stay.placeSeenAt <= rules.takenAlongFor

const MOMENT = 1500

/** Seen for longer than a false box is. */
export const isEstablished = ({ since, seenAt }: Stay): boolean => seenAt - since >= MOMENT

export const isPerson = ({ confirmed, stirring }: Stay): boolean => confirmed || stirring.hasStirred

/** Neither moved nor stirred for long: a chair, a poster, a coat. Until it does, it is nobody. */
export const isThing = (stay: Stay, rules: StayRules): boolean =>
  !isPerson(stay) && isStill(stay.stirring, rules.stirring)

const wasSeenComing = (track: Track, zone: CameraZone, rules: StayRules): boolean =>
  track.hasMoved || isClearlyOutside(track.birthplace, heightOf(track.box), zone, rules)

/** A stay that begins with the first foot in the zone. */
export const newStay = (stayId: StayId, zone: CameraZone, track: Track, rules: StayRules): Stay => ({
  stayId,
  zoneId: zone.zoneId,
  since: track.seenAt,
  seenAt: track.seenAt,
  box: track.box,
  trackId: track.trackId,
  place: track.box,
  placeSince: track.seenAt,
  placeSeenAt: track.seenAt,
  confirmed: wasSeenComing(track, zone, rules),
  stirring: notStirred(track.seenAt),
  found: false,
  ...(track.bornAt === track.seenAt &&
    isInTheMidst(track.box, zone, rules) && { appeared: { box: track.box, at: track.seenAt } }),
})

/** Who now holds a stay, and what is known of that. */
export interface Holding {
  readonly track: Track
  /** No other box hides its head and shoulders. */
  readonly free: boolean
  /** The track that held it before is seen elsewhere, and this one has just begun: it may be what that one left behind. */
  readonly doubtful: boolean
}

/**
 * The stay after a frame in which it was held. What was a thing until now begins when it moves or stirs: before, it was a
 * chair on which somebody has sat down. Moving counts when somebody comes, and when somebody has left a place for good; a
 * passer-by who takes a track along for a moment moves nobody. Nor does a change of track: nothing was seen on the way.
 */
export const seenAgain = (stay: Stay, { track, free, doubtful }: Holding, zone: CameraZone, rules: StayRules): Stay => {
  const { trackId, box, seenAt } = track
  const { outSince, appeared, ...inside } = stay
  const settled = isSettled(stay, rules)
  const atPlace = settled ? isAtPlace(stay, box, rules) : shiftOf(stay.place, box) <= rules.nearHeights
  const movesOn = !atPlace && (!settled || seenAt - stay.placeSeenAt > rules.exitGrace)
  const settles = !settled && atPlace && seenAt - stay.placeSince >= rules.settledAfter
  const comes = (movesOn && trackId === stay.trackId) || (!settled && wasSeenComing(track, zone, rules))
  const anew = doubtful || (movesOn && settled)
  const known = anew ? notStirred(seenAt) : stay.stirring
  const confirmed = !doubtful && (stay.confirmed || comes)
  const next: Stay = {
    ...inside,
    trackId,
    ...(stay.trackId !== undefined && stay.trackId !== trackId && { formerTrackId: stay.trackId }),
    box,
    seenAt,
    ...(appeared && !settled && { appeared }),
    ...((movesOn || settles || heightOf(stay.place) === 0) && { place: box }),
    ...(settled && atPlace && free && { place: towards(stay.place, box, rules.placeFollows) }),
    ...(movesOn && { placeSince: seenAt }),
    ...((atPlace || movesOn) && { placeSeenAt: seenAt }),
    ...(isClearlyOutside(footOf(box), heightOf(box), zone, rules) && { outSince: outSince ?? seenAt }),
    confirmed,
    stirring: free && atPlace ? stirredBy(known, box, seenAt, rules.stirring) : known,
  }
  return isThing(stay, rules) && isPerson(next) ? { ...next, since: seenAt } : next
}

/** The stay after a frame in which nobody held it; a track that now holds another is no longer its own. */
export const unseen = (stay: Stay, held: ReadonlySet<number>): Stay => {
  const { trackId, ...rest } = stay
  return trackId !== undefined && held.has(trackId) ? rest : stay
}

/**
 * Whether nobody stays there any more. `step` is the time since the frame before: at a slow camera one missed frame
 * never ends a stay.
 */
export const isOver = (stay: Stay, { at, step }: { at: Instant; step: number }, rules: StayRules): boolean => {
  const grace = Math.max(rules.exitGrace, 1.5 * step)
  if (stay.outSince !== undefined) return at - stay.outSince > grace
  if (stay.found && isThing(stay, rules)) return true
  return at - stay.seenAt > Math.max(satWhenLost(stay, rules) ? rules.keepPlace : rules.lostOnFoot, grace)
}

/** Whether somebody else, who was seen coming, has sat down where this one was lost from sight. */
export const isTaken = (stay: Stay, others: readonly Stay[], at: Instant, rules: StayRules): boolean =>
  stay.seenAt < at &&
  others.some(
    (other) =>
      other !== stay &&
      other.seenAt === at &&
      other.placeSince > stay.seenAt &&
      isSettled(other, rules) &&
      isAtPlace(stay, other.place, rules) &&
      shiftOf(other.place, stay.place) <= rules.takenHeights,
  )

/** After an outage: time goes on from where it stood, and nobody is known by a track any more. */
export const postponed = ({ trackId: _, outSince, ...stay }: Stay, outage: number): Stay => ({
  ...stay,
  since: stay.since + outage,
  seenAt: stay.seenAt + outage,
  placeSince: stay.placeSince + outage,
  placeSeenAt: stay.placeSeenAt + outage,
  ...(outSince !== undefined && { outSince: outSince + outage }),
  stirring: stirringPostponed(stay.stirring, outage),
})
