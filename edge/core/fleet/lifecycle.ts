/** The life of missions and robots, as the facts tell it. */
import type { EventOf, Fact } from '#contracts/facts.ts'
import type { MissionId, RobotId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import { unreachable } from '../decision.ts'
import { type HallState, withEntry } from '../state.ts'
import { isOngoing, type Ongoing, ongoingOf } from './missions.ts'

export type FleetEvent = EventOf<
  | 'missionRequested'
  | 'missionHeld'
  | 'missionAssigned'
  | 'orderAcknowledged'
  | 'missionUnderway'
  | 'missionDelivered'
  | 'missionFailed'
  | 'missionCancelAsked'
  | 'missionCancelled'
  | 'robotChanged'
>

export const evolveFleet = (hall: HallState, { at }: Fact, event: FleetEvent): HallState => {
  switch (event.type) {
    case 'missionRequested': {
      const { type: _, ...asked } = event
      const { missions } = hall.counted
      return {
        ...hall,
        missions: withEntry(hall.missions, event.missionId, { ...asked, state: 'waiting', requestedAt: at }),
        counted: { ...hall.counted, missions: Math.max(missions, Number(event.missionId.slice(1))) },
      }
    }
    case 'missionHeld':
      return withMission(hall, event.missionId, (mission) => ({ ...baseOf(mission), state: 'waiting', why: event.why }))
    case 'missionAssigned':
      return withMission(hall, event.missionId, (mission) => ({
        ...baseOf(mission),
        state: 'assigned',
        errand: event.errand,
        cancelAsked: false,
      }))
    case 'orderAcknowledged':
      return withOngoing(hall, event.missionId, (mission) => ({
        ...mission,
        errand: { ...mission.errand, acknowledged: true },
      }))
    case 'missionUnderway':
      return withOngoing(hall, event.missionId, (mission) => ({ ...mission, state: 'underway' }))
    case 'missionCancelAsked':
      return withOngoing(hall, event.missionId, (mission) => ({ ...mission, cancelAsked: true }))
    case 'missionDelivered': {
      const delivered = withOngoing(hall, event.missionId, (mission) => ({
        ...baseOf(mission),
        state: 'delivered',
        robotId: mission.errand.robotId,
        finishedAt: at,
      }))
      return { ...delivered, tally: { ...hall.tally, delivered: hall.tally.delivered + 1 } }
    }
    case 'missionFailed':
      return withMission(hall, event.missionId, (mission) => ({
        ...baseOf(mission),
        ...robotOf(mission),
        state: 'failed',
        reason: event.reason,
        finishedAt: at,
      }))
    case 'missionCancelled':
      return withMission(hall, event.missionId, (mission) => ({
        ...baseOf(mission),
        ...robotOf(mission),
        state: 'cancelled',
        finishedAt: at,
      }))
    case 'robotChanged':
      return evolveRobot(hall, event)
    default:
      return unreachable(event)
  }
}

const evolveRobot = (hall: HallState, { robotId, robot }: EventOf<'robotChanged'>): HallState => {
  const missionId = ongoingOf(hall, robotId)?.missionId
  return { ...hall, robots: withEntry(hall.robots, robotId, { ...robot, ...(missionId && { missionId }) }) }
}

/** What a mission is in every state. */
const baseOf = ({ missionId, kind, from, to, note, ticketId, priority, requestedAt }: Mission) => ({
  missionId,
  kind,
  from,
  to,
  ...(note !== undefined && { note }),
  ...(ticketId !== undefined && { ticketId }),
  priority,
  requestedAt,
})

const robotOf = (mission: Mission): { robotId?: RobotId } =>
  isOngoing(mission) ? { robotId: mission.errand.robotId } : {}

/** Also keeps the robots' side: a robot has the mission exactly as long as the mission has the robot. */
const withMission = (hall: HallState, missionId: MissionId, change: (mission: Mission) => Mission): HallState => {
  const before = hall.missions.get(missionId)
  if (before === undefined) return hall
  const after = change(before)
  const released = isOngoing(before) ? withRobotMission(hall, before.errand.robotId, undefined) : hall
  const taken = isOngoing(after) ? withRobotMission(released, after.errand.robotId, missionId) : released
  return { ...taken, missions: withEntry(hall.missions, missionId, after) }
}

const withOngoing = (hall: HallState, missionId: MissionId, change: (mission: Ongoing) => Mission): HallState =>
  withMission(hall, missionId, (mission) => (isOngoing(mission) ? change(mission) : mission))

const withRobotMission = (hall: HallState, robotId: RobotId, missionId: MissionId | undefined): HallState => {
  const robot = hall.robots.get(robotId)
  if (robot === undefined) return hall
  const { missionId: _, ...rest } = robot
  return { ...hall, robots: withEntry(hall.robots, robotId, { ...rest, ...(missionId && { missionId }) }) }
}
