/** The people before one camera: from each frame to who stays where, for how long, and for too long. */
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { type CameraId, StayId } from '#contracts/ids.ts'
import type { Occupancy } from '#contracts/readings.ts'
import type { CameraZone, SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type Box, footOf, isInside } from './geometry.ts'
import { type Heat, type HeatRules, noHeat, warmed } from './heat.ts'
import { holdersOf, seatsOf } from './holding.ts'
import { type CountingRules, type LongStay, longStaysAmong, occupancyOf } from './occupancy.ts'
import { usualQueue } from './queueLine.ts'
import { rejoined, seatedUnseen } from './rejoining.ts'
import { usualStays } from './stayRules.ts'
import { isOver, isTaken, newStay, postponed, type Stay, seenAgain, unseen } from './stays.ts'
import { isFree } from './stirring.ts'
import { type Thing, thingAt } from './things.ts'
import { follow, noTracks, type Track, type Tracking, type TrackingRules, usualTracking } from './tracking.ts'

export interface CrowdRules extends CountingRules, HeatRules {
  readonly tracking: TrackingRules
  /**
   * A longer gap between frames (ms) is an outage: its time counts for nobody, and ends no stay. Up to it, whoever is
   * at the same place at both ends stayed: a camera that sends a frame a minute may lose one.
   */
  readonly outageAfter: number
  /** An outage so long (ms) that nobody can be said to have stayed over it. */
  readonly forGoodAfter: number
}

export const usualCrowd: Omit<CrowdRules, 'longWait' | 'seats'> = {
  tracking: usualTracking,
  stays: usualStays,
  queue: usualQueue,
  heatFor: HOUR,
  outageAfter: 2 * MINUTE,
  forGoodAfter: 30 * MINUTE,
}

export interface CameraCrowd {
  readonly tracking: Tracking
  readonly stays: readonly Stay[]
  /** Stays so far, for their names. */
  readonly counted: number
  readonly heat: Heat
  readonly things: readonly Thing[]
  /** Of the last frame. */
  readonly at?: Instant
  /** Of the last frame, if it was from long before the one before it: the camera's clock may have been set back. */
  readonly earlier?: Instant
}

export const emptyCrowd: CameraCrowd = { tracking: noTracks, stays: [], counted: 0, heat: noHeat, things: [] }

/** Boxes in pixels of the site's camera; `at` is when the frame was taken. */
export interface CrowdFrame {
  readonly at: Instant
  readonly boxes: readonly Box[]
}

export interface Observed {
  readonly crowd: CameraCrowd
  readonly occupancy: Occupancy[]
  /** Stays that have just become long waits; each is told once. */
  readonly found: LongStay[]
  /** Long waits that are over; each is told once. */
  readonly over: StayId[]
}

export const stayIdOf = (cameraId: CameraId, count: number): StayId => StayId.parse(`${cameraId.slice(0, 50)}-${count}`)

const foundAmong = (stays: readonly Stay[]): StayId[] => stays.flatMap(({ found, stayId }) => (found ? stayId : []))

/** Nobody is there any more, as far as anybody can know. */
export const forsake = ({ at: _, earlier: __, ...crowd }: CameraCrowd): { crowd: CameraCrowd; over: StayId[] } => ({
  crowd: { ...crowd, tracking: { ...noTracks, counted: crowd.tracking.counted }, stays: [] },
  over: foundAmong(crowd.stays),
})

/** After somebody has looked and seen no person: what never moved there is not told of again. */
export const dismissed = (crowd: CameraCrowd, stayId: StayId): CameraCrowd => {
  const stay = crowd.stays.find((one) => one.stayId === stayId)
  return stay && !stay.confirmed ? { ...crowd, things: [...crowd.things, thingAt(stay)] } : crowd
}

