/** What is true about the simulated hall: who waited in the zone, from when to when, and whose a place is. */
import type { Instant } from '#contracts/time.ts'
import { type Box, isInside, overlapOf } from '#edge/core/crowd/geometry.ts'
import { toPixel } from '#simulators/camera/lens.ts'
import { type Actor, poseAt } from './itineraries.ts'
import type { Body } from './seeing.ts'
import { LONG_WAIT, type World, ZONE } from './world.ts'

export const zoneInImage = [
  { x: ZONE.left, z: ZONE.near },
  { x: ZONE.right, z: ZONE.near },
  { x: ZONE.right, z: ZONE.far },
  { x: ZONE.left, z: ZONE.far },
].map((corner) => toPixel(corner))

export interface Wait {
  readonly actor: Actor
  /** First and last moment in the zone, the camera running. */
  readonly since: Instant
  readonly until: Instant
}

const STEP = 250

const isInZone = (actor: Actor, at: Instant): boolean => {
  const pose = poseAt(actor, at)
  return pose !== undefined && isInside(toPixel(pose), zoneInImage)
}

/** How long of the time between is lost in outages that count for nobody: longer than `outageAfter` (ms). */
export const lostBetween = ({ outages }: World, since: Instant, until: Instant, outageAfter: number): number =>
  outages
    .filter((outage) => outage.until - outage.from > outageAfter)
    .reduce((sum, { from, until: ends }) => sum + Math.max(0, Math.min(until, ends) - Math.max(since, from)), 0)

/** Of everybody who sits down in the zone. */
export const waitsIn = ({ actors, from, until }: World): Wait[] =>
  actors.flatMap((actor) => {
    if (actor.kind !== 'visitor') return []
    const [comes, goes] = [
      Math.max(from, actor.legs[0]?.starts ?? from),
      Math.min(until, actor.legs.at(-1)?.ends ?? until),
    ]
    let [since, last] = [comes, goes]
    while (since < goes && !isInZone(actor, since)) since += STEP
    while (last > since && !isInZone(actor, last)) last -= STEP
    return last - since > STEP ? [{ actor, since, until: last }] : []
  })

export const longWaitsAmong = (waits: readonly Wait[], world: World, outageAfter: number): Wait[] =>
  waits.filter(
    ({ since, until }) => until - since - lostBetween(world, since, until, outageAfter) >= LONG_WAIT + 15_000,
  )

/** Least overlap of a box with the body it is of. */
const FITS = 0.4

/** Whose box it is: of the body that it fits best; undefined of nobody and nothing. */
export const ownerOf = (box: Box, bodies: readonly Body[]): Actor | undefined =>
  bodies
    .filter(({ actor }) => actor.kind !== 'screen')
    .map((body) => ({ body, overlap: overlapOf(body.box, box) }))
    .filter(({ overlap }) => overlap >= FITS)
    .sort((a, b) => b.overlap - a.overlap)[0]?.body.actor
