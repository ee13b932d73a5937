/** After a restart: the long waits that are still open go on where they were, so that nobody is found twice or forgotten. */

import type { Alert } from '#contracts/alerts.ts'
import { type Homography, placeThrough } from '#contracts/homography.ts'
import type { Point } from '#contracts/places.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import { type CameraCrowd, emptyCrowd } from './crowd.ts'
import type { StayRules } from './stayRules.ts'
import type { Stay } from './stays.ts'
import { notStirred } from './stirring.ts'
import { thingAt } from './things.ts'

/** Floor metres to image pixels: the inverse up to a factor, which a homography does not mind. */
const inverseOf = ([a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1]: Homography): Homography => [
  e * i - f * h,
  c * h - b * i,
  b * f - c * e,
  f * g - d * i,
  a * i - c * g,
  c * d - a * f,
  d * h - e * g,
  b * g - a * h,
  a * e - b * d,
]

const dot = ({ x, y }: Point) => ({ x1: x, y1: y, x2: x, y2: y, score: 1 })

const resumedStay = (
  { source, zoneId, place, since, raisedAt }: Alert,
  camera: SiteCamera,
  rules: StayRules,
): Stay[] => {
  const zone = camera.zones.find((one) => one.zoneId === zoneId)
  const foot = place && camera.homography && placeThrough(inverseOf(camera.homography), place)
  if (source.by !== 'camera' || source.cameraId !== camera.cameraId || !zone || !foot) return []
  const seen = { seenAt: raisedAt, placeSeenAt: raisedAt, placeSince: raisedAt - rules.settledAfter }
  const stirring = { ...notStirred(raisedAt), hasStirred: true }
  const known = { box: dot(foot), place: dot(foot), confirmed: !source.unconfirmed, stirring, found: true }
  return [{ stayId: source.stayId, zoneId: zone.zoneId, since, ...seen, ...known }]
}

const countOf = ({ source }: Alert): number =>
  source.by === 'camera' ? Number(/-(\d+)$/.exec(source.stayId)?.[1] ?? 0) : 0

/**
 * The crowd before the camera's first frame. New stays are named after the resumed ones. A dismissed alert of what was
 * never seen moving is the place of a thing.
 */
export const resumedCrowd = (camera: SiteCamera, alerts: readonly Alert[], rules: StayRules): CameraCrowd => {
  const resumed = (isWanted: (alert: Alert) => boolean) =>
    alerts.filter(isWanted).flatMap((alert) => resumedStay(alert, camera, rules))
  const stays = resumed(({ state }) => state === 'open' || state === 'accepted')
  const things = resumed(({ state }) => state === 'dismissed').filter(({ confirmed }) => !confirmed)
  return { ...emptyCrowd, stays, things: things.map(thingAt), counted: Math.max(0, ...alerts.map(countOf)) }
}
