/** Where everybody stands at the end of what is planned, in numbers: what one turn of planning works on. */
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Courses } from './course.ts'
import { type Ground, reckonerOf } from './ground.ts'
import type { Leg, RouteMap } from './routeMap.ts'

export interface Traveller {
  readonly goal?: RouteNodeId
  /** Higher goes first; no two are alike. */
  readonly rank: number
  /** It stands and cannot be pushed: handling, charging, offline, paused. All of its base is in the others' way. */
  readonly fixed: boolean
  /** Once its plan ends at its goal it has something to do there, and cannot be pushed away. */
  readonly stays?: boolean
}

export const NOBODY = -1
/** Of a cell in which several were put by hand. */
export const SEVERAL = -2

/** Robots are numbered from the highest rank down; travellers of one goal are in line by rank. */
export interface Board {
  readonly map: RouteMap
  readonly robotIds: readonly RobotId[]
  /** By robot: the node it stands on. */
  readonly nodes: Int32Array
  /** By cell: the robot in it, NOBODY or SEVERAL. */
  readonly holders: Int32Array
  /** By robot: the steps it has not driven. */
  readonly ahead: Int32Array
  readonly fixed: readonly boolean[]
  /** By robot: once it is at its goal, it is fixed too. */
  readonly stays: readonly boolean[]
  /** By robot: the times to its goal from each node; nothing when it has no goal. */
  readonly times: readonly (Float64Array | undefined)[]
  /** By robot: the cell of its goal is held by a fixed robot, or is the goal of somebody of higher rank. */
  readonly inLine: readonly boolean[]
  /** By node: closed, or in a cell that a fixed robot holds. */
  readonly barred: readonly boolean[]
}

/** An entry of a list that is never read outside of its bounds. */
export const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? NOBODY

/** Milliseconds to the robot's goal from a node; 0 when it has none, or no way to it from where it stands. */
export const timeFrom = ({ times }: Board, robot: number, node: number): number => times[robot]?.[node] ?? 0

const isThere = (board: Board, robot: number): boolean =>
  board.times[robot] !== undefined && timeFrom(board, robot, at(board.nodes, robot)) === 0

/** Nobody moves it. */
export const standsFast = (board: Board, robot: number): boolean =>
  board.fixed[robot] === true || (board.stays[robot] === true && isThere(board, robot))

/** Not at its goal, and nobody is to be there before it. */
export const underWay = (board: Board, robot: number): boolean =>
  !board.fixed[robot] && !board.inLine[robot] && timeFrom(board, robot, at(board.nodes, robot)) > 0

/** Into a cabin, or on in it, a robot goes on its own shortest way only. */
export const mayTake = (board: Board, robot: number, from: number, { to, ms }: Leg): boolean => {
  if (board.barred[to]) return false
  if (board.map.lifts[to] === undefined) return true
  const now = timeFrom(board, robot, from)
  return now > 0 && ms + timeFrom(board, robot, to) <= now + 1e-6
}

/** What fixed robots hold: their bases, and the ends of their plans; of one that stays at its goal, that end alone. */
const wallsOf = (courses: Courses, travellers: ReadonlyMap<RobotId, Traveller>, map: RouteMap): Set<number> => {
  const walls = new Set<number>()
  for (const [robotId, { steps, released }] of courses) {
    const { fixed = true, stays = false, goal } = travellers.get(robotId) ?? {}
    if (!fixed && !(stays && steps.at(-1)?.nodeId === goal)) continue
    steps.forEach(({ nodeId }, i) => {
      const cell = map.cells[map.indexOf.get(nodeId) ?? NOBODY]
      if (cell !== undefined && ((fixed && i < released) || i === steps.length - 1)) walls.add(cell)
    })
  }
  return walls
}

const holdersOf = (nodes: Int32Array, map: RouteMap): Int32Array => {
  const holders = new Int32Array(map.cellCount).fill(NOBODY)
  nodes.forEach((node, robot) => {
    const cell = at(map.cells, node)
    holders[cell] = holders[cell] === NOBODY ? robot : SEVERAL
  })
  return holders
}

/** Who has to wait until another has been at its goal. */
const inLineOf = (goals: readonly number[], walls: ReadonlySet<number>, map: RouteMap): boolean[] => {
  const spoken = new Set(walls)
  return goals.map((goal) => {
    const cell = map.cells[goal]
    if (cell === undefined) return false
    const late = spoken.has(cell)
    spoken.add(cell)
    return late
  })
}

/** Robots that stand on no node of the map are left out. */
export const boardOf = (courses: Courses, travellers: ReadonlyMap<RobotId, Traveller>, ground: Ground): Board => {
  const { map, closed } = ground
  const isFixed = (robotId: RobotId): boolean => travellers.get(robotId)?.fixed ?? true
  const rankOf = (robotId: RobotId): number => travellers.get(robotId)?.rank ?? Number.NEGATIVE_INFINITY
  const endOf = (robotId: RobotId): number => {
    const end = courses.get(robotId)?.steps.at(-1)
    return end === undefined ? NOBODY : (map.indexOf.get(end.nodeId) ?? NOBODY)
  }
  const robotIds = [...courses.keys()]
    .filter((robotId) => endOf(robotId) !== NOBODY)
    .sort((one, other) => rankOf(other) - rankOf(one) || (one < other ? -1 : 1))
  const walls = wallsOf(courses, travellers, map)
  const nodes = Int32Array.from(robotIds, endOf)
  const fixed = robotIds.map(isFixed)
  const reckoned = reckonerOf(ground, walls)
  const times = robotIds.map((robotId, robot) => {
    const goal = travellers.get(robotId)?.goal
    if (goal === undefined || fixed[robot]) return undefined
    const found = reckoned(goal)
    return Number.isFinite(found[at(nodes, robot)]) ? found : undefined
  })
  const goals = robotIds.map((robotId, robot) => {
    const goal = times[robot] && travellers.get(robotId)?.goal
    return goal === undefined ? NOBODY : (map.indexOf.get(goal) ?? NOBODY)
  })
  return {
    map,
    robotIds,
    nodes,
    holders: holdersOf(nodes, map),
    ahead: Int32Array.from(robotIds, (robotId) => (courses.get(robotId)?.steps.length ?? 1) - 1),
    fixed,
    stays: robotIds.map((robotId) => travellers.get(robotId)?.stays ?? false),
    times,
    inLine: inLineOf(goals, walls, map),
    barred: map.nodeIds.map((nodeId, node) => closed.has(nodeId) || walls.has(at(map.cells, node))),
  }
}

/** All at once; a cell may be left and entered in one turn. */
export const moveAll = (board: Board, next: Int32Array): void => {
  const { map, nodes, holders, ahead } = board
  for (let robot = 0; robot < nodes.length; robot++) {
    if (next[robot] !== nodes[robot]) ahead[robot] = at(ahead, robot) + 1
  }
  nodes.set(next)
  holders.set(holdersOf(nodes, map))
}
