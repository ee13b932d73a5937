/** Everything that has happened in the hall. The journal of these is the hall's only truth. */
import { z } from 'zod'
import { AlertSource, Measure } from './alerts.ts'
import {
  AlertId,
  CommandId,
  MissionId,
  PlaceId,
  RobotId,
  ServiceId,
  TicketId,
  TicketNumber,
  WindowId,
  ZoneId,
} from './ids.ts'
import { Language } from './languages.ts'
import { Errand, Mission, MissionKind, Waiting } from './missions.ts'
import { FloorPoint } from './places.ts'
import { Robot } from './robots.ts'
import { CallReason, Estimate, Lane, PriorityReason } from './tickets.ts'
import { Instant, ServiceDay } from './time.ts'

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

/** A new service day: lines are empty, windows closed, numbers begin anew. Says all that lives on, so that older facts may be forgotten. */
export const DayBegan = event('dayBegan', {
  day: ServiceDay,
  /** Local midnight, and the next one. */
  from: Instant,
  until: Instant,
  counted: z.object({ missions: z.int().nonnegative(), alerts: z.int().nonnegative() }),
  missions: z.array(Mission),
})
export type DayBegan = z.infer<typeof DayBegan>

const tickets = [
  event('ticketIssued', {
    ticketId: TicketId,
    number: TicketNumber,
    serviceIds: z.array(ServiceId).min(1),
    lane: Lane,
    priorityReason: PriorityReason.optional(),
    language: Language.optional(),
    promised: Estimate.optional(),
  }),
  event('ticketCalled', { ticketId: TicketId, windowId: WindowId, reason: CallReason }),
  event('ticketRecalled', { ticketId: TicketId, windowId: WindowId }),
  event('ticketStarted', { ticketId: TicketId, windowId: WindowId }),
  event('ticketServed', { ticketId: TicketId, windowId: WindowId }),
  event('ticketMissed', { ticketId: TicketId, windowId: WindowId }),
  event('ticketCancelled', { ticketId: TicketId }),
  /** The service day ended before it was called. */
  event('ticketExpired', { ticketId: TicketId }),
] as const

const windows = [
  event('windowOpened', { windowId: WindowId, serviceIds: z.array(ServiceId) }),
  event('windowClosed', { windowId: WindowId }),
  event('windowPaused', { windowId: WindowId }),
  event('windowResumed', { windowId: WindowId }),
  event('windowServicesSet', { windowId: WindowId, serviceIds: z.array(ServiceId) }),
] as const

const missions = [
  event('missionRequested', {
    missionId: MissionId,
    kind: MissionKind,
    from: PlaceId,
    to: PlaceId,
    note: z.string().optional(),
    priority: z.int(),
    why: Waiting,
  }),
  /** What holds it up has changed; or it is back in line, its robot having lost the order before anything was taken up. */
  event('missionHeld', { missionId: MissionId, why: Waiting }),
  event('missionAssigned', { missionId: MissionId, errand: Errand }),
  event('orderAcknowledged', { missionId: MissionId, orderId: z.string(), orderUpdateId: z.int() }),
  /** The things are on the robot. */
  event('missionUnderway', { missionId: MissionId }),
  event('missionDelivered', { missionId: MissionId }),
  event('missionFailed', { missionId: MissionId, reason: z.string() }),
  /** The robot has been told to stop; it is over when its state says so. */
  event('missionCancelAsked', { missionId: MissionId }),
  event('missionCancelled', { missionId: MissionId }),
  /** Whole, whenever something the hall decides by has changed. */
  event('robotChanged', { robot: Robot.omit({ missionId: true }), robotId: RobotId }),
] as const

const alerts = [
  event('longWaitFound', {
    alertId: AlertId,
    source: AlertSource,
    zoneId: ZoneId.optional(),
    place: FloorPoint.optional(),
    since: Instant,
  }),
  event('alertAccepted', { alertId: AlertId, measure: Measure.optional() }),
  event('alertHandedOver', { alertId: AlertId }),
  event('alertEnded', {
    alertId: AlertId,
    how: z.enum(['resolved', 'dismissed', 'over']),
    measure: Measure.optional(),
    outcome: z.string().optional(),
  }),
] as const

export const HallEvent = z.discriminatedUnion('type', [DayBegan, ...tickets, ...windows, ...missions, ...alerts])
export type HallEvent = z.infer<typeof HallEvent>
export type EventOf<T extends HallEvent['type']> = Extract<HallEvent, { type: T }>

/** One line of the journal. `seq` counts 1, 2, 3 … without gaps; `cause` is the command behind it. */
export const Fact = z.object({
  seq: z.int().positive(),
  at: Instant,
  by: z.string(),
  cause: CommandId,
  event: HallEvent,
})
export type Fact = z.infer<typeof Fact>
