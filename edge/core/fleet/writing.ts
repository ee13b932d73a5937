/** Orders and their updates: written for each robot that may drive further than it has been told. */
import type { Course, RobotOrder, Stop } from '#contracts/courses.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import { profileOf } from '#contracts/robotProfiles.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { releasable } from '../traffic/visits.ts'
import { actsItself } from './committing.ts'
import { isLeftAlone, isStuck } from './fitness.ts'
import { gateOf } from './lifts.ts'
import { ongoingOf } from './ongoing.ts'
import { stopsOf } from './stops.ts'

/** Into a cabin, on to another floor, and out of it. */
const RIDE_NODES = 3

export const writeOrders = (hall: HallState, at: Instant): HallEvent[] => {
  const far = releasable(hall.courses, hall.paper.routes, gateOf(hall))
  let orders = hall.counted.orders
  return [...hall.courses].flatMap(([robotId, course]): HallEvent[] => {
    const robot = hall.robots.get(robotId)
    if (robot === undefined || !takesOrders(robot, course, at)) return []
    const order = orderFor(robot, course, far.get(robotId) ?? course.released, hall, `${at.toString(36)}-${orders}`)
    if (order === undefined) return []
    if (order.orderUpdateId === 0) orders += 1
    return [{ type: 'orderWritten', robotId, order }]
  })
}

/** One message at a time: the next is written when the robot has shown that it has the last. */
const takesOrders = (robot: Robot, { order }: Course, at: Instant): boolean =>
  !isStuck(robot) &&
  !(robot.charging && stopsCharging(robot)) &&
  (order === undefined || order.acknowledged) &&
  !isLeftAlone(robot, at)

/** Another one leaves its charger when it has an order. */
const stopsCharging = ({ limits }: Robot): boolean => limits?.actions?.includes('stopCharging') ?? true

const orderFor = (
  { robotId, limits }: Robot,
  course: Course,
  reach: number,
  hall: HallState,
  mark: string,
): RobotOrder | undefined => {
  const { steps, order } = course
  const robot = hall.paper.robots.get(robotId)
  if (robot === undefined || order?.stop !== undefined) return undefined
  const { heedsReleased } = profileOf(robot)
  const most = limits?.nodes ?? Number.POSITIVE_INFINITY
  const start = order ? course.released - 1 : 0
  const far = Math.min(reach, start + most)
  const released = most < RIDE_NODES ? far : beforeRide(course, far, hall)
  const ahead = Math.min(heedsReleased ? steps.length : released, start + most)
  const ends = released === steps.length && (order === undefined || released > course.released)
  const stop = ends ? stopAtEnd(robotId, course, hall) : undefined
  const message = { nodes: steps.slice(start, ahead).map(({ nodeId }) => nodeId), released: released - start }
  const named = { ...message, ...(stop && { stop }) }
  if (order === undefined) {
    const drives = released > 1 || stop !== undefined
    return drives ? { orderId: `${robotId}-${mark}`, orderUpdateId: 0, from: 0, ...named } : undefined
  }
  const grows = released > course.released || stop !== undefined || hasLostHorizon(course)
  if (!heedsReleased || !grows) return undefined
  return { orderId: order.orderId, orderUpdateId: order.orderUpdateId + 1, from: order.at + start, ...named }
}

/** Its order still shows a way ahead that it will not take. */
const hasLostHorizon = ({ steps, released, order }: Course): boolean =>
  order !== undefined && order.nodes.length > order.released && steps.length === released

/** A ride ends in front of the lift: no base ends in a cabin that has arrived. */
const beforeRide = ({ steps, released }: Course, reach: number, { paper }: HallState): number => {
  const liftOf = (i: number) => {
    const step = steps[i]
    return step && paper.routeNodes.get(step.nodeId)?.liftId
  }
  const rides = liftOf(reach - 1) !== undefined && liftOf(reach - 1) === liftOf(reach - 2)
  return rides ? Math.max(released, reach - 1) : reach
}

/** What its own arms do where its plan ends; a node it has been told of already gets an order of its own. */
const stopAtEnd = (robotId: RobotId, { steps }: Course, hall: HallState): Stop | undefined => {
  const mission = ongoingOf(hall, robotId)
  const robot = hall.paper.robots.get(robotId)
  const stops = mission && stopsOf(hall, mission)
  if (!mission || !robot || !stops || mission.cancelAsked || !actsItself(mission, profileOf(robot).handling))
    return undefined
  const stop = mission.state === 'assigned' ? 'pick' : 'drop'
  return steps.at(-1)?.nodeId === stops[stop] ? stop : undefined
}
