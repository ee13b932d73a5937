/** Why a robot that has somewhere to go does not go on: one reason, the one that stands first in its way. */
import type { Course } from '#contracts/courses.ts'
import { SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RouteNodeId } from '#contracts/ids.ts'
import type { HeldUp, Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { waitsFor } from '../traffic/visits.ts'
import { baseOf } from './committing.ts'
import { isPaused } from './fitness.ts'
import { groundOf, reaches, wayBetween } from './ground.ts'
import { doorBetween, gateOf, liftSession } from './lifts.ts'
import { ongoingOf } from './ongoing.ts'
import { goalOf } from './travelling.ts'

/** Shorter halts are traffic. */
const WORTH_TELLING = 5 * SECOND

export const holdUps = (hall: HallState, at: Instant): HallEvent[] =>
  [...hall.robots.values()].flatMap((robot): HallEvent[] => {
    const { robotId, stoodSince } = robot
    const isNews = stoodSince === undefined || at - stoodSince < WORTH_TELLING
    const heldUp = isNews ? undefined : heldUpBy(robot, hall, at)
    const same = JSON.stringify(heldUp) === JSON.stringify(robot.heldUp)
    return same ? [] : [{ type: 'robotHeldUp', robotId, ...(heldUp && { heldUp }) }]
  })

const heldUpBy = (robot: Robot, hall: HallState, at: Instant): HeldUp | undefined => {
  const { robotId } = robot
  const course = hall.courses.get(robotId)
  const goal = goalOf(robotId, hall)
  const mission = ongoingOf(hall, robotId)
  const isThere = goal === undefined || course?.steps[0]?.nodeId === goal
  if (mission === undefined && isThere && !mayDrive(course)) return undefined
  const unable = inability(robot)
  if (unable !== undefined) return unable
  if (course === undefined) return { what: 'placeUnknown' }
  if (mission?.arrivedAt !== undefined)
    return { what: 'handover', placeId: mission.state === 'assigned' ? mission.from : mission.to }
  if (course.order?.acknowledged === false) return { what: 'order' }
  return mayDrive(course) ? obstacle(robot, course, hall, at) : inTheWay(robot, course, goal, hall)
}

const mayDrive = (course: Course | undefined): boolean => course?.order !== undefined && course.released > 1

const inability = (robot: Robot): HeldUp | undefined => {
  const { online, mode, faults, nodeId } = robot
  if (!online) return { what: 'silent' }
  if (faults.length > 0) return { what: 'faulty' }
  if (mode !== 'automatic') return { what: 'notAutomatic' }
  if (isPaused(robot)) return { what: 'paused' }
  return nodeId === undefined ? { what: 'placeUnknown' } : undefined
}

/** It is free to drive. Patience is longer than the longest edge takes. */
const obstacle = ({ stoodSince = 0 }: Robot, { steps }: Course, hall: HallState, at: Instant): HeldUp | undefined => {
  const next = steps[1]
  return next && at - stoodSince > hall.site.fleet.obstacleSeconds * SECOND
    ? { what: 'obstacle', nodeId: next.nodeId }
    : undefined
}

/** Another robot, a lift, a door, or no way at all. */
const inTheWay = (
  { robotId }: Robot,
  { steps }: Course,
  goal: RouteNodeId | undefined,
  hall: HallState,
): HeldUp | undefined => {
  const [here, next] = steps
  if (here === undefined || goal === undefined || here.nodeId === goal) return undefined
  const other = waitsFor(robotId, hall.courses, hall.paper.routes)
  if (other) return blocked(other.robotId, other.nodeId, hall)
  if (next !== undefined) return atGate(robotId, here.nodeId, next.nodeId, hall)
  const liftId = hall.site.lifts.find((lift) => hall.lifts.get(lift.liftId)?.inService !== true)?.liftId
  if (liftId && !reaches(groundOf(hall), here.nodeId, goal)) return { what: 'lift', liftId, why: 'outOfOrder' }
  return standing(wayBetween(groundOf(hall), here.nodeId, goal), robotId, hall) ?? { what: 'noWay', to: goal }
}

const blocked = (robotId: Robot['robotId'], nodeId: RouteNodeId, { paper }: HallState): HeldUp => {
  const liftId = paper.routeNodes.get(nodeId)?.liftId
  return liftId === undefined ? { what: 'robot', robotId, nodeId } : { what: 'lift', liftId, why: 'busy' }
}

/** The first robot on the way it would take if nobody stood there. */
const standing = (way: readonly RouteNodeId[], robotId: Robot['robotId'], hall: HallState): HeldUp | undefined => {
  for (const nodeId of way) {
    const holder = [...hall.courses].find(([id, course]) => id !== robotId && baseOf(course).includes(nodeId))
    if (holder) return blocked(holder[0], nodeId, hall)
  }
  return undefined
}

const atGate = (robotId: Robot['robotId'], from: RouteNodeId, to: RouteNodeId, hall: HallState): HeldUp | undefined => {
  if (gateOf(hall)(robotId, from, to)) return undefined
  const doorId = doorBetween(from, to, hall)
  if (doorId) return { what: 'door', doorId, why: hall.doors.get(doorId)?.inService ? 'opening' : 'outOfOrder' }
  const liftId = hall.paper.routeNodes.get(to)?.liftId ?? hall.paper.routeNodes.get(from)?.liftId
  if (liftId === undefined) return undefined
  if (hall.lifts.get(liftId)?.inService !== true) return { what: 'lift', liftId, why: 'outOfOrder' }
  return { what: 'lift', liftId, why: liftSession(liftId, hall)?.robotId === robotId ? 'coming' : 'busy' }
}
