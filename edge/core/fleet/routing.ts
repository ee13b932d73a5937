/** Ways through the hall: where robots stop for a place, and how they get there soonest. */

import { SECOND } from '#contracts/durations.ts'
import type { PlaceId, RouteNodeId } from '#contracts/ids.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { Site } from '#contracts/site.ts'
import type { RouteEdge } from '#contracts/siteFloors.ts'

/** The ends of a route edge, the way a robot drives it. */
export interface Leg {
  from: RouteNodeId
  to: RouteNodeId
  lengthMetres: number
  speedMps: number
}

/** All legs that end at a node. */
export type RouteGraph = ReadonlyMap<RouteNodeId, readonly Leg[]>

/** For each node with a way to the target: how long it takes, and where to go next; the target itself has no next. */
export type WaysTo = ReadonlyMap<RouteNodeId, { time: number; next?: RouteNodeId }>

/** Where a robot stops for a window, a place or a route node. */
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

/** Lifts are not used yet: a node in a cabin is on no way. */
export const routeGraph = (site: Site): RouteGraph => {
  const nodes = new Map(site.routeNodes.filter(({ liftId }) => liftId === undefined).map((node) => [node.nodeId, node]))
  const graph = new Map<RouteNodeId, Leg[]>([...nodes.keys()].map((nodeId) => [nodeId, []]))
  const add = ({ maxSpeedMps }: RouteEdge, from: RouteNodeId, to: RouteNodeId) => {
    const [a, b] = [nodes.get(from)?.place, nodes.get(to)?.place]
    if (a === undefined || b === undefined || a.floorId !== b.floorId) return
    graph.get(to)?.push({ from, to, lengthMetres: Math.hypot(b.x - a.x, b.y - a.y), speedMps: maxSpeedMps })
  }
  for (const edge of site.routeEdges) {
    add(edge, edge.from, edge.to)
    if (edge.twoWay) add(edge, edge.to, edge.from)
  }
  return graph
}

/** Dijkstra's algorithm, from the target backwards; `time` is in ms. */
export const waysTo = (graph: RouteGraph, target: RouteNodeId): WaysTo => {
  const done = new Map<RouteNodeId, { time: number; next?: RouteNodeId }>()
  const open = new Map<RouteNodeId, { time: number; next?: RouteNodeId }>()
  if (graph.has(target)) open.set(target, { time: 0 })
  while (open.size > 0) {
    const [nodeId, way] = [...open].reduce((best, other) => (other[1].time < best[1].time ? other : best))
    open.delete(nodeId)
    done.set(nodeId, way)
    for (const { from, lengthMetres, speedMps } of graph.get(nodeId) ?? []) {
      const time = way.time + (lengthMetres / speedMps) * SECOND
      if (!done.has(from) && time < (open.get(from)?.time ?? Number.POSITIVE_INFINITY)) {
        open.set(from, { time, next: nodeId })
      }
    }
  }
  return done
}

/** The nodes from `from` to the target, both included; empty when there is no way. */
export const pathAlong = (ways: WaysTo, from: RouteNodeId): RouteNodeId[] => {
  const path: RouteNodeId[] = []
  for (let at: RouteNodeId | undefined = from; at !== undefined && ways.has(at); at = ways.get(at)?.next) path.push(at)
  return path
}
