/** Robots as the facts tell them: what they say of themselves, and what the hall keeps of them. */
import type { EventOf } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import { isOngoing } from '#contracts/missionLife.ts'
import type { Robot, ToldRobot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import { type HallState, withEntry } from '../state.ts'
import type { CourseEvent } from './courses.ts'
import { isStuck } from './fitness.ts'

export type RobotEvent = EventOf<
  'robotChanged' | 'robotDescribed' | 'robotPauseAsked' | 'chargingAsked' | 'chargingOver' | 'robotHeldUp'
>

/** Also what becomes of a robot by the facts of its course. */
export const evolveRobots = (hall: HallState, at: Instant, event: RobotEvent | CourseEvent): HallState => {
  switch (event.type) {
    case 'robotChanged':
      return changed(hall, event, at)
    case 'robotDescribed':
      return withRobot(hall, event.robotId, (robot) => ({ ...robot, limits: event.limits }))
    case 'robotPauseAsked':
      return withRobot(hall, event.robotId, (robot) =>
        standing({ ...robot, pauseAsked: { pause: event.pause, at } }, at),
      )
    case 'chargingAsked':
      return withRobot(hall, event.robotId, (robot) =>
        standing({ ...robot, charger: { nodeId: event.nodeId, at } }, at),
      )
    case 'chargingOver':
      return withRobot(hall, event.robotId, ({ charger: _, ...robot }) => robot)
    case 'robotHeldUp':
      return withRobot(hall, event.robotId, ({ heldUp: _, ...robot }) => ({
        ...robot,
        ...(event.heldUp && { heldUp: event.heldUp }),
      }))
    case 'robotPlaced':
    case 'stepsPassed':
      return withRobot(hall, event.robotId, ({ heldUp: _, ...robot }) => standing(robot, at))
    case 'orderRefused':
      return withRobot(hall, event.robotId, (robot) => ({
        ...robot,
        refusals: { times: (robot.refusals?.times ?? 0) + 1, at },
      }))
    case 'orderAcknowledged':
      return event.robotId ? withRobot(hall, event.robotId, ({ refusals: _, ...robot }) => robot) : hall
    case 'orderWritten':
      return hall.courses.get(event.robotId)?.order?.at === event.order.from
        ? withRobot(hall, event.robotId, (robot) => standing(robot, at))
        : hall
    case 'coursesPlanned':
    case 'plansDropped':
    case 'orderOver':
      return hall
  }
}

/** Since when it has not come further, or since when it may or could: patience begins anew. */
export const standing = (robot: Robot, at: Instant): Robot => ({ ...robot, stoodSince: at })

export const withRobot = (hall: HallState, robotId: RobotId, change: (robot: Robot) => Robot): HallState => {
  const robot = hall.robots.get(robotId)
  return robot ? { ...hall, robots: withEntry(hall.robots, robotId, change(robot)) } : hall
}

/** A pause that its state shows is no longer asked for: whoever then presses a button on it has the last word. */
const changed = (hall: HallState, { robotId, robot }: EventOf<'robotChanged'>, at: Instant): HallState => {
  if (!hall.paper.robots.has(robotId)) return hall
  const known = hall.robots.get(robotId)
  if (known === undefined) return { ...hall, robots: withEntry(hall.robots, robotId, firstHeard(hall, robot, at)) }
  const { missionId, pauseAsked, charger, limits, stoodSince, heldUp, refusals } = known
  const kept = {
    ...(missionId && { missionId }),
    ...(pauseAsked && pauseAsked.pause !== robot.paused && { pauseAsked }),
    ...(charger && { charger }),
    ...(limits && { limits }),
    ...(stoodSince !== undefined && { stoodSince }),
    ...(heldUp && { heldUp }),
    ...(refusals && { refusals }),
  }
  const after = { ...robot, ...kept }
  return {
    ...hall,
    robots: withEntry(hall.robots, robotId, isStuck(known) === isStuck(after) ? after : standing(after, at)),
  }
}

/** Also when its mission is older than all that is known of it. */
const firstHeard = ({ missions }: HallState, robot: ToldRobot, at: Instant): Robot => {
  const its = [...missions.values()].find((mission) => isOngoing(mission) && mission.robotId === robot.robotId)
  return standing({ ...robot, ...(its && { missionId: its.missionId }) }, at)
}
