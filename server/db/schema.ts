/** The tables: every fact of every hall, and what has become of its tickets, missions, alerts and appointments. Instants are epoch ms. */
import { bigint, boolean, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Alert, AlertSource, Measure } from '#contracts/alerts.ts'
import type { Appointment } from '#contracts/appointments.ts'
import type { CallReason, Lane } from '#contracts/callReasons.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type {
  AlertId,
  AppointmentCode,
  CommandId,
  MissionId,
  PlaceId,
  RobotId,
  ServiceId,
  TicketId,
  TicketNumber,
  WindowId,
  ZoneId,
} from '#contracts/ids.ts'
import type { Language } from '#contracts/languages.ts'
import type { Mission, MissionKind, Waiting } from '#contracts/missions.ts'
import type { FloorPoint } from '#contracts/places.ts'
import type { Estimate, ParkedFor, PriorityReason, Rolled, TicketState } from '#contracts/tickets.ts'
import { hall, instant } from './columns.ts'

/** The journal of a hall as it was told; the other tables can be filled again from this one. */
export const facts = pgTable(
  'facts',
  {
    hallId: hall(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: instant().notNull(),
    by: text().notNull(),
    cause: text().$type<CommandId>().notNull(),
    type: text().$type<HallEvent['type']>().notNull(),
    event: jsonb().$type<HallEvent>().notNull(),
  },
  (fact) => [primaryKey({ columns: [fact.hallId, fact.seq] }), index().on(fact.hallId, fact.at)],
)

export const tickets = pgTable(
  'tickets',
  {
    hallId: hall(),
    ticketId: text().$type<TicketId>().notNull(),
    number: text().$type<TicketNumber>().notNull(),
    serviceIds: text().array().$type<ServiceId[]>().notNull(),
    lane: text().$type<Lane>().notNull(),
    priorityReason: text().$type<PriorityReason>(),
    language: text().$type<Language>(),
    state: text().$type<TicketState>().notNull(),
    issuedAt: instant().notNull(),
    calledAt: instant(),
    startedAt: instant(),
    finishedAt: instant(),
    windowId: text().$type<WindowId>(),
    calls: integer().notNull(),
    promised: jsonb().$type<Estimate>(),
    rolled: jsonb().$type<Rolled>(),
    doneIds: text().array().$type<ServiceId[]>(),
    dueAt: instant(),
    onlyAt: text().$type<WindowId>(),
    issuedUnprinted: boolean().$type<true>(),
    parkedAt: instant(),
    parkedFor: text().$type<ParkedFor>(),
    /** The errand that brings its papers, while they are on their way. */
    missionId: text().$type<MissionId>(),
    /** Why it was called, the last time. */
    reason: jsonb().$type<CallReason>(),
  },
  (ticket) => [
    primaryKey({ columns: [ticket.hallId, ticket.ticketId] }),
    index().on(ticket.hallId, ticket.issuedAt),
    index().on(ticket.hallId, ticket.finishedAt),
  ],
)

export const missions = pgTable(
  'missions',
  {
    hallId: hall(),
    missionId: text().$type<MissionId>().notNull(),
    kind: text().$type<MissionKind>().notNull(),
    fromPlace: text().$type<PlaceId>().notNull(),
    toPlace: text().$type<PlaceId>().notNull(),
    note: text(),
    /** Whose papers these are. */
    ticketId: text().$type<TicketId>(),
    priority: integer().notNull(),
    deadline: instant(),
    state: text().$type<Mission['state']>().notNull(),
    /** Against each robot, while the mission waits. */
    why: jsonb().$type<Waiting>(),
    refusedBy: text().array().$type<RobotId[]>(),
    /** The robot that has it, or had it last. */
    robotId: text().$type<RobotId>(),
    since: instant(),
    arrivedAt: instant(),
    failures: integer(),
    /** The robot has been told to stop. */
    cancelAsked: boolean().notNull().default(false),
    requestedAt: instant().notNull(),
    deliveredAt: instant(),
    savedSeconds: doublePrecision(),
    /** When it was over, whichever way. */
    endedAt: instant(),
    /** Why it failed. */
    reason: text(),
  },
  (mission) => [
    primaryKey({ columns: [mission.hallId, mission.missionId] }),
    index().on(mission.hallId, mission.requestedAt),
  ],
)

export const alerts = pgTable(
  'alerts',
  {
    hallId: hall(),
    alertId: text().$type<AlertId>().notNull(),
    kind: text().$type<Alert['kind']>().notNull(),
    source: jsonb().$type<AlertSource>().notNull(),
    zoneId: text().$type<ZoneId>(),
    place: jsonb().$type<FloorPoint>(),
    since: instant().notNull(),
    raisedAt: instant().notNull(),
    state: text().$type<Alert['state']>().notNull(),
    acceptedAt: instant(),
    acceptedBy: text(),
    measure: text().$type<Measure>(),
    outcome: text(),
    endedAt: instant(),
  },
  (alert) => [primaryKey({ columns: [alert.hallId, alert.alertId] }), index().on(alert.hallId, alert.raisedAt)],
)

/** Known by the code alone: of who has booked, nothing. */
export const appointments = pgTable(
  'appointments',
  {
    hallId: hall(),
    code: text().$type<AppointmentCode>().notNull(),
    serviceIds: text().array().$type<ServiceId[]>().notNull(),
    /** The slot. */
    fromAt: instant().notNull(),
    untilAt: instant().notNull(),
    priorityReason: text().$type<PriorityReason>(),
    language: text().$type<Language>(),
    state: text().$type<Appointment['state']>().notNull(),
    /** The number it was given on arrival. */
    ticketId: text().$type<TicketId>(),
    bookedAt: instant(),
  },
  (appointment) => [
    primaryKey({ columns: [appointment.hallId, appointment.code] }),
    index().on(appointment.hallId, appointment.fromAt),
  ],
)
