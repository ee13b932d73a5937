/** A way for one robot through a crowd that priorities alone do not open: in a dead end, a corridor, a tree of ways. */
import { at, type Board, mayTake, NOBODY, standsFast, timeFrom } from './board.ts'
import { type Move, moveOne, rearrange, type Scene, type Yard } from './rearranging.ts'

/** So many scenes are imagined for one robot, at most. */
const MOST_SCENES = 4000
/** So many ways to share the others among the parts of a yard are tried, the least different first. */
const MOST_SHARINGS = 64

/** What is looked for: how near to its goal the robot is to come, in ms, and whether others may be sent into cabins. */
export interface Wish {
  readonly nearerThan: number
  readonly cabins: boolean
}

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

/** Ways to share robots among parts with so much room each; `one` more than there are in the parts now, or none. */
const sharings = (counts: readonly number[], rooms: readonly number[], one: boolean): number[][] => {
  const moved = (way: readonly number[], from: number, to: number): number[] =>
    way.map((robots, part) => robots + (part === to ? 1 : 0) - (part === from ? 1 : 0))
  const seen = new Set<string>()
  const isNew = (way: readonly number[]): boolean => {
    const fits = way.every((robots, part) => robots >= 0 && robots <= (rooms[part] ?? 0)) && !seen.has(way.join())
    if (fits) seen.add(way.join())
    return fits
  }
  const ways = (one ? counts.map((_, to) => moved(counts, NOBODY, to)) : [[...counts]]).filter(isNew)
  for (const way of ways) {
    if (ways.length >= MOST_SHARINGS) break
    ways.push(...way.flatMap((_, from) => way.map((_, to) => moved(way, from, to))).filter(isNew))
  }
  return ways.slice(0, MOST_SHARINGS)
}

/**
 * Scenes are alike when the robot stands on the same node and as many others are in each part of the yard around it:
 * within a part they can be put as one likes, as long as its ways go in both directions. So a few scenes are all.
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
  const rooms = around.map((part) => parts.filter((own) => own === part).length)
  const counts = around.map(
    (part) => parts.filter((own, place) => own === part && at(scene.holders, place) >= 0).length,
  )
  return sharings(counts, rooms, at(scene.holders, cell) >= 0).flatMap((way) => {
    const after = copied(scene)
    const wanted = new Map(around.map((part, i) => [part, way[i] ?? 0]))
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
 * The fewest moves, one after another, that bring the robot as near to its goal as is wished; nothing when there is no
 * way, or none was found soon. Fixed robots stay where they are. What is imagined is taken off `effort`.
 */
export const clearingFor = (
  board: Board,
  robot: number,
  { nearerThan, cabins }: Wish,
  effort: { scenes: number },
): readonly Move[] | undefined => {
  const { map } = board
  const yard = yardOf(board, cabins)
  const open: Found[] = [{ nodes: board.nodes.slice(), holders: board.holders.slice(), moves: [], cost: 0 }]
  const seen = new Set<string>()
  const least = effort.scenes - MOST_SCENES
  while (effort.scenes > Math.max(0, least)) {
    const scene = takeCheapest(open)
    if (!scene) return undefined
    const node = at(scene.nodes, robot)
    if (timeFrom(board, robot, node) < nearerThan) return allMoves(scene)
    const key = keyOf(scene, node, partsWithout(yard, [at(map.cells, node)]))
    if (seen.has(key)) continue
    seen.add(key)
    for (const leg of map.legs[node] ?? []) {
      const next = yard.mayTake(robot, node, leg) ? nextScenes(yard, scene, robot, leg.to) : []
      effort.scenes -= next.length
      open.push(...next)
    }
  }
  return undefined
}
