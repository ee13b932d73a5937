/** What is told of the stays before a camera: how many people, how long, where; and who has stayed too long. */

import { MINUTE } from '#contracts/durations.ts'
import { placeThrough } from '#contracts/homography.ts'
import type { StayId, ZoneId } from '#contracts/ids.ts'
import type { FloorPoint, Point } from '#contracts/places.ts'
import type { Occupancy } from '#contracts/readings.ts'
import type { CameraZone, SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { footOf } from './geometry.ts'
import { type QueueRules, queueAlong } from './queueLine.ts'
import type { StayRules } from './stayRules.ts'
import { isPerson, isSettled, isThing, type Stay } from './stays.ts'
import { isStill } from './stirring.ts'
import { isDismissed, type Thing } from './things.ts'

export interface LongStay {
  readonly stayId: StayId
  readonly zoneId: ZoneId
  readonly since: Instant
  readonly seenAt: Instant
  readonly place?: FloorPoint
  /** Never seen moving, but it stirs as people do. */
  readonly unconfirmed?: true
}

export interface CountingRules {
  readonly stays: StayRules
  readonly queue: QueueRules
  /** ms; longer than this in a zone of `seats` is a long wait. */
  readonly longWait: number
  readonly seats: ReadonlySet<ZoneId>
}

/** The rules, and what somebody has looked at. */
type Counting = CountingRules & { readonly things: readonly Thing[] }

const isKnownPerson = (stay: Stay, { stays, things }: Counting): boolean =>
  isPerson(stay) && !isDismissed(stay, things, stays)

const isLong = (stay: Stay, at: Instant, rules: Counting): boolean =>
  isKnownPerson(stay, rules) && rules.seats.has(stay.zoneId) && at - stay.since >= rules.longWait

/**
 * Long waits nobody has been told of, of people who are seen right now. Whoever came and has not stirred for minutes may
 * have left a coat behind: then somebody should look.
 */
export const longStaysAmong = (
  stays: readonly Stay[],
  at: Instant,
  { homography, floorId }: SiteCamera,
  rules: Counting,
): LongStay[] =>
  stays.flatMap((stay) => {
    const { stayId, zoneId, since, seenAt, placeSeenAt, found, outSince, confirmed } = stay
    if (found || placeSeenAt !== at || outSince !== undefined || !isLong(stay, at, rules)) return []
    const unconfirmed = !confirmed || isStill(stay.stirring, rules.stays.stirring)
    const place = homography && placeThrough(homography, footOf(stay.box))
    const known = { stayId, zoneId, since, seenAt }
    return [{ ...known, ...(place && { place: { floorId, ...place } }), ...(unconfirmed && { unconfirmed }) }]
  })

/** Whoever is seen, or has just been hidden where they sit; but no thing. */
const isThere = (stay: Stay, at: Instant, { stays, things }: Counting): boolean =>
  stay.outSince === undefined &&
  (stay.seenAt === at || (isSettled(stay, stays) && at - stay.seenAt <= stays.exitGrace)) &&
  !isThing(stay, stays) &&
  !isDismissed(stay, things, stays)

/** Sorted by place, so that the order tells nothing of who came when. */
const placesOf = (stays: readonly Stay[], { homography }: SiteCamera): Point[] =>
  stays
    .flatMap(({ box }) => (homography && placeThrough(homography, footOf(box))) ?? [])
    .sort((a, b) => a.x - b.x || a.y - b.y)

const inMinutes = (time: number): number => Math.round((time / MINUTE) * 10) / 10

export const occupancyOf = (
  { zoneId, queueLine }: CameraZone,
  stays: readonly Stay[],
  at: Instant,
  camera: SiteCamera,
  rules: Counting,
): Occupancy => {
  const there = stays.filter((stay) => stay.zoneId === zoneId && isThere(stay, at, rules))
  const dwells = there.filter((stay) => isKnownPerson(stay, rules)).map(({ since }) => at - since)
  const boxes = there.map(({ box }) => box)
  return {
    type: 'occupancy',
    zoneId,
    cameraId: camera.cameraId,
    people: there.length,
    longestStayMinutes: inMinutes(Math.max(0, ...dwells)),
    longWaits: there.filter((stay) => isLong(stay, at, rules)).length,
    places: placesOf(there, camera),
    ...(queueLine && { queue: queueAlong(queueLine, boxes, camera.homography, rules.queue) }),
  }
}
