/** What screens are told: records by kind and id, changes of them, and passing readings. Never facts. */
import { z } from 'zod'
import { Alert } from './alerts.ts'
import { CallReason } from './callReasons.ts'
import { Card, StaffMember } from './cards.ts'
import { Course } from './courses.ts'
import { ServiceId, TicketId, WindowId } from './ids.ts'
import { KeptDay } from './learning.ts'
import { HallDoor, HallLift, LiftRequest } from './lifts.ts'
import { Mission } from './missions.ts'
import { TimedReading } from './readings.ts'
import { Robot } from './robots.ts'
import { SiteShape } from './site.ts'
import { Call, Estimate, Ticket } from './tickets.ts'
import { Instant, ServiceDay } from './time.ts'
import { ServiceWindow } from './windows.ts'

/** One service's line: how many wait, and how long somebody would who came now. */
export const Line = z.object({
  serviceId: ServiceId,
  waiting: z.int().nonnegative(),
  /** Of these, longer than the site's long wait. */
  overdue: z.int().nonnegative(),
  openWindows: z.int().nonnegative(),
  /** Absent while no open window does this service. */
  estimate: Estimate.optional(),
})
export type Line = z.infer<typeof Line>

/** The day in figures, as the foot of the wall shows them. Minutes are of visitors called today. */
export const Figures = z.object({
  day: ServiceDay,
  waiting: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  medianMinutes: z.number().optional(),
  p90Minutes: z.number().optional(),
  served: z.int().nonnegative(),
  missed: z.int().nonnegative(),
  openWindows: z.int().nonnegative(),
  allWindows: z.int().nonnegative(),
  delivered: z.int().nonnegative(),
  hoursSaved: z.number().nonnegative(),
  /** Of the visitors called today that were told a time: how many came within the told p80. */
  promised: z.object({ told: z.int().nonnegative(), kept: z.int().nonnegative() }),
  /** The same on the last days, oldest first. */
  promisedBefore: z.array(KeptDay).default([]),
  appointments: z
    .object({ booked: z.int(), arrived: z.int(), missed: z.int() })
    .default({ booked: 0, arrived: 0, missed: 0 }),
  /** Tickets issued in each quarter of an hour since local midnight, up to now. */
  arrivals: z.array(z.int().nonnegative()),
})
export type Figures = z.infer<typeof Figures>

const record = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), id: z.string(), ...shape })

/** Whom a window would call, in this order, if nobody else came or called: three at most, each with the reason. */
export const Next = z.object({
  windowId: WindowId,
  tickets: z.array(z.object({ ticketId: TicketId, reason: CallReason })).max(3),
})
export type Next = z.infer<typeof Next>

export const HallRecord = z.discriminatedUnion('kind', [
  record('site', { site: SiteShape }),
  record('figures', { figures: Figures }),
  record('line', { line: Line }),
  record('window', { window: ServiceWindow }),
  record('next', { next: Next }),
  /** `reason` is why it was called; `estimate` how long still. */
  record('ticket', { ticket: Ticket, reason: CallReason.optional(), estimate: Estimate.optional() }),
  record('call', { call: Call }),
  record('robot', { robot: Robot }),
  /** Of the robot with this id. What is only planned may be older than the rest. */
  record('course', { course: Course }),
  /** `request` is what it is to be told now. */
  record('lift', { lift: HallLift, request: LiftRequest }),
  /** `wanted`: it is to stand open. */
  record('door', { door: HallDoor, wanted: z.boolean() }),
  record('mission', { mission: Mission }),
  record('alert', { alert: Alert }),
  /** Also while it gathers: a screen that buzzes leaves these aside. */
  record('card', { card: Card }),
  /** Somebody on duty. */
  record('staff', { staff: StaffMember }),
])
export type HallRecord = z.infer<typeof HallRecord>
export type RecordKind = HallRecord['kind']
export type RecordOf<K extends RecordKind> = Extract<HallRecord, { kind: K }>

export const RecordKey = z.object({
  kind: z.enum([
    'site',
    'figures',
    'line',
    'window',
    'next',
    'ticket',
    'call',
    'robot',
    'course',
    'lift',
    'door',
    'mission',
    'alert',
    'card',
    'staff',
  ]),
  id: z.string(),
})
export type RecordKey = z.infer<typeof RecordKey>

export const LiveMessage = z.discriminatedUnion('type', [
  /** Everything now; whatever a screen held before is void. `seq` is the last fact in it. */
  z.object({
    type: z.literal('snapshot'),
    seq: z.int().nonnegative(),
    at: Instant,
    records: z.array(HallRecord),
    readings: z.array(TimedReading),
  }),
  z.object({
    type: z.literal('change'),
    seq: z.int().nonnegative(),
    at: Instant,
    put: z.array(HallRecord),
    remove: z.array(RecordKey),
  }),
  TimedReading.extend({ type: z.literal('reading') }),
])
export type LiveMessage = z.infer<typeof LiveMessage>
