/** Shortest paths among robots whose whole paths are known: A* over cells and turns. */
import { stepsBetween, type Warehouse } from './warehouse.ts'

/** Where everybody is in each turn to come; at the end of its path a robot stays. */
export interface Token {
  pathOf(robot: number): { from: number; nodes: readonly number[] }
  at(robot: number, turn: number): number
  endOf(robot: number): number
  give(robot: number, from: number, nodes: readonly number[]): void
  /** Nobody else is at the node in that turn, nor comes the other way when it is entered from `before`. */
  isFree(robot: number, before: number, node: number, turn: number): boolean
  /** From that turn on nobody else is ever at the node. */
  isFreeForGood(robot: number, node: number, turn: number): boolean
}

export const createToken = (starts: readonly number[], nodeCount: number): Token => {
  const paths = starts.map((start) => ({ from: 0, nodes: [start] as readonly number[] }))
  /** By turn and node: the robot that is there. */
  const taken = new Map<number, number>()
  /** By node: the robot whose path ends there. */
  const ends = new Map(starts.map((start, robot) => [start, robot]))
  const pathOf = (robot: number) => paths[robot] ?? { from: 0, nodes: [] }
  const endOf = (robot: number): number => pathOf(robot).nodes.at(-1) ?? -1
  const lastTurn = (robot: number): number => pathOf(robot).from + pathOf(robot).nodes.length - 1
  const at = (robot: number, turn: number): number => {
    const { from, nodes } = pathOf(robot)
    return nodes[Math.max(0, turn - from)] ?? endOf(robot)
  }
  const holder = (node: number, turn: number): number => {
    const end = ends.get(node)
    if (end !== undefined && turn >= lastTurn(end)) return end
    return taken.get(turn * nodeCount + node) ?? -1
  }
  return {
    pathOf,
    endOf,
    at,
    give: (robot, from, nodes) => {
      if (ends.get(endOf(robot)) === robot) ends.delete(endOf(robot))
      paths[robot] = { from, nodes }
      for (const [i, node] of nodes.entries()) taken.set((from + i) * nodeCount + node, robot)
      ends.set(endOf(robot), robot)
    },
    isFree: (robot, before, node, turn) => {
      const there = holder(node, turn)
      if (there !== -1 && there !== robot) return false
      const comes = holder(node, turn - 1)
      return comes === -1 || comes === robot || before === node || at(comes, turn) !== before
    },
    isFreeForGood: (robot, node, turn) =>
      paths.every((_, other) => {
        if (other === robot) return true
        if (endOf(other) === node) return false
        const { from, nodes } = pathOf(other)
        return nodes.lastIndexOf(node) + from < turn || !nodes.includes(node)
      }),
  }
}

interface Visit {
  node: number
  turn: number
  /** How many of the stops it has been at. */
  stops: number
  before?: Visit
}

/** From the first to this one. */
const traced = (last: Visit): number[] => {
  const nodes: number[] = []
  for (let visit: Visit | undefined = last; visit; visit = visit.before) nodes.push(visit.node)
  return nodes.reverse()
}

/**
 * The soonest path of a robot from where it is in turn `now` over all stops in their order, clear of everybody in the
 * token, ending where it can stay; nothing when there is none of at most `most` turns.
 */
export const pathOver = (
  { house, token, robot, now }: { house: Warehouse; token: Token; robot: number; now: number },
  stops: readonly number[],
  most = 1000,
): number[] | undefined => {
  const { map } = house
  const rest = stops.map((stop, i) => (i === 0 ? 0 : stepsBetween(house, stops[i - 1] ?? stop, stop)))
  const togo = (node: number, done: number): number =>
    stepsBetween(house, node, stops[done] ?? node) + rest.slice(done + 1).reduce((sum, steps) => sum + steps, 0)
  const seen = new Set<number>()
  const open: Visit[][] = []
  const add = (node: number, turn: number, done: number, before?: Visit): void => {
    const at = done < stops.length - 1 && node === stops[done] ? done + 1 : done
    const key = ((turn - now) * stops.length + at) * map.nodeIds.length + node
    const length = turn - now + togo(node, at)
    if (seen.has(key) || length > most) return
    seen.add(key)
    const visit = { node, turn, stops: at, ...(before && { before }) }
    const alike = open[length]
    if (alike) alike.push(visit)
    else open[length] = [visit]
  }
  add(token.at(robot, now), now, 0)
  for (let length = 0; length <= most; length++) {
    for (let visit = open[length]?.pop(); visit; visit = open[length]?.pop()) {
      const { node, turn, stops: done } = visit
      if (done === stops.length - 1 && node === stops[done] && token.isFreeForGood(robot, node, turn))
        return traced(visit)
      for (const to of [node, ...(map.legs[node] ?? []).map((leg) => leg.to)]) {
        if (token.isFree(robot, node, to, turn + 1)) add(to, turn + 1, done, visit)
      }
    }
  }
  return undefined
}
