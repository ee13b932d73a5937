/** The ways of a site in numbers: route nodes by index, the legs between them, and what two robots cannot hold at once. */
import { SECOND } from '#contracts/durations.ts'
import type { LiftId, RouteNodeId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import type { RouteEdge, RouteNode } from '#contracts/siteFloors.ts'

/** Two robots that stand nearer to each other touch. */
export const CLEARANCE_METRES = 0.7
/** What a ride from one floor to another counts in plans. */
const RIDE = 20 * SECOND

/** `to` is the index of a node. */
export interface Leg {
  readonly to: number
  readonly ms: number
  readonly metres: number
}

export interface RouteMap {
  readonly nodeIds: readonly RouteNodeId[]
  readonly indexOf: ReadonlyMap<RouteNodeId, number>
  /** By node: the legs out of it. */
  readonly legs: readonly (readonly Leg[])[]
  /** By node: the legs into it; here `to` is where they come from. */
  readonly legsBack: readonly (readonly Leg[])[]
  /** By node. Two robots never share a cell: the cabin of one lift, or nodes on one floor that are too near. */
  readonly cells: readonly number[]
  readonly cellCount: number
  /** By cell: the cells that a leg leads to or comes from. */
  readonly beside: readonly (readonly number[])[]
  /** By node. */
  readonly lifts: readonly (LiftId | undefined)[]
  /** What `timesTo` has reckoned before. */
  readonly reckoned: Map<string, Float64Array>
}

const sameFloor = (one: RouteNode, other: RouteNode): boolean => one.place.floorId === other.place.floorId

const metresBetween = (one: RouteNode, other: RouteNode): number =>
  Math.hypot(one.place.x - other.place.x, one.place.y - other.place.y)

const together = (one: RouteNode, other: RouteNode): boolean =>
  (one.liftId !== undefined && one.liftId === other.liftId) ||
  (sameFloor(one, other) && metresBetween(one, other) < CLEARANCE_METRES)

/** Numbered from 0 in order of their first nodes. */
const cellsOf = (nodes: readonly RouteNode[]): number[] => {
  const cells = nodes.map(() => -1)
  let count = 0
  const claim = (node: RouteNode, index: number, cell: number): void => {
    cells[index] = cell
    nodes.forEach((other, i) => {
      if (cells[i] === -1 && together(node, other)) claim(other, i, cell)
    })
  }
  nodes.forEach((node, index) => {
    if (cells[index] === -1) claim(node, index, count++)
  })
  return cells
}

/** Between floors there are rides only. */
const legBetween = (from: RouteNode, to: RouteNode, edge: RouteEdge): Omit<Leg, 'to'> | undefined => {
  if (from.liftId !== undefined && from.liftId === to.liftId) return { ms: RIDE, metres: 0 }
  if (!sameFloor(from, to)) return undefined
  const metres = metresBetween(from, to)
  return { ms: (metres / edge.maxSpeedMps) * SECOND, metres }
}

export const routeMapOf = ({ routeNodes, routeEdges }: Pick<Site, 'routeNodes' | 'routeEdges'>): RouteMap => {
  const indexOf = new Map(routeNodes.map(({ nodeId }, index) => [nodeId, index]))
  const legs: Leg[][] = routeNodes.map(() => [])
  const legsBack: Leg[][] = routeNodes.map(() => [])
  const cells = cellsOf(routeNodes)
  const cellCount = Math.max(-1, ...cells) + 1
  const beside = Array.from({ length: cellCount }, () => new Set<number>())
  const add = (edge: RouteEdge, fromId: RouteNodeId, toId: RouteNodeId): void => {
    const [from, to] = [indexOf.get(fromId) ?? -1, indexOf.get(toId) ?? -1]
    const [one, other] = [routeNodes[from], routeNodes[to]]
    const leg = one && other && legBetween(one, other, edge)
    if (!leg) return
    legs[from]?.push({ ...leg, to })
    legsBack[to]?.push({ ...leg, to: from })
    const [cell, next] = [cells[from] ?? -1, cells[to] ?? -1]
    if (cell === next) return
    beside[cell]?.add(next)
    beside[next]?.add(cell)
  }
  for (const edge of routeEdges) {
    add(edge, edge.from, edge.to)
    if (edge.twoWay) add(edge, edge.to, edge.from)
  }
  return {
    nodeIds: routeNodes.map(({ nodeId }) => nodeId),
    indexOf,
    legs,
    legsBack,
    cells,
    cellCount,
    beside: beside.map((cellsBeside) => [...cellsBeside]),
    lifts: routeNodes.map(({ liftId }) => liftId),
    reckoned: new Map(),
  }
}
