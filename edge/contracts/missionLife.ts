/** The life of a mission: what it is after each fact that speaks of it. The hall and its history fold it alike. */
import type { EventOf, Fact, HallEvent } from './facts.ts'
import type { Mission } from './missions.ts'
import type { Instant } from './time.ts'

/** A mission a robot is on. */
export type Ongoing = Extract<Mission, { state: 'assigned' | 'underway' }>

export const isOngoing = (mission: Mission): mission is Ongoing =>
  mission.state === 'assigned' || mission.state === 'underway'

/** The mission after the fact; as before when the fact says nothing of it, or does not fit what is known. */
export const missionAfter = (
  before: Mission | undefined,
  { at, event }: Pick<Fact, 'at' | 'event'>,
): Mission | undefined => {
  if (event.type === 'missionRequested') {
    const { type: _, ...asked } = event
    return { ...asked, state: 'waiting', requestedAt: at }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'missionHeld':
      return held(before, event)
    case 'missionAssigned':
      return { ...baseOf(before), robotId: event.robotId, since: at, cancelAsked: false, state: 'assigned' }
    case 'missionFailed':
      return { ...over(before), reason: event.reason, finishedAt: at, state: 'failed' }
    case 'missionCancelled':
      return { ...over(before), finishedAt: at, state: 'cancelled' }
    default:
      return isOngoing(before) ? further(before, event, at) : before
  }
}

const held = (mission: Mission, { why, refusedBy }: EventOf<'missionHeld'>): Mission => {
  const tried = [...(mission.refusedBy ?? []), ...(refusedBy ? [refusedBy] : [])]
  return { ...baseOf(mission), state: 'waiting', why, ...(tried.length > 0 && { refusedBy: tried }) }
}

const further = (mission: Ongoing, event: HallEvent, at: Instant): Mission => {
  const { robotId, cancelAsked } = mission
  switch (event.type) {
    case 'missionArrived':
      return { ...mission, arrivedAt: at }
    case 'missionUnderway':
      return { ...baseOf(mission), robotId, since: at, cancelAsked, state: 'underway' }
    case 'missionDelivered': {
      const { savedSeconds } = event
      const end = { finishedAt: at, ...(savedSeconds !== undefined && { savedSeconds }) }
      return { ...baseOf(mission), robotId, ...end, state: 'delivered' }
    }
    case 'stopFailed':
      return { ...mission, failures: (mission.failures ?? 0) + 1 }
    case 'missionCancelAsked':
      return { ...mission, cancelAsked: true }
    default:
      return mission
  }
}

const over = (mission: Mission) => ({ ...baseOf(mission), ...(isOngoing(mission) && { robotId: mission.robotId }) })

/** What a mission is in every state. */
const baseOf = (mission: Mission) => {
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
