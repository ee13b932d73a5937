/** Missions as the facts tell them, and the robots that have them. */
import type { EventOf } from '#contracts/facts.ts'
import type { MissionId, RobotId } from '#contracts/ids.ts'
import { isOngoing, missionAfter } from '#contracts/missionLife.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Instant } from '#contracts/time.ts'
import { type HallState, withEntry } from '../state.ts'
import { standing, withRobot } from './robotLife.ts'

export type MissionEvent = EventOf<
  | 'missionRequested'
  | 'missionHeld'
  | 'missionAssigned'
  | 'missionArrived'
  | 'missionUnderway'
  | 'missionDelivered'
  | 'stopFailed'
  | 'missionFailed'
  | 'missionCancelAsked'
  | 'missionCancelled'
>

export const evolveMissions = (hall: HallState, at: Instant, event: MissionEvent): HallState => {
  const before = hall.missions.get(event.missionId)
  const after = missionAfter(before, { at, event })
  if (after === undefined) return hall
  const missions = withEntry(hall.missions, event.missionId, after)
  return counted({ ...withRobots(hall, at, before, after), missions }, before, event)
}

/** A robot has the mission exactly as long as the mission has the robot. */
const withRobots = (hall: HallState, at: Instant, before: Mission | undefined, after: Mission): HallState => {
  const { missionId } = after
  const freed = before && isOngoing(before) ? released(hall, before.robotId, missionId) : hall
  return isOngoing(after) ? withRobot(freed, after.robotId, (robot) => standing({ ...robot, missionId }, at)) : freed
}

/** Unless it already has another one. */
const released = (hall: HallState, robotId: RobotId, missionId: MissionId): HallState =>
  withRobot(hall, robotId, ({ missionId: its, ...robot }) =>
    its === undefined || its === missionId ? robot : { ...robot, missionId: its },
  )

const counted = (hall: HallState, before: Mission | undefined, event: MissionEvent): HallState => {
  if (event.type === 'missionRequested') {
    const missions = Math.max(hall.counted.missions, Number(event.missionId.slice(1)))
    return { ...hall, counted: { ...hall.counted, missions } }
  }
  if (event.type !== 'missionDelivered' || before === undefined || !isOngoing(before)) return hall
  const { delivered, savedSeconds } = hall.tally
  const saved = savedSeconds + (event.savedSeconds ?? 0)
  return { ...hall, tally: { ...hall.tally, delivered: delivered + 1, savedSeconds: saved } }
}