/** One more frame. One that is not later than the last is ignored, but two in a row from long before begin anew. */
export const observe = (crowd: CameraCrowd, frame: CrowdFrame, camera: SiteCamera, rules: CrowdRules): Observed => {
  const ahead = crowd.at === undefined ? 1 : frame.at - crowd.at
  const fromLongBefore = -ahead > rules.outageAfter
  const setBack = fromLongBefore && crowd.earlier !== undefined && frame.at > crowd.earlier
  if (ahead <= 0 && !setBack) {
    const earlier = fromLongBefore && { earlier: frame.at }
    return { crowd: { ...crowd, ...earlier }, occupancy: [], found: [], over: [] }
  }
  if (ahead > 0 && ahead <= rules.forGoodAfter) return goOn(afterGap(crowd, frame.at, rules), frame, camera, rules)
  const forsaken = forsake(crowd)
  const observed = goOn(forsaken.crowd, frame, camera, rules)
  return { ...observed, over: forsaken.over }
}

/** Over an outage everything stands still; stays of an earlier life keep the time they had. */
function afterGap({ earlier: _, ...crowd }: CameraCrowd, at: Instant, { outageAfter }: CrowdRules): CameraCrowd {
  if (crowd.at === undefined)
    return { ...crowd, stays: crowd.stays.map((stay) => ({ ...postponed(stay, at - stay.seenAt), since: stay.since })) }
  const gap = at - crowd.at
  if (gap <= outageAfter) return crowd
  const tracking = { ...crowd.tracking, tracks: [] }
  return { ...crowd, tracking, stays: crowd.stays.map((stay) => postponed(stay, gap)) }
}

function goOn(before: CameraCrowd, { at, boxes }: CrowdFrame, camera: SiteCamera, rules: CrowdRules): Observed {
  const around = { seats: seatsOf(before.stays, { at, before: before.at ?? at }, rules.stays), width: camera.width }
  const tracking = follow(before.tracking, { at, boxes }, rules.tracking, around)
  const seen = tracking.tracks.filter(({ seenAt }) => seenAt === at)
  const step = before.at === undefined ? 0 : Math.min(at - before.at, rules.outageAfter)
  let counted = before.counted
  const nextId = (): StayId => {
    counted += 1
    return stayIdOf(camera.cameraId, counted)
  }
  const everyone = camera.zones.flatMap((zone) => {
    const settled = rejoined(staysIn(zone, before.stays, seen, nextId, rules), at, zone, rules.stays)
    return seatedUnseen(settled, { at, step }, zone, rules.stays)
  })
  const there = everyone.filter(
    (stay) => !isOver(stay, { at, step }, rules.stays) && !isTaken(stay, everyone, at, rules.stays),
  )
  const found = longStaysAmong(there, at, camera, { ...rules, things: before.things })
  const named = new Set(found.map(({ stayId }) => stayId))
  const stays = there.map((stay) => (named.has(stay.stayId) ? { ...stay, found: true } : stay))
  const left = new Set(stays.map(({ stayId }) => stayId))
  const heat = warmed(before.heat, tracking.tracks, at, camera, rules)
  return {
    crowd: { tracking, stays, counted, heat, things: before.things, at },
    occupancy: camera.zones.map((zone) => occupancyOf(zone, stays, at, camera, { ...rules, things: before.things })),
    found,
    over: foundAmong(before.stays.filter(({ stayId }) => !left.has(stayId))),
  }
}

/** The stays of one zone, continued and begun. */
function staysIn(
  zone: CameraZone,
  before: readonly Stay[],
  seen: readonly Track[],
  nextId: () => StayId,
  { stays: rules }: CrowdRules,
): Stay[] {
  const stays = before.filter(({ zoneId }) => zoneId === zone.zoneId)
  const holders = holdersOf(stays, seen, zone, rules)
  const held = new Set([...holders.values()].map(({ trackId }) => trackId))
  const ids = new Set(seen.map(({ trackId }) => trackId))
  const boxes = seen.map(({ box }) => box)
  const continued = stays.map((stay) => {
    const track = holders.get(stay)
    if (!track) return unseen(stay, held)
    const before = stay.trackId
    const isSeenElsewhere = before !== undefined && before !== track.trackId && ids.has(before) && !held.has(before)
    const doubtful = isSeenElsewhere && track.bornAt === track.seenAt
    return seenAgain(stay, { track, free: isFree(track.box, boxes, rules.stirring), doubtful }, zone, rules)
  })
  const newcomers = seen.filter(({ trackId, box }) => !held.has(trackId) && isInside(footOf(box), zone.outline))
  return [...continued, ...newcomers.map((track) => newStay(nextId(), zone, track, rules))]
}
