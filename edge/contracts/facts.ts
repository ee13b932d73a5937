/** Everything that has happened in the hall. The journal of these is the hall's only truth. */
import { z } from 'zod'
import { Appointment } from './appointments.ts'
import { CallReason, Lane } from './callReasons.ts'
import { alertEvents, cardEvents, dutyEvents } from './careFacts.ts'
import { Course } from './courses.ts'
import { event } from './event.ts'
import { missionEvents, robotEvents } from './fleetFacts.ts'
import {
  AppointmentCode,
  CameraId,
  CommandId,
  KioskId,
  MissionId,
  RobotId,
  ServiceId,
  TicketId,
  TicketNumber,
  WindowId,
} from './ids.ts'
import { Language } from './languages.ts'
import { Learned } from './learning.ts'
import { Mission, robotOfErrand } from './missions.ts'
import { ratingEvents } from './ratings.ts'
import { CameraSetup } from './siteCameras.ts'
import { Estimate, ParkedFor, PriorityReason, Rolled, Ticket } from './tickets.ts'
import { Instant, ServiceDay } from './time.ts'
import { Break, Deed } from './windows.ts'

/** A new service day: lines are empty, windows closed, numbers begin anew. Says all that lives on, so that older facts may be forgotten. */
export const DayBegan = event('dayBegan', {
  day: ServiceDay,
  /** Local midnight, and the next one. */
  from: Instant,
  until: Instant,
  counted: z.object({
    missions: z.int().nonnegative(),
    alerts: z.int().nonnegative(),
    orders: z.int().nonnegative().default(0),
    cards: z.int().nonnegative().default(0),
  }),
  missions: z.array(Mission),
  /** Where robots are on their way, and which nodes are theirs. */
  courses: z.array(z.object({ robotId: RobotId, course: Course })).optional(),
  /** Those still to come. */
  appointments: z.array(Appointment).optional(),
  learned: Learned.optional(),
  /** Set up otherwise than in the site file. */
  cameras: z.array(z.object({ cameraId: CameraId, setup: CameraSetup })).optional(),
})
export type DayBegan = z.infer<typeof DayBegan>

/** Why the hall opened or changed a window by itself: somebody has waited this long for this service. */
const Tide = z.object({ serviceId: ServiceId, waitedMinutes: z.number() })

const tickets = [
  event('ticketIssued', {
    ticketId: TicketId,
    number: TicketNumber,
    serviceIds: z.array(ServiceId).min(1),
    lane: Lane,
    priorityReason: PriorityReason.optional(),
    language: Language.optional(),
    promised: Estimate.optional(),
    /** What the roll forward said before what was learned corrected it: whole seconds. */
    rolled: Rolled.optional(),
    dueAt: Instant.optional(),
    onlyAt: WindowId.optional(),
    /** The number was given out then, by a kiosk that could not reach the hall. */
    issuedAt: Instant.optional(),
  }),
  event('ticketUnprinted', { ticketId: TicketId }),
  event('ticketPrinted', { ticketId: TicketId }),
  event('ticketCalled', { ticketId: TicketId, windowId: WindowId, reason: CallReason }),
  event('ticketRecalled', { ticketId: TicketId, windowId: WindowId }),
  event('ticketStarted', { ticketId: TicketId, windowId: WindowId }),
  event('ticketServed', { ticketId: TicketId, windowId: WindowId }),
  /** Some of its services are finished here; it waits for the next. */
  event('ticketMovedOn', { ticketId: TicketId, windowId: WindowId, doneIds: z.array(ServiceId) }),
  event('ticketTransferred', {
    ticketId: TicketId,
    serviceIds: z.array(ServiceId).min(1),
    doneIds: z.array(ServiceId),
    onlyAt: WindowId.optional(),
  }),
  event('ticketParked', {
    ticketId: TicketId,
    parkedFor: ParkedFor,
    /** Finished before a case was handed on. */
    doneIds: z.array(ServiceId).optional(),
    onlyAt: WindowId.optional(),
    missionId: MissionId.optional(),
  }),
  /** Back in line, by its first arrival: after being parked, or after a missed call. */
  event('ticketReturned', { ticketId: TicketId }),
  event('ticketRequeued', { ticketId: TicketId }),
  /** A deed undone: the ticket, and the window it was at, are as they were before. */
  event('ticketRestored', { ticketId: TicketId, windowId: WindowId, deed: Deed, ticket: Ticket }),
  event('numbersLeased', {
    kioskId: KioskId,
    letter: z.string(),
    from: z.int().positive(),
    count: z.int().positive(),
  }),
  event('ticketMissed', { ticketId: TicketId, windowId: WindowId }),
  event('ticketCancelled', { ticketId: TicketId }),
  /** The service day ended before it was called. */
  event('ticketExpired', { ticketId: TicketId }),
] as const

const windows = [
  event('windowOpened', { windowId: WindowId, serviceIds: z.array(ServiceId), tide: Tide.optional() }),
  event('windowClosed', { windowId: WindowId, tide: z.literal(true).optional() }),
  event('windowPaused', { windowId: WindowId }),
  event('windowResumed', { windowId: WindowId }),
  event('windowServicesSet', { windowId: WindowId, serviceIds: z.array(ServiceId), tide: Tide.optional() }),
  event('windowBreaksSet', { windowId: WindowId, breaks: z.array(Break) }),
] as const

const appointments = [
  event('appointmentBooked', Appointment.omit({ state: true, ticketId: true }).shape),
  event('appointmentCancelled', { code: AppointmentCode }),
  event('appointmentArrived', { code: AppointmentCode, ticketId: TicketId }),
  event('appointmentMissed', { code: AppointmentCode }),
] as const

const cameras = [
  /** From now on instead of what the site file says. */
  event('cameraSetUp', { cameraId: CameraId, setup: CameraSetup }),
  /** Somebody may look through it until then; who is the fact's `by`. */
  event('cameraLookGranted', { cameraId: CameraId, reason: z.string(), until: Instant }),
] as const

export const CurrentEvent = z.discriminatedUnion('type', [
  DayBegan,
  ...tickets,
  ...windows,
  ...ratingEvents,
  ...appointments,
  ...missionEvents,
  ...robotEvents,
  ...alertEvents,
  ...cardEvents,
  ...dutyEvents,
  ...cameras,
])
/** As they are now; older journals are read as if they had been written today. */
export const HallEvent = z.preprocess((told) => (isAssignment(told) ? robotOfErrand(told) : told), CurrentEvent)
export type HallEvent = z.infer<typeof CurrentEvent>

const isAssignment = (told: unknown): boolean =>
  typeof told === 'object' && told !== null && 'type' in told && told.type === 'missionAssigned'
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
