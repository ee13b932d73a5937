/** Who visits which part of the hall in which order, and how far each robot may therefore drive. */
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Course, Courses } from './course.ts'
import type { RouteMap } from './routeMap.ts'

export interface Visit {
  readonly robotId: RobotId
  /** The place of the step in the robot's course. */
  readonly at: number
  readonly turn: number
}

/** By cell, in the order in which it is visited: what is released first, then by turn. */
export type Visits = ReadonlyMap<number, readonly Visit[]>

export const visitsOf = (courses: Courses, map: RouteMap): Visits => {
  const bases = new Map<number, Visit[]>()
  const plans = new Map<number, Visit[]>()
  for (const [robotId, { steps, released }] of courses) {
    steps.forEach(({ nodeId, turn }, at) => {
      const cell = cellOf(nodeId, map)
      const visits = at < released ? bases : plans
      const others = visits.get(cell)
      if (others) others.push({ robotId, at, turn })
      else visits.set(cell, [{ robotId, at, turn }])
    })
  }
  for (const [cell, planned] of plans) {
    bases.set(cell, [...(bases.get(cell) ?? []), ...planned.sort((one, other) => one.turn - other.turn)])
  }
  return bases
}

/** -1 for a node that is on no map. */
const cellOf = (nodeId: RouteNodeId, map: RouteMap): number => map.cells[map.indexOf.get(nodeId) ?? -1] ?? -1

/** The first who visits the cell before this robot takes that step of its course. */
const before = (robotId: RobotId, at: number, visits: readonly Visit[]): Visit | undefined => {
  const [first] = visits
  if (!first) return undefined
  for (const visit of visits) {
    if (visit.robotId !== robotId) return visit
    if (visit.at === at) return undefined
  }
  return undefined
}

/**
 * How many of its steps each robot could now hold as base: up to the first step before which somebody else visits
 * its cell, or which is not `open`. Never fewer than it holds; answers only those that grow.
 */
export const releasable = (
  courses: Courses,
  map: RouteMap,
  open: (robotId: RobotId, from: RouteNodeId, to: RouteNodeId) => boolean,
): Map<RobotId, number> => {
  const visits = visitsOf(courses, map)
  const free = (robotId: RobotId, { steps }: Course, at: number): boolean => {
    const [from, to] = [steps[at - 1], steps[at]]
    if (!from || !to || before(robotId, at, visits.get(cellOf(to.nodeId, map)) ?? [])) return false
    return open(robotId, from.nodeId, to.nodeId)
  }
  const grown = new Map<RobotId, number>()
  for (const [robotId, course] of courses) {
    let count = course.released
    while (count < course.steps.length && free(robotId, course, count)) count++
    if (count > course.released) grown.set(robotId, count)
  }
  return grown
}

/** Who holds up this robot at its first step that is not released, and where; nobody when it is first there. */
export const waitsFor = (
  robotId: RobotId,
  courses: Courses,
  map: RouteMap,
  visits: Visits = visitsOf(courses, map),
): { robotId: RobotId; nodeId: RouteNodeId } | undefined => {
  const course = courses.get(robotId)
  const step = course?.steps[course.released]
  if (!course || !step) return undefined
  const holder = before(robotId, course.released, visits.get(cellOf(step.nodeId, map)) ?? [])
  return holder && { robotId: holder.robotId, nodeId: step.nodeId }
}

/** Without what is only planned. Bases are apart, so all can be planned anew from their ends at any moment. */
export const withoutPlans = <C extends Course>(courses: Courses<C>): Map<RobotId, C> =>
  new Map(
    [...courses].map(([robotId, course]) => [
      robotId,
      course.steps.length > course.released ? { ...course, steps: course.steps.slice(0, course.released) } : course,
    ]),
  )
