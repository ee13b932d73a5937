/** Who goes to a charger, and for how long: four thresholds, and every idle minute on a charger is used. */
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RouteNodeId } from '#contracts/ids.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { baseOf } from './committing.ts'
import { isStuck } from './fitness.ts'
import { groundOf, reaches, timeBetween } from './ground.ts'
import { isLost } from './losing.ts'
import { ongoingOf } from './ongoing.ts'

/** Topped up from here on when it stands on a charger anyway: a full battery is not charged for the last percent. */
const OPPORTUNITY_PERCENT = 5

export const charge = (hall: HallState, at: Instant): HallEvent[] => {
  const robots = [...hall.robots.values()]
  const taken = new Set(robots.flatMap(({ charger }) => charger?.nodeId ?? []))
  const over = robots.filter((robot) => robot.charger !== undefined && isOver(robot, hall, at))
  for (const { charger } of over) if (charger) taken.delete(charger.nodeId)
  const asked = robots
    .filter((robot) => robot.charger === undefined && needsCharger(robot, hall))
    .sort((a, b) => a.batteryPercent - b.batteryPercent)
    .flatMap((robot): HallEvent[] => {
      const nodeId = nearestFree(robot, taken, hall)
      if (nodeId === undefined) return []
      taken.add(nodeId)
      return [{ type: 'chargingAsked', robotId: robot.robotId, nodeId }]
    })
  return [...over.map(({ robotId }) => ({ type: 'chargingOver' as const, robotId })), ...asked]
}

/** Full, called away, or no longer on its way: another robot may have the charger. */
const isOver = (robot: Robot, hall: HallState, at: Instant): boolean => {
  const { robotId, batteryPercent, charger } = robot
  const course = hall.courses.get(robotId)
  const here = course && baseOf(course).at(-1)
  if (batteryPercent >= hall.site.fleet.battery.fullPercent || ongoingOf(hall, robotId) !== undefined) return true
  if (charger === undefined || here === undefined || here === charger.nodeId) return false
  return isLost(robot, hall, at) || !reaches(groundOf(hall), here, charger.nodeId)
}

const needsCharger = (robot: Robot, hall: HallState): boolean => {
  const { batteryPercent, robotId } = robot
  const { goodPercent, fullPercent } = hall.site.fleet.battery
  const course = hall.courses.get(robotId)
  if (isStuck(robot) || course === undefined || ongoingOf(hall, robotId)) return false
  const here = baseOf(course).at(-1)
  const isOnCharger = hall.site.chargers.some(({ nodeId }) => nodeId === here)
  return batteryPercent < goodPercent || (isOnCharger && batteryPercent < fullPercent - OPPORTUNITY_PERCENT)
}

/** So much further is a charger where another robot lives: that one would find no place to wait. */
const BORROWED = MINUTE

const nearestFree = ({ robotId }: Robot, taken: ReadonlySet<RouteNodeId>, hall: HallState): RouteNodeId | undefined => {
  const course = hall.courses.get(robotId)
  const here = course && baseOf(course).at(-1)
  if (here === undefined) return undefined
  const ground = groundOf(hall)
  const occupied = new Set(
    [...hall.courses].filter(([id]) => id !== robotId && isHeld(id, hall)).flatMap(([, other]) => baseOf(other)),
  )
  const others = hall.site.robots.filter((other) => other.robotId !== robotId)
  const homes = new Set(others.map(({ homeNodeId }) => homeNodeId))
  return hall.site.chargers
    .filter(({ nodeId }) => !taken.has(nodeId) && !occupied.has(nodeId))
    .map(({ nodeId }) => ({ nodeId, time: timeBetween(ground, here, nodeId) + (homes.has(nodeId) ? BORROWED : 0) }))
    .filter(({ time }) => Number.isFinite(time))
    .sort((a, b) => a.time - b.time)[0]?.nodeId
}

const isHeld = (robotId: Robot['robotId'], { robots }: HallState): boolean => {
  const robot = robots.get(robotId)
  return robot === undefined || isStuck(robot)
}
