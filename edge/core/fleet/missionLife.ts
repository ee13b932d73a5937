/** Missions as the facts tell them. */
import type { EventOf } from '#contracts/facts.ts'
import type { MissionId, RobotId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Instant } from '#contracts/time.ts'
import { unreachable } from '../decision.ts'
import { type HallState, withEntry } from '../state.ts'
import { isOngoing, type Ongoing } from './ongoing.ts'
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
  const { missionId } = event
  switch (event.type) {
    case 'missionRequested': {
      const { type: _, ...asked } = event
      const counted = { ...hall.counted, missions: Math.max(hall.counted.missions, Number(missionId.slice(1))) }
      const mission: Mission = { ...asked, state: 'waiting', requestedAt: at }
      return { ...hall, missions: withEntry(hall.missions, missionId, mission), counted }
    }
    case 'missionHeld':
      return withMission(hall, at, missionId, (mission) => held(mission, event))
    case 'missionAssigned': {
      const { robotId } = event
      const start = { robotId, since: at, cancelAsked: false }
      return withMission(hall, at, missionId, (mission) => ({ ...baseOf(mission), ...start, state: 'assigned' }))
    }
    case 'missionArrived':
      return withOngoing(hall, at, missionId, (mission) => ({ ...mission, arrivedAt: at }))
    case 'missionUnderway':
      return withOngoing(hall, at, missionId, ({ robotId, cancelAsked, ...mission }) => ({
        ...baseOf(mission),
        robotId,
        since: at,
        cancelAsked,
        state: 'underway',
      }))
    case 'missionDelivered':
      return tallied(
        withOngoing(hall, at, missionId, (mission) => delivered(mission, event, at)),
        event,
      )
    case 'stopFailed':
      return withOngoing(hall, at, missionId, (mission) => ({ ...mission, failures: (mission.failures ?? 0) + 1 }))
    case 'missionCancelAsked':
      return withOngoing(hall, at, missionId, (mission) => ({ ...mission, cancelAsked: true }))
    case 'missionFailed': {
      const end = { reason: event.reason, finishedAt: at }
      return withMission(hall, at, missionId, (mission) => ({ ...over(mission), ...end, state: 'failed' }))
    }
    case 'missionCancelled':
      return withMission(hall, at, missionId, (mission) => ({ ...over(mission), finishedAt: at, state: 'cancelled' }))
    default:
      return unreachable(event)
  }
}

const held = (mission: Mission, { why, refusedBy }: EventOf<'missionHeld'>): Mission => {
  const tried = [...(mission.refusedBy ?? []), ...(refusedBy ? [refusedBy] : [])]
  return { ...baseOf(mission), state: 'waiting', why, ...(tried.length > 0 && { refusedBy: tried }) }
}

const delivered = (mission: Ongoing, { savedSeconds }: EventOf<'missionDelivered'>, at: Instant): Mission => ({
  ...baseOf(mission),
  state: 'delivered',
  robotId: mission.robotId,
  finishedAt: at,
  ...(savedSeconds !== undefined && { savedSeconds }),
})

const tallied = (hall: HallState, { savedSeconds = 0 }: EventOf<'missionDelivered'>): HallState => {
  const { delivered: count, savedSeconds: saved } = hall.tally
  return { ...hall, tally: { ...hall.tally, delivered: count + 1, savedSeconds: saved + savedSeconds } }
}

/** What a mission is in every state. */
const baseOf = (mission: Omit<Mission, 'state'>) => {
  const { missionId, kind, from, to, note, ticketId, priority, deadline, requestedAt, refusedBy } = mission
  return {
    missionId,
    kind,
    from,
    to,
    ...(note !== undefined && { note }),
    ...(ticketId !== undefined && { ticketId }),
    priority,
    ...(deadline !== undefined && { deadline }),
    requestedAt,
    ...(refusedBy && { refusedBy }),
  }
}

const over = (mission: Mission) => ({ ...baseOf(mission), ...(isOngoing(mission) && { robotId: mission.robotId }) })

/** Also keeps the robots' side: a robot has the mission exactly as long as the mission has the robot. */
const withMission = (
  hall: HallState,
  at: Instant,
  missionId: MissionId,
  change: (mission: Mission) => Mission,
): HallState => {
  const before = hall.missions.get(missionId)
  if (before === undefined) return hall
  const after = change(before)
  const freed = isOngoing(before) ? released(hall, before.robotId, missionId) : hall
  const taken = isOngoing(after)
    ? withRobot(freed, after.robotId, (robot) => standing({ ...robot, missionId }, at))
    : freed
  return { ...taken, missions: withEntry(hall.missions, missionId, after) }
}

/** Unless it already has another one. */
const released = (hall: HallState, robotId: RobotId, missionId: MissionId): HallState =>
  withRobot(hall, robotId, ({ missionId: its, ...robot }) =>
    its === undefined || its === missionId ? robot : { ...robot, missionId: its },
  )

const withOngoing = (
  hall: HallState,
  at: Instant,
  missionId: MissionId,
  change: (mission: Ongoing) => Mission,
): HallState => withMission(hall, at, missionId, (mission) => (isOngoing(mission) ? change(mission) : mission))
