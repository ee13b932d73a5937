/** The life of a mission, folded from its facts for those who look back. */
import type { Fact } from '#contracts/facts.ts'
import type { Errand, Mission } from '#contracts/missions.ts'

type Ongoing = Extract<Mission, { errand: Errand }>

const isOngoing = (mission: Mission): mission is Ongoing => 'errand' in mission

/** What a mission is in every state, and the robot that had it last. */
const lastingOf = (mission: Mission) => {
  const { missionId, kind, from, to, note, ticketId, priority, requestedAt } = mission
  const optional = { ...(note !== undefined && { note }), ...(ticketId && { ticketId }) }
  const base = { missionId, kind, from, to, priority, requestedAt, ...optional }
  return { base, robot: isOngoing(mission) ? { robotId: mission.errand.robotId } : {} }
}

/** The mission after the fact; as before when the fact says nothing of it, or does not fit what is known. */
export const missionAfter = (before: Mission | undefined, { at, event }: Fact): Mission | undefined => {
  if (event.type === 'missionRequested') {
    const { type: _, ...asked } = event
    return { ...asked, state: 'waiting', requestedAt: at }
  }
  if (before === undefined) return undefined
  const { base, robot } = lastingOf(before)
  switch (event.type) {
    case 'missionHeld':
      return { ...base, state: 'waiting', why: event.why }
    case 'missionAssigned':
      return { ...base, state: 'assigned', errand: event.errand, cancelAsked: false }
    case 'orderAcknowledged':
      return isOngoing(before) ? { ...before, errand: { ...before.errand, acknowledged: true } } : before
    case 'missionUnderway':
      return isOngoing(before) ? { ...before, state: 'underway' } : before
    case 'missionCancelAsked':
      return isOngoing(before) ? { ...before, cancelAsked: true } : before
    case 'missionDelivered':
      return isOngoing(before)
        ? { ...base, state: 'delivered', robotId: before.errand.robotId, finishedAt: at }
        : before
    case 'missionFailed':
      return { ...base, ...robot, state: 'failed', reason: event.reason, finishedAt: at }
    case 'missionCancelled':
      return { ...base, ...robot, state: 'cancelled', finishedAt: at }
    default:
      return before
  }
}
