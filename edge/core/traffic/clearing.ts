/** A way for one robot through a crowd that priorities alone do not open: in a dead end, a corridor, a tree of ways. */
import { at, type Board, mayTake, NOBODY, standsFast, timeFrom } from './board.ts'
import { type Move, moveOne, rearrange, type Scene, type Yard } from './rearranging.ts'

/** So many scenes are looked at, at most. */
const MOST_SCENES = 2000

interface Found extends Scene {
  readonly cost: number
  readonly before?: Found
}

const yardOf = (board: Board, cabins: boolean): Yard => {
  const { map, holders, barred } = board
  const free = Array.from({ length: map.cellCount }, () => false)
  map.cells.forEach((cell, node) => {
    const holder = at(holders, cell)
    const open = !barred[node] && (cabins || map.lifts[node] === undefined || holder >= 0)
    if (open && (holder === NOBODY || (holder >= 0 && !standsFast(board, holder)))) free[cell] = true
  })
  return { map, free, mayTake: (robot, from, leg) => (cabins ? !barred[leg.to] : mayTake(board, robot, from, leg)) }
}

/** The parts into which the yard falls without some cells: by cell a number from 0, NOBODY outside. */
const partsWithout = ({ map, free }: Yard, without: readonly number[]): Int32Array => {
  const parts = new Int32Array(map.cellCount).fill(NOBODY)
  const open = (cell: number): boolean => free[cell] === true && parts[cell] === NOBODY && !without.includes(cell)
  let part = 0
  for (let first = 0; first < parts.length; first++) {
    if (!open(first)) continue
    const cells = [first]
    parts[first] = part
    for (const cell of cells) {
      for (const next of map.beside[cell] ?? []) {
        if (!open(next)) continue
        parts[next] = part
        cells.push(next)
      }
    }
    part++
  }
  return parts
}

/** All ways to share so many robots among parts with so much room each. */
const sharings = (robots: number, rooms: readonly number[]): number[][] => {
  const [room, ...others] = rooms
  if (room === undefined) return robots === 0 ? [[]] : []
  const ways: number[][] = []
  for (let here = Math.min(room, robots); here >= 0; here--) {
    for (const rest of sharings(robots - here, others)) ways.push([here, ...rest])
  }
  return ways
}

/**
 * Scenes are alike when the robot stands on the same node and as many others are in each part of the yard around it:
 * within a part they can be put as one likes. So a search over these few finds a way whenever there is one.
 */
const keyOf = (scene: Scene, node: number, parts: Int32Array): string => {
  const counts: number[] = []
  parts.forEach((part, cell) => {
    if (part !== NOBODY) counts[part] = (counts[part] ?? 0) + (at(scene.holders, cell) >= 0 ? 1 : 0)
  })
  return `${node} ${counts.join(' ')}`
}

const copied = (scene: Found): Found => ({
  nodes: scene.nodes.slice(),
  holders: scene.holders.slice(),
  moves: [],
  cost: scene.cost,
  before: scene,
})

/** Every scene after the robot's next leg, with the others shared among the parts around in every way there is. */
const nextScenes = (yard: Yard, scene: Found, robot: number, to: number): Found[] => {
  const { map, free } = yard
  const [here, cell] = [at(map.cells, at(scene.nodes, robot)), at(map.cells, to)]
  const done = (after: Found): Found => {
    moveOne(after, { robot, node: to }, map)
    return { ...after, cost: scene.cost + after.moves.length }
  }
  if (cell === here || (!free[cell] && scene.holders[cell] === NOBODY)) return [done(copied(scene))]
  if (!free[cell]) return []
  const parts = partsWithout(yard, [here, cell])
  const around = [...new Set((map.beside[cell] ?? []).map((next) => at(parts, next)))].filter((part) => part !== NOBODY)
  const sizes = around.map((part) => parts.filter((own) => own === part).length)
  const inside = (place: number): boolean => place === cell || around.includes(at(parts, place))
  const robots = scene.holders.filter((holder, place) => holder >= 0 && inside(place)).length
  return sharings(robots, sizes).flatMap((counts) => {
    const after = copied(scene)
    const wanted = new Map(around.map((part, i) => [part, counts[i] ?? 0]))
    return rearrange(yard, after, cell, parts, wanted) ? [done(after)] : []
  })
}

const allMoves = (scene: Found): Move[] => [...(scene.before ? allMoves(scene.before) : []), ...scene.moves]

/** Takes out what costs least. */
const takeCheapest = (open: Found[]): Found | undefined => {
  let best = 0
  for (let i = 1; i < open.length; i++) if ((open[i]?.cost ?? 0) < (open[best]?.cost ?? 0)) best = i
  const [scene] = open.splice(best, 1)
  return scene
}

/**
 * The fewest moves, one after another, that bring the robot to where less than `nearerThan` ms are left to its goal;
 * nothing when there is no way, or none was found soon. Fixed robots stay where they are; into `cabins` others are sent
 * only when asked for.
 */
export const clearingFor = (
  board: Board,
  robot: number,
  nearerThan: number,
  cabins: boolean,
): readonly Move[] | undefined => {
  const { map } = board
  const yard = yardOf(board, cabins)
  const open: Found[] = [{ nodes: board.nodes.slice(), holders: board.holders.slice(), moves: [], cost: 0 }]
  const seen = new Set<string>()
  for (let looked = 0; looked < MOST_SCENES; looked++) {
    const scene = takeCheapest(open)
    if (!scene) return undefined
    const node = at(scene.nodes, robot)
    if (timeFrom(board, robot, node) < nearerThan) return allMoves(scene)
    const key = keyOf(scene, node, partsWithout(yard, [at(map.cells, node)]))
    if (seen.has(key)) continue
    seen.add(key)
    for (const leg of map.legs[node] ?? []) {
      if (yard.mayTake(robot, node, leg)) open.push(...nextScenes(yard, scene, robot, leg.to))
    }
  }
  return undefined
}
