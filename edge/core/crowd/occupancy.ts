/** What is told of the stays before a camera: how many people, how long, where; and who has stayed too long. */

import { MINUTE } from '#contracts/durations.ts'
import type { StayId, ZoneId } from '#contracts/ids.ts'
import type { FloorPoint, Point } from '#contracts/places.ts'
import type { Occupancy } from '#contracts/readings.ts'
import type { CameraZone, SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { footOf, onFloor } from './geometry.ts'
import { isSettled, type Stay, type StayRules } from './stays.ts'

export interface LongStay {
  readonly stayId: StayId
  readonly zoneId: ZoneId
  readonly since: Instant
  readonly seenAt: Instant
  readonly place?: FloorPoint
}

export interface CountingRules {
  readonly stays: StayRules
  /** ms; longer than this in a zone of `seats` is a long wait. */
  readonly longWait: number
  readonly seats: ReadonlySet<ZoneId>
}

const isLong = ({ zoneId, confirmed, since }: Stay, at: Instant, { longWait, seats }: CountingRules): boolean =>
  confirmed && seats.has(zoneId) && at - since >= longWait

/** Long waits nobody has been told of, of people who are seen right now. */
export const longStaysAmong = (
  stays: readonly Stay[],
  at: Instant,
  { homography, floorId }: SiteCamera,
  rules: CountingRules,
): LongStay[] =>
  stays.flatMap((stay) => {
    const { stayId, zoneId, since, seenAt, found, outSince } = stay
    if (found || seenAt !== at || outSince !== undefined || !isLong(stay, at, rules)) return []
    const place = homography && onFloor(homography, footOf(stay.box))
    return [{ stayId, zoneId, since, seenAt, ...(place && { place: { floorId, ...place } }) }]
  })

/** Whoever is seen, or has just been hidden where they sit. */
const isThere = (stay: Stay, at: Instant, rules: StayRules): boolean =>
  stay.outSince === undefined && (stay.seenAt === at || (isSettled(stay, rules) && at - stay.seenAt <= rules.exitGrace))

/** Sorted by place, so that the order tells nothing of who came when. */
const placesOf = (stays: readonly Stay[], { homography }: SiteCamera): Point[] =>
  stays
    .flatMap(({ box }) => (homography && onFloor(homography, footOf(box))) ?? [])
    .sort((a, b) => a.x - b.x || a.y - b.y)

const inMinutes = (time: number): number => Math.round((time / MINUTE) * 10) / 10

export const occupancyOf = (
  { zoneId }: CameraZone,
  stays: readonly Stay[],
  at: Instant,
  camera: SiteCamera,
  rules: CountingRules,
): Occupancy => {
  const there = stays.filter((stay) => stay.zoneId === zoneId && isThere(stay, at, rules.stays))
  const dwells = there.filter(({ confirmed }) => confirmed).map(({ since }) => at - since)
  return {
    type: 'occupancy',
    zoneId,
    cameraId: camera.cameraId,
    people: there.length,
    longestStayMinutes: inMinutes(Math.max(0, ...dwells)),
    longWaits: there.filter((stay) => isLong(stay, at, rules)).length,
    places: placesOf(there, camera),
  }
}
