/** Missions whose robot is lost: before the pick-up another one goes; afterwards a person has to look after the things. */
import { SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { isStuck } from './fitness.ts'
import { isOngoing } from './ongoing.ts'

/** What is on a robot stays its own, however long it is away: it goes on with it when it is back. */
export const lose = (hall: HallState, at: Instant): HallEvent[] =>
  [...hall.missions.values()].flatMap((mission): HallEvent[] => {
    if (!isOngoing(mission) || mission.state === 'underway') return []
    const robot = hall.robots.get(mission.robotId)
    if (robot === undefined || !isLost(robot, hall, at)) return []
    const after = robot.online ? ('robotUnfit' as const) : ('robotLost' as const)
    return [{ type: 'missionHeld', missionId: mission.missionId, why: {}, after }]
  })

export const isLost = (robot: Robot, { site }: HallState, at: Instant): boolean => {
  const since = robot.online ? robot.stoodSince : robot.silentSince
  return isStuck(robot) && since !== undefined && at - since > site.fleet.lostSeconds * SECOND
}
