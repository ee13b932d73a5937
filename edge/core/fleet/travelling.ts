/** Where each robot wants to go, who goes first, and who cannot be moved: what the traffic plan is made from. */
import type { Course } from '#contracts/courses.ts'
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Ongoing } from '#contracts/missionLife.ts'
import type { Robot } from '#contracts/robots.ts'
import type { HallState } from '../state.ts'
import type { Traveller } from '../traffic/planning.ts'
import { endOf } from './committing.ts'
import { isStuck } from './fitness.ts'
import { ongoingOf } from './ongoing.ts'
import { stopsOf } from './stops.ts'

/** Who goes before whom: whoever is in a lift, leads a visitor, is on a mission, has to charge; then the others. */
const RANKS = { inLift: 4, escorting: 3, onMission: 2, charging: 1, idle: 0 } as const

interface Wish {
  goal?: RouteNodeId
  /** Cannot be pushed aside; or not once it is there. */
  fixed?: boolean
  stays?: boolean
  rank: number
  priority?: number
  since?: number
}

/** What one robot is about. */
const wishOf = (robot: Robot, course: Course, hall: HallState): Wish => {
  const mission = ongoingOf(hall, robot.robotId)
  const rank = isInLift(course, hall) ? RANKS.inLift : rankOf(mission, robot)
  if (isStuck(robot)) return { fixed: true, rank }
  if (mission !== undefined) return { ...errandOf(mission, hall), rank }
  if (robot.charger !== undefined) {
    return { goal: robot.charger.nodeId, fixed: robot.charging && endOf(course) === robot.charger.nodeId, rank }
  }
  const home = hall.paper.robots.get(robot.robotId)?.homeNodeId
  return { ...(home && { goal: home }), rank }
}

const rankOf = (mission: Ongoing | undefined, { charger }: Robot): number => {
  if (mission?.kind === 'guide' && mission.state === 'underway') return RANKS.escorting
  if (mission !== undefined) return RANKS.onMission
  return charger === undefined ? RANKS.idle : RANKS.charging
}

/** At its stop it stays until things are handed over. */
const errandOf = (mission: Ongoing, hall: HallState): Omit<Wish, 'rank'> => {
  const stops = stopsOf(hall, mission)
  if (stops === undefined || mission.cancelAsked) return { fixed: true }
  const goal = mission.state === 'assigned' ? stops.pick : stops.drop
  const { priority, since = mission.requestedAt } = mission
  return { goal, stays: true, priority, since }
}

const isInLift = ({ steps: [here] }: Course, { paper }: HallState): boolean =>
  here !== undefined && paper.routeNodes.get(here.nodeId)?.liftId !== undefined

/** Where the robot is bound. */
export const goalOf = (robotId: RobotId, hall: HallState): RouteNodeId | undefined => {
  const [robot, course] = [hall.robots.get(robotId), hall.courses.get(robotId)]
  return robot && course && wishOf(robot, course, hall).goal
}

/** All robots whose place is known, ranked: the higher class first, then priority, then the older errand. */
export const travellersOf = (hall: HallState): Map<RobotId, Traveller> => {
  const wishes = [...hall.courses].flatMap(([robotId, course]) => {
    const robot = hall.robots.get(robotId)
    return robot ? [{ robotId, ...wishOf(robot, course, hall) }] : []
  })
  wishes.sort(
    (a, b) =>
      a.rank - b.rank ||
      (a.priority ?? 0) - (b.priority ?? 0) ||
      (b.since ?? 0) - (a.since ?? 0) ||
      b.robotId.localeCompare(a.robotId),
  )
  return new Map(
    wishes.map(({ robotId, goal, fixed = false, stays = false }, rank) => [
      robotId,
      { ...(goal && { goal }), rank, fixed, stays },
    ]),
  )
}
