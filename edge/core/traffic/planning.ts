/** Planning ahead in virtual time, so that nobody ever waits for somebody who waits for him. */
import type { RobotId } from '#contracts/ids.ts'
import { at, type Board, boardOf, moveAll, standsFast, type Traveller, timeFrom, underWay } from './board.ts'
import { clearingFor } from './clearing.ts'
import type { Courses, Step } from './course.ts'
import type { Ground } from './ground.ts'
import { pushed } from './pushing.ts'
import type { Move } from './rearranging.ts'

export type { Traveller } from './board.ts'

/**
 * Nobody is planned further than so many steps beyond where it stands, unless it has to make way or would end in a
 * cabin. Enough to drive without a halt; more binds robots to plans that are soon out of date (see the fleet bench).
 */
const AHEAD = 2
const MOST_TURNS = 8
/** So many scenes are imagined in one call, for all who are stuck. */
const MOST_SCENES = 16_000
/** Anything below this is at the goal. */
const THERE = Number.MIN_VALUE

const isFarAhead = ({ map, ahead, nodes }: Board, robot: number): boolean =>
  at(ahead, robot) >= AHEAD && map.lifts[at(nodes, robot)] === undefined

const waits = (board: Board, robot: number): boolean => standsFast(board, robot) || isFarAhead(board, robot)

const gotNearer = (board: Board, robot: number, next: Int32Array): boolean =>
  timeFrom(board, robot, at(next, robot)) < timeFrom(board, robot, at(board.nodes, robot))

/**
 * Moves for the first in rank who is under way and cannot get on, however long it waits for others to drive on. When
 * nothing helps it, the next who is stuck is brought all the way, for the first would push it back, and so on. No
 * moves when nobody can be helped; nothing when the first gets on.
 */
const cleared = (board: Board, turn: number, next: Int32Array): readonly Move[] | undefined => {
  const order = board.robotIds.map((_, robot) => robot).filter((robot) => underWay(board, robot))
  const [first] = order
  if (first === undefined || isFarAhead(board, first) || gotNearer(board, first, next)) return undefined
  const freely = pushed(board, turn, (robot) => standsFast(board, robot))
  if (gotNearer(board, first, freely)) return undefined
  const effort = { scenes: MOST_SCENES }
  for (const cabins of [false, true]) {
    for (const robot of order) {
      if (gotNearer(board, robot, freely)) continue
      const nearerThan = robot === first ? timeFrom(board, robot, at(board.nodes, robot)) : THERE
      const moves = clearingFor(board, robot, { nearerThan, cabins }, effort)
      if (moves) return moves
    }
  }
  return []
}

/** Somebody is under way who may be planned further. */
const unfinished = (board: Board): boolean =>
  board.robotIds.some((_, robot) => !waits(board, robot) && timeFrom(board, robot, at(board.nodes, robot)) > 0)

/**
 * Appends steps until every traveller is at its goal or has AHEAD steps before it, for MOST_TURNS turns at most.
 * Answers the new steps only, by robot. Robots that are no travellers count as fixed; what a fixed robot holds is a
 * wall for the others. Plans are only ever appended to, so the order of visits to a cell has no cycle.
 */
export const planAhead = (
  courses: Courses,
  travellers: ReadonlyMap<RobotId, Traveller>,
  ground: Ground,
  firstTurn: number,
): { steps: ReadonlyMap<RobotId, readonly Step[]>; nextTurn: number } => {
  const board = boardOf(courses, travellers, ground)
  const steps = new Map<RobotId, Step[]>()
  let turn = firstTurn
  const step = (robot: number, node: number): void => {
    const [robotId, nodeId] = [board.robotIds[robot], ground.map.nodeIds[node]]
    if (robotId === undefined || nodeId === undefined) return
    const own = steps.get(robotId)
    if (own) own.push({ nodeId, turn })
    else steps.set(robotId, [{ nodeId, turn }])
  }
  const take = (next: Int32Array): boolean => {
    const movers = board.robotIds.map((_, robot) => robot).filter((robot) => next[robot] !== board.nodes[robot])
    for (const robot of movers) step(robot, at(next, robot))
    moveAll(board, next)
    turn++
    return movers.length > 0
  }
  let searched = false
  for (let turns = 0; turns < MOST_TURNS && unfinished(board); turns++) {
    const next = pushed(board, turn, (robot) => waits(board, robot))
    const moves: readonly Move[] | undefined = searched ? undefined : cleared(board, turn, next)
    searched ||= moves !== undefined
    for (const { robot, node } of moves ?? []) take(board.nodes.map((own, i) => (i === robot ? node : own)))
    if (!moves?.length && !take(next)) break
  }
  return { steps, nextTurn: turn }
}
