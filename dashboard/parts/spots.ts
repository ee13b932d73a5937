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

/** By the route node's stop where it is one; nothing for a node the site does not have. */
export const spotOf = (site: Site, id: string): Spot | undefined => {
  const node = site.routeNodes.find(({ nodeId }) => nodeId === id)
  if (node?.liftId !== undefined) return { by: 'lift', liftId: node.liftId }
  const stop = named(site).find(({ nodeId }) => nodeId === id)
  if (stop) return { by: 'place', id: stop.id }
  if (site.chargers.some(({ nodeId }) => nodeId === id)) return { by: 'charger' }
  return node && spotAt(site, node.place)
}

export const spotAt = (site: Site, { floorId, x, y }: FloorPoint): Spot => {
  const [nearest] = named(site)
    .filter(({ place }) => place.floorId === floorId)
    .map(({ id, place }) => ({ id, metres: Math.hypot(place.x - x, place.y - y) }))
    .filter(({ metres }) => metres <= NEAR_METRES)
    .sort((a, b) => a.metres - b.metres)
  return nearest ? { by: 'place', id: nearest.id } : { by: 'floor', floorId }
}

const named = (site: Site) => [
  ...site.windows.map(({ windowId, place, nodeId }) => ({ id: String(windowId), place, nodeId })),
  ...site.places.map(({ placeId, place, nodeId }) => ({ id: String(placeId), place, nodeId })),
]
