/** Where robots stop for a window, a place or a route node. */
import { PlaceId, type RouteNodeId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { Site } from '#contracts/site.ts'

export const stopAt = (
  site: Site,
  placeId: PlaceId,
): { ok: true; nodeId: RouteNodeId } | { ok: false; refusal: Refusal } => {
  const id: string = placeId
  const atWindow = site.windows.find(({ windowId }) => windowId === id)
  if (atWindow !== undefined && atWindow.nodeId === undefined) {
    return { ok: false, refusal: { code: 'noRobotStop', placeId } }
  }
  const named = atWindow?.nodeId ?? site.places.find((place) => place.placeId === placeId)?.nodeId ?? id
  const node = site.routeNodes.find(({ nodeId }) => nodeId === named)
  return node === undefined
    ? { ok: false, refusal: { code: 'unknownPlace', placeId } }
    : { ok: true, nodeId: node.nodeId }
}

/** The stops of all windows, places and route nodes, by their names. */
export const stopsOnPaper = (site: Site): ReadonlyMap<PlaceId, RouteNodeId> => {
  const named = [
    ...site.routeNodes.map(({ nodeId }) => nodeId),
    ...site.places.map(({ placeId }) => placeId),
    ...site.windows.map(({ windowId }) => windowId),
  ]
  return new Map(
    named.flatMap((name) => {
      const placeId = PlaceId.parse(name)
      const stop = stopAt(site, placeId)
      return stop.ok ? [[placeId, stop.nodeId] as const] : []
    }),
  )
}

interface Named {
  readonly stops: ReadonlyMap<PlaceId, RouteNodeId>
}

/** The stops of a mission; nothing when the site no longer has one of them. */
export const stopsOf = ({ paper }: { paper: Named }, { from, to }: Pick<Mission, 'from' | 'to'>) => {
  const [pick, drop] = [paper.stops.get(from), paper.stops.get(to)]
  return pick && drop ? { pick, drop } : undefined
}
