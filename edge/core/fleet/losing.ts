/** Missions whose robot is lost: before the pick-up another one goes; afterwards a person has to look after the things. */
import { SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { isOngoing } from '#contracts/missionLife.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { isStuck } from './fitness.ts'

/** What is on a robot stays its own, however long it is away: it goes on with it when it is back. */
export const lose = (hall: HallState, at: Instant): HallEvent[] =>
  [...hall.missions.values()].filter(isOngoing).flatMap((mission): HallEvent[] => {
    const { missionId, robotId, state } = mission
    if (!hall.paper.robots.has(robotId) && state === 'underway')
      return [{ type: 'missionFailed', missionId, reason: 'orderLost' }]
    const robot = hall.robots.get(robotId)
    if (state === 'underway' || (robot !== undefined && !isLost(robot, hall, at))) return []
    return [{ type: 'missionHeld', missionId, why: {}, after: robot?.online ? 'robotUnfit' : 'robotLost' }]
  })

export const isLost = (robot: Robot, { site }: HallState, at: Instant): boolean => {
  const since = robot.online ? robot.stoodSince : robot.silentSince
  return isStuck(robot) && since !== undefined && at - since > site.fleet.lostSeconds * SECOND
}
