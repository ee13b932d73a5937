/** One turn of everybody at once: priority inheritance with backtracking (Okumura et al., Artificial Intelligence 310, 2022). */
import { at, type Board, mayTake, NOBODY, SEVERAL, timeFrom, underWay } from './board.ts'

/** In shares of the shortest leg: what it costs to make somebody give way, and at most by chance. */
const IN_THE_WAY = 0.3
const CHANCE = 0.2
const IN_CABIN = 1e12
const NO_WAY = 1e15
const UNDECIDED = -1

/** 0..1 by no pattern, the same for the same numbers (finaliser of MurmurHash3, Appleby, public domain). */
const shareOf = (turn: number, robot: number, node: number): number => {
  let bits = Math.imul(turn + 1, 0x9e3779b1) ^ Math.imul(robot + 1, 0x85ebca6b) ^ Math.imul(node + 1, 0xc2b2ae35)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
}

/**
 * Where the robot would go in this turn, best first. Standing still costs the shortest leg: more than to get on, less
 * than to turn back. Who stands in a cabin rather goes anywhere else.
 */
const optionsOf = (board: Board, robot: number, turn: number): number[] => {
  const { map, nodes, holders } = board
  const here = at(nodes, robot)
  const legs = map.legs[here] ?? []
  const shortest = legs.reduce((least, { ms }) => Math.min(least, ms), Number.POSITIVE_INFINITY)
  const away = timeFrom(board, robot, here) > 0
  const stay = (away ? timeFrom(board, robot, here) + shortest : 0) + (map.lifts[here] === undefined ? 0 : IN_CABIN)
  const options = [{ node: here, cost: stay }]
  for (const leg of legs) {
    if (!mayTake(board, robot, here, leg)) continue
    const { to, ms } = leg
    const holder = at(holders, at(map.cells, to))
    const push = holder !== NOBODY && holder !== robot ? IN_THE_WAY : 0
    const extra = shortest * (push + CHANCE * shareOf(turn, robot, to))
    options.push({ node: to, cost: Math.min(ms + timeFrom(board, robot, to) + extra, NO_WAY) })
  }
  return options.sort((one, other) => one.cost - other.cost).map(({ node }) => node)
}

/**
 * The node of each robot after the turn. Nobody swaps places and no ring turns, so whoever is moved by another can
 * drive before it; who is `held` stands. Robots under way come first, then the others, each by rank.
 */
export const pushed = (board: Board, turn: number, held: (robot: number) => boolean): Int32Array => {
  const { map, nodes, holders } = board
  const next = new Int32Array(nodes.length).fill(UNDECIDED)
  const claims = new Int32Array(map.cellCount).fill(NOBODY)
  const cellOf = (robot: number): number => at(map.cells, at(nodes, robot))
  const stand = (robot: number): void => {
    next[robot] = at(nodes, robot)
    claims[cellOf(robot)] = robot
  }
  const push = (robot: number, pusher: number, first: number): boolean => {
    for (const node of optionsOf(board, robot, turn)) {
      const cell = at(map.cells, node)
      if (claims[cell] !== NOBODY) continue
      const holder = at(holders, cell)
      if (cell !== cellOf(robot) && (cell === cellOf(pusher) || cell === cellOf(first) || holder === SEVERAL)) continue
      next[robot] = node
      claims[cell] = robot
      if (holder < 0 || holder === robot || next[holder] !== UNDECIDED || push(holder, robot, first)) return true
    }
    stand(robot)
    return false
  }
  for (let robot = 0; robot < nodes.length; robot++) if (held(robot)) stand(robot)
  for (const first of [true, false]) {
    for (let robot = 0; robot < nodes.length; robot++) {
      if (next[robot] === UNDECIDED && underWay(board, robot) === first) push(robot, robot, robot)
    }
  }
  return next
}
