/** Robots that drive their courses with delays, each to one goal after another, and what they did to each other. */
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Course } from '#edge/core/traffic/course.ts'
import { planAhead, type Traveller } from '#edge/core/traffic/planning.ts'
import type { RouteMap } from '#edge/core/traffic/routeMap.ts'
import { releasable, withoutPlans } from '#edge/core/traffic/visits.ts'
import { createDice, type Dice } from '#simulators/random.ts'
import { robot } from './halls.ts'

export interface Drive {
  map: RouteMap
  /** Where the robots stand at first; they are R0, R1 and so on. */
  starts: readonly RouteNodeId[]
  /** Where they are sent, one after another, by chance. */
  goals: readonly RouteNodeId[]
  /** So many goals each of them has to reach. */
  errands: number
  seed: number
  /** Probability that a robot does not take a step that it may take. */
  delay?: number
  /** Probability, each tick, that all plans are dropped. */
  drops?: number
  /** The first so many only stand where they are. */
  fixed?: number
}

export interface Driven {
  /** Robots that did not reach their goals in time. */
  stuck: RobotId[]
  collisions: number
}

const MOST_TICKS = 5000

interface Errand {
  goal: RouteNodeId
  since: number
  reached: number
}

const cellOf = (map: RouteMap, nodeId: RouteNodeId | undefined): number | undefined =>
  nodeId && map.cells[map.indexOf.get(nodeId) ?? -1]

/** Some nodes apart from each other, none in a cabin. */
export const placesOn = (map: RouteMap, count: number, seed: number): RouteNodeId[] => {
  const dice = createDice(seed)
  const free = map.nodeIds.filter((_, node) => map.lifts[node] === undefined)
  const places: RouteNodeId[] = []
  while (places.length < count) {
    const place = dice.pick(free)
    if (places.every((other) => cellOf(map, other) !== cellOf(map, place))) places.push(place)
  }
  return places
}

/** Older errands go first. */
const travellersOf = (
  ids: readonly RobotId[],
  errands: ReadonlyMap<RobotId, Errand>,
  now: number,
): Map<RobotId, Traveller> =>
  new Map(
    ids.map((robotId, i) => {
      const errand = errands.get(robotId)
      const rank = (now - (errand?.since ?? 0)) * ids.length + i
      return [robotId, { ...(errand && { goal: errand.goal }), rank, fixed: errand === undefined }]
    }),
  )

const appended = (courses: ReadonlyMap<RobotId, Course>, steps: ReadonlyMap<RobotId, Course['steps']>) =>
  new Map(
    [...courses].map(
      ([id, course]) => [id, { ...course, steps: [...course.steps, ...(steps.get(id) ?? [])] }] as const,
    ),
  )

const release = (courses: Map<RobotId, Course>, map: RouteMap): void => {
  for (const [robotId, released] of releasable(courses, map, () => true)) {
    const course = courses.get(robotId)
    if (course) courses.set(robotId, { ...course, released })
  }
}

/** Onto the next node of its base, if it may. */
const step = (courses: Map<RobotId, Course>, robotId: RobotId): RouteNodeId | undefined => {
  const course = courses.get(robotId)
  if (!course || course.released < 2) return undefined
  courses.set(robotId, { steps: course.steps.slice(1), released: course.released - 1 })
  return course.steps[1]?.nodeId
}

const sharesCell = (courses: ReadonlyMap<RobotId, Course>, map: RouteMap): boolean => {
  const cells = [...courses.values()].map(({ steps }) => cellOf(map, steps[0]?.nodeId))
  return new Set(cells).size < cells.length
}

const shuffled = <Item>(items: readonly Item[], dice: Dice): Item[] =>
  items
    .map((item) => ({ item, at: dice.uniform() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)

export const drive = ({
  map,
  starts,
  goals,
  errands: wanted,
  seed,
  delay = 0,
  drops = 0,
  fixed = 0,
}: Drive): Driven => {
  const dice = createDice(seed)
  const ids = starts.map((_, i) => robot(`R${i}`))
  let courses = new Map<RobotId, Course>(
    starts.map((nodeId, i) => [robot(`R${i}`), { steps: [{ nodeId, turn: i }], released: 1 }]),
  )
  const errands = new Map(
    ids.slice(fixed).map((id): [RobotId, Errand] => [id, { goal: dice.pick(goals), since: 0, reached: 0 }]),
  )
  const unready = (): RobotId[] => [...errands].filter(([, { reached }]) => reached < wanted).map(([id]) => id)
  let [turn, collisions] = [starts.length, 0]
  for (let tick = 0; unready().length > 0 && tick < MOST_TICKS; tick++) {
    if (dice.chance(drops)) courses = withoutPlans(courses)
    const planned = planAhead(courses, travellersOf(ids, errands, tick), { map, closed: new Set() }, turn)
    turn = planned.nextTurn
    courses = appended(courses, planned.steps)
    for (const robotId of shuffled(ids, dice)) {
      release(courses, map)
      const at = dice.chance(delay) ? undefined : step(courses, robotId)
      if (at !== undefined && sharesCell(courses, map)) collisions++
      const errand = errands.get(robotId)
      if (errand && courses.get(robotId)?.steps[0]?.nodeId === errand.goal) {
        errands.set(robotId, { goal: dice.pick(goals), since: tick, reached: errand.reached + 1 })
      }
    }
  }
  return { stuck: unready(), collisions }
}
