/** Where on the floor something is, by what people know there: a window, a place, a lift, a charger, or the floor alone. */
import type { FloorPoint } from '#contracts/places.ts'
import type { Site } from '#contracts/site.ts'

export type Spot =
  /** Beside a window or a place of the site. */
  | { readonly by: 'place'; readonly id: string }
  | { readonly by: 'lift'; readonly liftId: string }
  | { readonly by: 'charger' }
  | { readonly by: 'floor'; readonly floorId: string }

/** Further away from everything that has a name, only the floor is said. */
const NEAR_METRES = 6
/** So near is on a node. */
const ON_METRES = 0.5

/** By the route node's stop where it is one; nothing for a node the site does not have. */
export const spotOf = (site: Site, id: string): Spot | undefined => {
  const node = site.routeNodes.find(({ nodeId }) => nodeId === id)
  const stop = named(site).find(({ nodeId }) => nodeId === id)
  return stop ? { by: 'place', id: stop.id } : node && spotAt(site, node.place)
}

export const spotAt = (site: Site, point: FloorPoint): Spot => {
  const from = (place: FloorPoint): number =>
    place.floorId === point.floorId ? Math.hypot(place.x - point.x, place.y - point.y) : Number.POSITIVE_INFINITY
  const on = site.routeNodes.find(({ place }) => from(place) < ON_METRES)
  if (on?.liftId !== undefined) return { by: 'lift', liftId: on.liftId }
  if (site.chargers.some(({ nodeId }) => nodeId === on?.nodeId)) return { by: 'charger' }
  const [nearest] = named(site)
    .map(({ id, place }) => ({ id, metres: from(place) }))
    .filter(({ metres }) => metres <= NEAR_METRES)
    .sort((a, b) => a.metres - b.metres)
  return nearest ? { by: 'place', id: nearest.id } : { by: 'floor', floorId: point.floorId }
}

const named = (site: Site) => [
  ...site.windows.map(({ windowId, place, nodeId }) => ({ id: String(windowId), place, nodeId })),
  ...site.places.map(({ placeId, place, nodeId }) => ({ id: String(placeId), place, nodeId })),
]
