/** The map as it can be driven now, and how long the ways on it are. */
import type { RouteNodeId } from '#contracts/ids.ts'
import type { RouteMap } from './routeMap.ts'

export interface Ground {
  readonly map: RouteMap
  /** Nobody plans into these: the cabin of a lift that is out of order and the like. */
  readonly closed: ReadonlySet<RouteNodeId>
}

/** So many goals are remembered before all are forgotten. */
const REMEMBERED = 2000

const nowhere: ReadonlySet<number> = new Set()

/**
 * Milliseconds from each node, by its index, to the goal; Infinity where there is no way. The cells in `walls` cannot
 * be entered, only left; the goal's own cell always can. Remembered in the map: never write into the answer.
 */
export const timesTo = (ground: Ground, goal: RouteNodeId, walls?: ReadonlySet<number>): Float64Array =>
  reckonerOf(ground, walls)(goal)

/** The same for any number of goals between the same walls. */
export const reckonerOf = (
  { map, closed }: Ground,
  walls: ReadonlySet<number> = nowhere,
): ((goal: RouteNodeId) => Float64Array) => {
  const around = closed.size + walls.size === 0 ? '' : ` ${[...closed].sort().join(' ')} ${sorted(walls).join(' ')}`
  let barred: Uint8Array | undefined
  return (goal) => {
    const key = goal + around
    const known = map.reckoned.get(key)
    if (known) return known
    if (map.reckoned.size >= REMEMBERED) map.reckoned.clear()
    barred ??= barriersOf(map, closed, walls)
    const times = reckon(map, goal, barred)
    map.reckoned.set(key, times)
    return times
  }
}

const [OPEN, WALLED, CLOSED] = [0, 1, 2]

/** By node. */
const barriersOf = (map: RouteMap, closed: ReadonlySet<RouteNodeId>, walls: ReadonlySet<number>): Uint8Array =>
  Uint8Array.from(map.nodeIds, (nodeId, node) => {
    if (closed.has(nodeId)) return CLOSED
    return walls.has(map.cells[node] ?? -1) ? WALLED : OPEN
  })

const sorted = (cells: ReadonlySet<number>): number[] => [...cells].sort((a, b) => a - b)

/** Backwards from the goal; a node is looked at again whenever a sooner way from it is found. */
const reckon = (map: RouteMap, goal: RouteNodeId, barred: Uint8Array): Float64Array => {
  const { legsBack, cells } = map
  const times = new Float64Array(map.nodeIds.length).fill(Number.POSITIVE_INFINITY)
  const end = map.indexOf.get(goal)
  if (end === undefined) return times
  times[end] = 0
  const open = [end]
  for (let i = 0; i < open.length; i++) {
    const node = open[i] ?? end
    if (barred[node] === CLOSED || (barred[node] === WALLED && cells[node] !== cells[end])) continue
    const time = times[node] ?? 0
    for (const { to, ms } of legsBack[node] ?? []) {
      if (time + ms >= (times[to] ?? 0)) continue
      times[to] = time + ms
      open.push(to)
    }
  }
  return times
}
