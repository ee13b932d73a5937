/** Stays: somebody staying in a zone of one camera. A stay belongs to a place, not to a track. */
import type { StayId } from '#contracts/ids.ts'
import type { Point } from '#contracts/places.ts'
import type { CameraZone } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type Box, footOf, isInside } from './geometry.ts'
import type { Track } from './tracking.ts'

export interface StayRules {
  /** Seen outside the zone, or lost while walking, for this long (ms): gone. */
  readonly exitGrace: number
  /** Where somebody sat who was lost from sight, the place is kept this long (ms). */
  readonly keepPlace: number
  /** Somebody sits, or stands still, when at one place for this long (ms). */
  readonly settledAfter: number
  /** Two tracks that change places within this time (ms) have been mixed up: people need longer. */
  readonly swapWithin: number
  /** Boxes this near, in box heights, are at the same place. */
  readonly nearHeights: number
  /** Of two heights at one place the lower is at least this share of the other. */
  readonly likeness: number
  /** Only beyond this distance from the zone's edge, in box heights, is a foot outside. */
  readonly edgeHeights: number
  /**
   * Who may have come while nobody looked is taken for a person after this time (ms), from this mean score on. Who
   * appeared in full view is a person only when it moves, and if that takes longer, the time before does not count.
   */
  readonly personAfter: number
  readonly personScore: number
}

export const usualStays: StayRules = {
  exitGrace: 10_000,
  keepPlace: 90_000,
  settledAfter: 5000,
  swapWithin: 2000,
  nearHeights: 0.5,
  likeness: 0.5,
  edgeHeights: 0.15,
  personAfter: 60_000,
  personScore: 0.35,
}

/**
 * Trackers lose people and mix them up; but whoever sits where somebody sat a moment ago, and was not seen coming, is
 * still the same person.
 */
export interface Stay {
  readonly stayId: StayId
  readonly zoneId: CameraZone['zoneId']
  /** Moved on by the length of each outage. */
  readonly since: Instant
  readonly seenAt: Instant
  readonly box: Box
  readonly trackId?: number
  /** Where it keeps to, since when, and when it was last seen there. A box without height: only the foot is known. */
  readonly place: Box
  readonly placeSince: Instant
  readonly placeSeenAt: Instant
  /** Seen outside the zone since then. */
  readonly outSince?: Instant
  /** Surely a person: seen coming or moving, or there before anybody looked and clearly seen. A chair never is. */
  readonly confirmed: boolean
  /** Its long wait has been found. */
  readonly found: boolean
}

export const heightOf = ({ y1, y2 }: Box): number => y2 - y1
const headOf = ({ x1, x2, y1 }: Box): Point => ({ x: (x1 + x2) / 2, y: y1 })
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** In box heights. The nearer of foot and head counts, for a bag or a passer-by may hide one of them. */
export const shiftOf = (a: Box, b: Box): number =>
  Math.min(distance(footOf(a), footOf(b)), distance(headOf(a), headOf(b))) / Math.max(heightOf(a), heightOf(b))

const distanceToLine = (p: Point, a: Point, b: Point): number => {
  const length = distance(a, b) || 1
  const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length ** 2
  const share = Math.min(1, Math.max(0, along))
  return distance(p, { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) })
}

const isClearlyOutside = (foot: Point, height: number, { outline }: CameraZone, rules: StayRules): boolean =>
  !isInside(foot, outline) &&
  outline.every((corner, i) => distanceToLine(foot, outline.at(i - 1) ?? corner, corner) > rules.edgeHeights * height)

export const isSettled = ({ placeSince, placeSeenAt }: Stay, rules: StayRules): boolean =>
  placeSeenAt - placeSince >= rules.settledAfter

/** There before anybody looked, and clearly seen. */
const isTrusted = (track: Track, rules: StayRules): boolean => track.cameUnseen && track.meanScore >= rules.personScore

const isSurelyPerson = (track: Track, zone: CameraZone, rules: StayRules): boolean =>
  track.hasMoved ||
  (isTrusted(track, rules) && track.seenAt - track.bornAt >= rules.personAfter) ||
  isClearlyOutside(track.birthplace, heightOf(track.box), zone, rules)

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
  confirmed: isSurelyPerson(track, zone, rules),
  found: false,
})

/**
 * The stay after a frame in which its holder was seen. One that was doubtful for long begins when somebody moves:
 * before, it may have been a chair on which somebody has sat down.
 */
export const seenAgain = (stay: Stay, track: Track, zone: CameraZone, rules: StayRules): Stay => {
  const { trackId, box, seenAt } = track
  const { outSince, ...inside } = stay
  const atPlace = shiftOf(stay.place, box) <= rules.nearHeights
  const confirmed = stay.confirmed || isSurelyPerson(track, zone, rules)
  const wasDoubtful = confirmed && !stay.confirmed && !isTrusted(track, rules)
  const movesOn = !atPlace && (!isSettled(stay, rules) || seenAt - stay.placeSeenAt > rules.exitGrace)
  return {
    ...inside,
    trackId,
    box,
    seenAt,
    ...((movesOn || heightOf(stay.place) === 0) && { place: box }),
    ...(movesOn && { placeSince: seenAt }),
    ...((atPlace || movesOn) && { placeSeenAt: seenAt }),
    ...(isClearlyOutside(footOf(box), heightOf(box), zone, rules) && { outSince: outSince ?? seenAt }),
    confirmed,
    ...(wasDoubtful && seenAt - stay.since > rules.personAfter && { since: seenAt }),
  }
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
  const satWhenLost = isSettled(stay, rules) && stay.seenAt - stay.placeSeenAt <= rules.swapWithin
  return at - stay.seenAt > (satWhenLost ? Math.max(rules.keepPlace, grace) : grace)
}

/** After an outage: time goes on from where it stood, and nobody is known by a track any more. */
export const postponed = ({ trackId: _, outSince, ...stay }: Stay, outage: number): Stay => ({
  ...stay,
  since: stay.since + outage,
  seenAt: stay.seenAt + outage,
  placeSince: stay.placeSince + outage,
  placeSeenAt: stay.placeSeenAt + outage,
  ...(outSince !== undefined && { outSince: outSince + outage }),
})
