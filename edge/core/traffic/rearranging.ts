/** Moving robots out of the way of one: the others are all alike, only where there is room counts. */
import { at, NOBODY } from './board.ts'
import type { Leg, RouteMap } from './routeMap.ts'

export interface Move {
  readonly robot: number
  /** The index of the node it drives to, one leg away. */
  readonly node: number
}

/** Where everybody is after some moves of a search; `holders` is by cell, as on the board. */
export interface Scene {
  readonly nodes: Int32Array
  readonly holders: Int32Array
  readonly moves: Move[]
}

/** Where the others may go. */
export interface Yard {
  readonly map: RouteMap
  /** By cell. */
  readonly free: readonly boolean[]
  mayTake(robot: number, from: number, leg: Leg): boolean
}

export const moveOne = ({ nodes, holders, moves }: Scene, move: Move, map: RouteMap): void => {
  const [from, to] = [at(map.cells, at(nodes, move.robot)), at(map.cells, move.node)]
  if (holders[from] === move.robot) holders[from] = NOBODY
  holders[to] = move.robot
  nodes[move.robot] = move.node
  moves.push(move)
}

/** The links from where a search began to where it ended; nothing when it never came there. */
const traced = (end: number, from: ReadonlyMap<number, number>): number[] => {
  const path = [end]
  for (let back = from.get(end); back !== undefined && back !== NOBODY; back = from.get(back)) path.unshift(back)
  return path
}

/** The shortest path from a start over some places to the first that will do, the start included. */
const pathTo = (
  start: number,
  nextTo: (place: number) => readonly number[],
  done: (place: number) => boolean,
): number[] | undefined => {
  const from = new Map([[start, NOBODY]])
  const open = [start]
  for (const place of open) {
    if (done(place)) return traced(place, from)
    for (const next of nextTo(place)) {
      if (from.has(next)) continue
      from.set(next, place)
      open.push(next)
    }
  }
  return undefined
}

/** Drives a robot into a cell, over cells that are `clear`. */
const driveInto = (
  { map, mayTake }: Yard,
  scene: Scene,
  robot: number,
  goal: number,
  clear: (cell: number) => boolean,
): boolean => {
  const nextTo = (from: number): number[] => {
    const legs = (map.legs[from] ?? []).filter((leg) => {
      const next = at(map.cells, leg.to)
      return (next === map.cells[from] || next === goal || clear(next)) && mayTake(robot, from, leg)
    })
    return legs.map(({ to }) => to)
  }
  const path = pathTo(at(scene.nodes, robot), nextTo, (node) => map.cells[node] === goal)
  for (const node of path?.slice(1) ?? []) moveOne(scene, { robot, node }, map)
  return path !== undefined
}

/** The robot in a cell leaves it for a part of the yard; who stands there moves up, each by one cell. */
const drain = (yard: Yard, scene: Scene, cell: number, inPart: (cell: number) => boolean): boolean => {
  const beside = (place: number) => (yard.map.beside[place] ?? []).filter(inPart)
  const path = pathTo(cell, beside, (place) => place !== cell && scene.holders[place] === NOBODY) ?? []
  for (let i = path.length - 1; i > 0; i--) {
    const [from, to] = [at(path, i - 1), at(path, i)]
    if (!driveInto(yard, scene, at(scene.holders, from), to, () => false)) return false
  }
  return path.length > 0
}

/** The nearest robot in a part of the yard drives into an empty cell beside it. */
const pull = (yard: Yard, scene: Scene, cell: number, inPart: (cell: number) => boolean): boolean => {
  const beside = (place: number) => (yard.map.beside[place] ?? []).filter(inPart)
  const path = pathTo(cell, beside, (place) => place !== cell && scene.holders[place] !== NOBODY)
  const robot = at(scene.holders, path?.at(-1) ?? NOBODY)
  const clear = (place: number) => inPart(place) && scene.holders[place] === NOBODY
  return robot >= 0 && driveInto(yard, scene, robot, cell, clear)
}

/**
 * Empties a cell and leaves so many robots in each of the parts around it as `wanted` says. `parts` names the part of
 * each cell. False when it cannot be done; the scene is then of no use.
 */
export const rearrange = (
  yard: Yard,
  scene: Scene,
  cell: number,
  parts: Int32Array,
  wanted: ReadonlyMap<number, number>,
): boolean => {
  const count = (part: number): number => parts.filter((own, i) => own === part && at(scene.holders, i) >= 0).length
  const names = [...wanted.keys()]
  for (;;) {
    const full = scene.holders[cell] !== NOBODY
    const short = names.find((part) => count(part) < (wanted.get(part) ?? 0))
    if (short === undefined) return !full
    const over = names.find((part) => count(part) > (wanted.get(part) ?? 0))
    if (!full && (over === undefined || !pull(yard, scene, cell, (place) => parts[place] === over))) return false
    if (!drain(yard, scene, cell, (place) => parts[place] === short)) return false
  }
}
