/** Which records an event touches. */
import type { HallEvent } from '#contracts/facts.ts'
import type { AlertId, DoorId, LiftId, MissionId, RobotId, TicketId, WindowId } from '#contracts/ids.ts'
import { unreachable } from './decision.ts'
import type { HallState } from './state.ts'

/** Names one record. */
export type Key =
  | { kind: 'ticket'; id: TicketId }
  | { kind: 'window'; id: WindowId }
  | { kind: 'mission'; id: MissionId }
  | { kind: 'robot'; id: RobotId }
  | { kind: 'course'; id: RobotId }
  | { kind: 'lift'; id: LiftId }
  | { kind: 'door'; id: DoorId }
  | { kind: 'alert'; id: AlertId }
  | { kind: 'call'; id: string }

export const ticketKey = (id: TicketId): Key => ({ kind: 'ticket', id })
export const windowKey = (id: WindowId): Key => ({ kind: 'window', id })

/** Which records an event changes. A new day changes them all, and names none. */
export const touched = (event: HallEvent, before: HallState, after: HallState): Key[] => {
  switch (event.type) {
    case 'dayBegan':
      return []
    case 'numbersLeased':
    case 'appointmentBooked':
    case 'appointmentCancelled':
    case 'appointmentArrived':
    case 'appointmentMissed':
      return []
    case 'ticketIssued':
    case 'ticketUnprinted':
    case 'ticketPrinted':
    case 'ticketReturned':
    case 'ticketRequeued':
      return [ticketKey(event.ticketId)]
    case 'ticketCalled':
    case 'ticketRecalled':
      return [ticketKey(event.ticketId), windowKey(event.windowId), ...callKeys(before), ...callKeys(after)]
    case 'ticketStarted':
    case 'ticketServed':
    case 'ticketMovedOn':
    case 'ticketMissed':
      return [ticketKey(event.ticketId), windowKey(event.windowId)]
    case 'ticketRestored':
      return [ticketKey(event.ticketId), windowKey(event.windowId), ...callKeys(before), ...callKeys(after)]
    case 'ticketTransferred':
    case 'ticketParked':
    case 'ticketCancelled':
    case 'ticketExpired': {
      const ticket = before.tickets.get(event.ticketId)
      return [ticketKey(event.ticketId), ...(ticket && 'windowId' in ticket ? [windowKey(ticket.windowId)] : [])]
    }
    case 'windowOpened':
    case 'windowClosed':
    case 'windowPaused':
    case 'windowResumed':
    case 'windowServicesSet':
    case 'windowBreaksSet':
      return [windowKey(event.windowId)]
    case 'missionRequested':
    case 'missionHeld':
    case 'missionAssigned':
    case 'missionArrived':
    case 'missionUnderway':
    case 'missionDelivered':
    case 'stopFailed':
    case 'missionFailed':
    case 'missionCancelAsked':
    case 'missionCancelled': {
      const robots = [robotOf(before, event.missionId), robotOf(after, event.missionId)].flatMap((id) => id ?? [])
      return [{ kind: 'mission', id: event.missionId }, ...robots.map((id): Key => ({ kind: 'robot', id }))]
    }
    case 'robotChanged':
    case 'robotDescribed':
    case 'robotPauseAsked':
    case 'chargingAsked':
    case 'chargingOver':
    case 'robotHeldUp':
      return [{ kind: 'robot', id: event.robotId }]
    case 'robotPlaced':
    case 'orderWritten':
    case 'orderAcknowledged':
    case 'orderRefused':
    case 'stepsPassed':
    case 'orderOver':
      return event.robotId
        ? [
            { kind: 'robot', id: event.robotId },
            { kind: 'course', id: event.robotId },
          ]
        : []
    case 'coursesPlanned':
    case 'plansDropped':
      return []
    case 'liftChanged':
      return [{ kind: 'lift', id: event.liftId }]
    case 'doorChanged':
      return [{ kind: 'door', id: event.doorId }]
    case 'longWaitFound':
    case 'helpAsked':
    case 'alertAccepted':
    case 'alertHandedOver':
    case 'alertEnded':
      return [{ kind: 'alert', id: event.alertId }]
    default:
      return unreachable(event)
  }
}

export const callKeys = ({ calls }: HallState): Key[] => calls.map(({ callId }) => ({ kind: 'call', id: callId }))

const robotOf = ({ missions }: HallState, missionId: MissionId): RobotId | undefined => {
  const mission = missions.get(missionId)
  return mission && 'robotId' in mission ? mission.robotId : undefined
}
