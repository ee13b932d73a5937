/** Where something is in the hall, by zone, and how far apart zones are. */
import type { Alert } from '#contracts/alerts.ts'
import type { ZoneId } from '#contracts/ids.ts'
import type { FloorPoint, Point } from '#contracts/places.ts'
import type { Site, SiteZone } from '#contracts/site.ts'
import { isInside } from '../crowd/geometry.ts'

/** One floor up or down is worth this walk. */
const STAIRS_METRES = 100
/** To somebody of whom nothing is known: farther than any other. */
const SOMEWHERE_METRES = 10_000

const zoneNamed = ({ zones }: Site, zoneId: ZoneId | undefined): SiteZone | undefined =>
  zones.find((zone) => zone.zoneId === zoneId)

const centreOf = ({ outline }: SiteZone): Point => ({
  x: outline.reduce((sum, { x }) => sum + x, 0) / outline.length,
  y: outline.reduce((sum, { y }) => sum + y, 0) / outline.length,
})

const levelOf = ({ floors }: Site, { floorId }: { floorId: string }): number =>
  floors.find((floor) => floor.floorId === floorId)?.level ?? 0

/** From centre to centre, with the stairs. Whatever has no zone is equally far from everybody. */
export const metresBetween = (site: Site, from: ZoneId | undefined, to: ZoneId | undefined): number => {
  const there = zoneNamed(site, to)
  if (!there) return 0
  const here = zoneNamed(site, from)
  if (!here) return SOMEWHERE_METRES
  const [a, b] = [centreOf(here), centreOf(there)]
  return Math.hypot(a.x - b.x, a.y - b.y) + STAIRS_METRES * Math.abs(levelOf(site, here) - levelOf(site, there))
}

/** The zone the place lies in, or the nearest of its floor. */
const zoneAround = (site: Site, place: FloorPoint): ZoneId | undefined => {
  const onFloor = site.zones.filter(({ floorId }) => floorId === place.floorId)
  const around = onFloor.find(({ outline }) => isInside(place, outline))
  const metres = (zone: SiteZone) => {
    const centre = centreOf(zone)
    return Math.hypot(centre.x - place.x, centre.y - place.y)
  }
  return (around ?? onFloor.sort((a, b) => metres(a) - metres(b))[0])?.zoneId
}

/** Where whoever sees to it has to go; nowhere in particular for what is no place of the hall. */
export const zoneOf = (site: Site, { zoneId, place, source }: Alert): ZoneId | undefined => {
  if (zoneId) return zoneId
  if (place) return zoneAround(site, place)
  return source.by === 'sight'
    ? site.cameras.find(({ cameraId }) => cameraId === source.cameraId)?.zones[0]?.zoneId
    : undefined
}
