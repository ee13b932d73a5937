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
export const timesTo = (
  { map, closed }: Ground,
  goal: RouteNodeId,
  walls: ReadonlySet<number> = nowhere,
): Float64Array => {
  const key =
    closed.size + walls.size === 0
      ? goal
      : `${goal} ${[...closed].sort().join(' ')} ${[...walls].sort((a, b) => a - b).join(' ')}`
  const known = map.reckoned.get(key)
  if (known) return known
  if (map.reckoned.size >= REMEMBERED) map.reckoned.clear()
  const home = map.cells[map.indexOf.get(goal) ?? -1]
  const times = reckon(map, goal, (node) => {
    const [nodeId, cell] = [map.nodeIds[node], map.cells[node]]
    if (nodeId === undefined || cell === undefined || closed.has(nodeId)) return true
    return cell !== home && walls.has(cell)
  })
  map.reckoned.set(key, times)
  return times
}

/** Backwards from the goal; a node is looked at again whenever a sooner way from it is found. */
const reckon = (map: RouteMap, goal: RouteNodeId, barred: (node: number) => boolean): Float64Array => {
  const times = new Float64Array(map.nodeIds.length).fill(Number.POSITIVE_INFINITY)
  const end = map.indexOf.get(goal)
  if (end === undefined) return times
  times[end] = 0
  const open = [end]
  for (let i = 0; i < open.length; i++) {
    const node = open[i] ?? end
    if (barred(node)) continue
    const time = times[node] ?? 0
    for (const { to, ms } of map.legsBack[node] ?? []) {
      if (time + ms >= (times[to] ?? 0)) continue
      times[to] = time + ms
      open.push(to)
    }
  }
  return times
}
