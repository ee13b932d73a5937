/** Robots in the warehouse that drive the courses planned for them, each step delayed by chance. */
import { RobotId, type RouteNodeId } from '#contracts/ids.ts'
import type { Course } from '#edge/core/traffic/course.ts'
import type { Ground } from '#edge/core/traffic/ground.ts'
import { planAhead, type Traveller } from '#edge/core/traffic/planning.ts'
import { releasable, withoutPlans } from '#edge/core/traffic/visits.ts'
import { createDice, type Dice } from '#simulators/random.ts'
import { type Assigning, createLedger, type Ledger, type Outcome } from './errands.ts'
import type { Instance } from './warehouse.ts'

/** After so many turns in which nothing was brought, nothing ever will be. */
const PATIENCE = 2000

export interface Driven extends Outcome {
  /** Two in one cell, or past each other on one leg. */
  collisions: number
  /** What planning and releasing took in each turn, in ms. */
  planMs: number[]
}

/** The courses of all robots, as the hall keeps them. */
interface Fleet {
  readonly ids: readonly RobotId[]
  readonly ground: Ground
  courses: Map<RobotId, Course>
  turn: number
  /** By robot: where it was bound at the last plan. */
  bound: (number | undefined)[]
}

const indexOf = ({ ground }: Fleet, nodeId: RouteNodeId | undefined): number =>
  (nodeId === undefined ? undefined : ground.map.indexOf.get(nodeId)) ?? -1

const courseOf = ({ courses, ids }: Fleet, robot: number): Course =>
  courses.get(ids[robot] ?? RobotId.parse('nobody')) ?? { steps: [], released: 0 }

const standsAt = (fleet: Fleet, robot: number): number => indexOf(fleet, courseOf(fleet, robot).steps[0]?.nodeId)

const baseEnd = (fleet: Fleet, robot: number): number => {
  const { steps, released } = courseOf(fleet, robot)
  return indexOf(fleet, steps[released - 1]?.nodeId)
}

const createFleet = ({ house: { map }, starts }: Instance): Fleet => {
  const ids = starts.map((_, robot) => RobotId.parse(`R${robot}`))
  const courses = starts.flatMap((start, robot): [RobotId, Course][] => {
    const [id, nodeId] = [ids[robot], map.nodeIds[start]]
    return id && nodeId ? [[id, { steps: [{ nodeId, turn: robot }], released: 1 }]] : []
  })
  return { ids, ground: { map, closed: new Set() }, courses: new Map(courses), turn: starts.length, bound: [] }
}

const travellersOf = ({ ids, ground }: Fleet, ledger: Ledger, now: number): Map<RobotId, Traveller> =>
  new Map(
    ids.map((id, robot) => {
      const goal = ground.map.nodeIds[ledger.goalOf(robot) ?? -1]
      const rank = (now - ledger.sinceOf(robot)) * ids.length + robot
      return [id, { ...(goal && { goal }), rank, fixed: false }]
    }),
  )

/** As the hall does it: plans to a goal that has changed are dropped, all of them; then everybody is planned on. */
const plan = (fleet: Fleet, ledger: Ledger, now: number): void => {
  const goals = fleet.ids.map((_, robot) => ledger.goalOf(robot))
  if (goals.some((goal, robot) => goal !== fleet.bound[robot])) fleet.courses = withoutPlans(fleet.courses)
  fleet.bound = goals
  const { steps, nextTurn } = planAhead(fleet.courses, travellersOf(fleet, ledger, now), fleet.ground, fleet.turn)
  fleet.turn = nextTurn
  for (const [id, added] of steps) {
    const course = fleet.courses.get(id)
    if (course) fleet.courses.set(id, { ...course, steps: [...course.steps, ...added] })
  }
}

const release = (fleet: Fleet): void => {
  for (const [id, released] of releasable(fleet.courses, fleet.ground.map, () => true)) {
    const course = fleet.courses.get(id)
    if (course) fleet.courses.set(id, { ...course, released })
  }
}

/** One step each, where the base allows it, in any order: who follows drives in the turn in which its leader leaves. */
const drive = (fleet: Fleet, dice: Dice, delay: number): void => {
  let waiting = fleet.ids.filter(() => !dice.chance(delay))
  for (let moved = true; moved; ) {
    const still = waiting.filter((id) => (fleet.courses.get(id)?.released ?? 0) < 2)
    moved = still.length < waiting.length
    for (const id of waiting) {
      const course = fleet.courses.get(id)
      if (!course || course.released < 2) continue
      fleet.courses.set(id, { steps: course.steps.slice(1), released: course.released - 1 })
    }
    waiting = still
    if (moved && waiting.length > 0) release(fleet)
  }
}

const collisionsBetween = (before: readonly number[], now: readonly number[]): number => {
  const swapped = now.filter((node, robot) => {
    const other = before.indexOf(node)
    return other > robot && now[other] === before[robot]
  })
  return now.length - new Set(now).size + swapped.length
}

export const driveCourses = (instance: Instance, assigning: Assigning, delay: number): Driven => {
  const dice = createDice(instance.seed, 1000 * delay)
  const ledger = createLedger(instance, assigning)
  const fleet = createFleet(instance)
  const robots = fleet.ids.map((_, robot) => robot)
  const planMs: number[] = []
  let collisions = 0
  for (let now = 0; !ledger.done() && now < ledger.outcome.makespan + PATIENCE; now++) {
    ledger.appear(now)
    ledger.assign(robots.map((robot) => baseEnd(fleet, robot)))
    for (const robot of robots) ledger.arrive(robot, standsAt(fleet, robot), now)
    const began = performance.now()
    plan(fleet, ledger, now)
    release(fleet)
    planMs.push(performance.now() - began)
    const before = robots.map((robot) => standsAt(fleet, robot))
    drive(fleet, dice, delay)
    collisions += collisionsBetween(
      before,
      robots.map((robot) => standsAt(fleet, robot)),
    )
    for (const robot of robots) ledger.arrive(robot, standsAt(fleet, robot), now + 1)
  }
  return { ...ledger.outcome, collisions, planMs }
}
