/** Which records an event touches. */
import type { HallEvent } from '#contracts/facts.ts'
import type {
  AlertId,
  CardId,
  DoorId,
  LiftId,
  MissionId,
  RobotId,
  StaffId,
  TicketId,
  WindowId,
} from '#contracts/ids.ts'
import { type CareEvent, isCareEvent } from './care/lifecycle.ts'
import { unreachable } from './decision.ts'
import { type FleetEvent, isFleetEvent, isMissionEvent } from './fleet/lifecycle.ts'
import type { TicketEvent } from './queue/lifecycle.ts'
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
  | { kind: 'card'; id: CardId }
  | { kind: 'staff'; id: StaffId }
  | { kind: 'call'; id: string }
  | { kind: 'site'; id: 'site' }

export const ticketKey = (id: TicketId): Key => ({ kind: 'ticket', id })
export const windowKey = (id: WindowId): Key => ({ kind: 'window', id })

/** Which records an event changes. A new day changes them all, and names none. */
export const touched = (event: HallEvent, before: HallState, after: HallState): Key[] => {
  if (isFleetEvent(event)) return touchedByFleet(event, before, after)
  if (isCareEvent(event)) return touchedByCare(event, before, after)
  if (isTicketEvent(event)) return touchedByTicket(event, before, after)
  switch (event.type) {
    case 'dayBegan':
    case 'numbersLeased':
    case 'appointmentBooked':
    case 'appointmentCancelled':
    case 'appointmentArrived':
    case 'appointmentMissed':
    case 'cameraLookGranted':
      return []
    case 'windowOpened':
    case 'windowClosed':
    case 'windowPaused':
    case 'windowResumed':
    case 'windowServicesSet':
    case 'windowBreaksSet':
    case 'ratingAsked':
    case 'visitRated':
      return [windowKey(event.windowId)]
    case 'cameraSetUp':
      return [{ kind: 'site', id: 'site' }]
    default:
      return unreachable(event)
  }
}

/** An alert changes its card, a card who is buzzed and who helps. */
const touchedByCare = (event: CareEvent, before: HallState, after: HallState): Key[] => [
  ...('alertId' in event ? [{ kind: 'alert' as const, id: event.alertId }] : []),
  ...changed(before.cards, after.cards).map((id): Key => ({ kind: 'card', id })),
  ...changed(before.staff, after.staff).map((id): Key => ({ kind: 'staff', id })),
]

const changed = <K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): K[] =>
  before === after
    ? []
    : [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id))

const isTicketEvent = (event: HallEvent): event is TicketEvent => event.type.startsWith('ticket')

const touchedByTicket = (event: TicketEvent, before: HallState, after: HallState): Key[] => {
  const own = ticketKey(event.ticketId)
  switch (event.type) {
    case 'ticketIssued':
    case 'ticketUnprinted':
    case 'ticketPrinted':
    case 'ticketReturned':
    case 'ticketRequeued':
      return [own]
    case 'ticketCalled':
    case 'ticketRecalled':
    case 'ticketRestored':
      return [own, windowKey(event.windowId), ...callKeys(before), ...callKeys(after)]
    case 'ticketStarted':
    case 'ticketServed':
    case 'ticketMovedOn':
    case 'ticketMissed':
      return [own, windowKey(event.windowId)]
    case 'ticketTransferred':
    case 'ticketParked':
    case 'ticketCancelled':
    case 'ticketExpired': {
      const ticket = before.tickets.get(event.ticketId)
      return [own, ...(ticket && 'windowId' in ticket ? [windowKey(ticket.windowId)] : [])]
    }
    default:
      return unreachable(event)
  }
}

/** Plans come and go too often to be told for themselves: a course is told when its base or its order changes. */
const touchedByFleet = (event: FleetEvent, before: HallState, after: HallState): Key[] => {
  if (isMissionEvent(event)) {
    const { missionId } = event
    const robots = [robotOf(before, missionId), robotOf(after, missionId)].flatMap((id) => id ?? [])
    return [{ kind: 'mission', id: missionId }, ...robots.map((id): Key => ({ kind: 'robot', id }))]
  }
  switch (event.type) {
    case 'coursesPlanned':
    case 'plansDropped':
      return []
    case 'liftChanged':
      return [{ kind: 'lift', id: event.liftId }]
    case 'doorChanged':
      return [{ kind: 'door', id: event.doorId }]
    case 'robotChanged':
    case 'robotDescribed':
    case 'robotPauseAsked':
    case 'chargingAsked':
    case 'chargingOver':
    case 'robotHeldUp':
      return [{ kind: 'robot', id: event.robotId }]
    default:
      return event.robotId === undefined ? [] : robotAndCourse(event.robotId)
  }
}

const robotAndCourse = (id: RobotId): Key[] => [
  { kind: 'robot', id },
  { kind: 'course', id },
]

export const callKeys = ({ calls }: HallState): Key[] => calls.map(({ callId }) => ({ kind: 'call', id: callId }))

const robotOf = ({ missions }: HallState, missionId: MissionId): RobotId | undefined => {
  const mission = missions.get(missionId)
  return mission && 'robotId' in mission ? mission.robotId : undefined
}
