/** Where robots stop for a window, a place or a route node. */
import type { PlaceId, RouteNodeId } from '#contracts/ids.ts'
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

/** The stops of a mission; nothing when the site no longer has one of them. */
export const stopsOf = (site: Site, { from, to }: Pick<Mission, 'from' | 'to'>) => {
  const [pick, drop] = [stopAt(site, from), stopAt(site, to)]
  return pick.ok && drop.ok ? { pick: pick.nodeId, drop: drop.nodeId } : undefined
}
