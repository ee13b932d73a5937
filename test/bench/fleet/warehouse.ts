/** The small warehouse of Ma et al. (Lifelong Multi-Agent Path Finding, AAMAS 2017): 21 x 35 cells, and its errands. */
import { RouteNodeId } from '#contracts/ids.ts'
import { RouteEdge, RouteNode } from '#contracts/siteFloors.ts'
import { type RouteMap, routeMapOf } from '#edge/core/traffic/routeMap.ts'
import { createDice } from '#simulators/random.ts'

const [WIDTH, HEIGHT] = [35, 21]
/** Two columns of shelves, 10 cells each, in every fourth row; things are handed over at both sides of a shelf. */
const SHELVES = [
  [6, 15],
  [19, 28],
] as const
const PARKED = 25

/** All numbers are indices of nodes. */
export interface Warehouse {
  map: RouteMap
  /** Where things are fetched and brought. */
  stops: readonly number[]
  /** Where robots start, and where they are in nobody's way. */
  parking: readonly number[]
  /** By node: the steps from each node to it. */
  stepsTo: readonly Int32Array[]
}

export interface Errand {
  appears: number
  pick: number
  drop: number
}

export interface Instance {
  house: Warehouse
  starts: readonly number[]
  /** In order of appearance. */
  errands: readonly Errand[]
  seed: number
}

const isShelf = (x: number, y: number): boolean => y % 4 === 2 && SHELVES.some(([from, to]) => x >= from && x <= to)

const isStop = (x: number, y: number): boolean => !isShelf(x, y) && (isShelf(x, y - 1) || isShelf(x, y + 1))

const cells = Array.from({ length: WIDTH * HEIGHT }, (_, i) => ({ x: i % WIDTH, y: Math.floor(i / WIDTH) }))

const nameOf = (x: number, y: number): RouteNodeId => RouteNodeId.parse(`${x}-${y}`)

/** A metre is a cell, and takes a second. */
const warehouseMap = (): RouteMap => {
  const free = cells.filter(({ x, y }) => !isShelf(x, y))
  const isFree = ({ x, y }: { x: number; y: number }) => x < WIDTH && y < HEIGHT && !isShelf(x, y)
  return routeMapOf({
    routeNodes: free.map(({ x, y }) => RouteNode.parse({ nodeId: nameOf(x, y), place: { floorId: 'F1', x, y } })),
    routeEdges: free.flatMap(({ x, y }) =>
      [
        { x: x + 1, y },
        { x, y: y + 1 },
      ]
        .filter(isFree)
        .map((to) => RouteEdge.parse({ from: nameOf(x, y), to: nameOf(to.x, to.y), maxSpeedMps: 1 })),
    ),
  })
}

/** Breadth first; all legs are two-way. */
const stepsTo = (map: RouteMap, goal: number): Int32Array => {
  const steps = new Int32Array(map.nodeIds.length).fill(-1)
  steps[goal] = 0
  const open = [goal]
  for (const node of open) {
    for (const { to } of map.legs[node] ?? []) {
      if (steps[to] !== -1) continue
      steps[to] = (steps[node] ?? 0) + 1
      open.push(to)
    }
  }
  return steps
}

export const createWarehouse = (): Warehouse => {
  const map = warehouseMap()
  const indexOf = (x: number, y: number): number => map.indexOf.get(nameOf(x, y)) ?? -1
  const rows = Array.from({ length: PARKED }, (_, i) => ({ column: i % 2, y: Math.floor((i * (HEIGHT - 1)) / PARKED) }))
  return {
    map,
    stops: cells.filter(({ x, y }) => isStop(x, y)).map(({ x, y }) => indexOf(x, y)),
    parking: rows.flatMap(({ column, y }) => [indexOf(2 * column, y), indexOf(WIDTH - 1 - 2 * column, y)]),
    stepsTo: map.nodeIds.map((_, node) => stepsTo(map, node)),
  }
}

/** `frequency` errands appear each turn; below 1, one in so many turns. */
export const createInstance = (
  house: Warehouse,
  size: { robots: number; errands: number; frequency: number },
  seed: number,
): Instance => {
  const dice = createDice(seed, size.robots)
  const places = [...house.parking]
  const starts = Array.from({ length: size.robots }, () => {
    const start = dice.pick(places)
    places.splice(places.indexOf(start), 1)
    return start
  })
  const errands = Array.from({ length: size.errands }, (_, i) => ({
    appears: Math.floor(i / size.frequency),
    pick: dice.pick(house.stops),
    drop: dice.pick(house.stops),
  }))
  return { house, starts, errands, seed }
}

/** Steps from one node to another. */
export const stepsBetween = ({ stepsTo: all }: Warehouse, from: number, to: number): number => all[to]?.[from] ?? -1
