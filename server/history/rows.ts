/** Lives as rows of the database, and back. */
import { Alert } from '#contracts/alerts.ts'
import { Appointment } from '#contracts/appointments.ts'
import type { HallId } from '#contracts/ids.ts'
import { Mission } from '#contracts/missions.ts'
import { Ticket } from '#contracts/tickets.ts'
import type { alerts, appointments, missions, tickets } from '../db/schema.ts'
import type { ToldAppointment } from './appointments.ts'
import type { ToldTicket } from './tickets.ts'

type TicketRow = typeof tickets.$inferSelect
type MissionRow = typeof missions.$inferSelect
type AlertRow = typeof alerts.$inferSelect
type AppointmentRow = typeof appointments.$inferSelect

/** A column without a value is a field that is not there. */
const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

export const ticketRow = (hallId: HallId, { ticket, reason }: ToldTicket): TicketRow => ({
  hallId,
  ticketId: ticket.ticketId,
  number: ticket.number,
  serviceIds: ticket.serviceIds,
  lane: ticket.lane,
  priorityReason: ticket.priorityReason ?? null,
  language: ticket.language ?? null,
  state: ticket.state,
  issuedAt: ticket.issuedAt,
  calledAt: 'calledAt' in ticket ? ticket.calledAt : null,
  startedAt: 'startedAt' in ticket ? ticket.startedAt : null,
  finishedAt: 'finishedAt' in ticket ? ticket.finishedAt : null,
  windowId: 'windowId' in ticket ? ticket.windowId : null,
  calls: ticket.calls,
  promised: ticket.promised ?? null,
  rolled: ticket.rolled ?? null,
  doneIds: ticket.doneIds ?? null,
  dueAt: ticket.dueAt ?? null,
  onlyAt: ticket.onlyAt ?? null,
  issuedUnprinted: ticket.issuedUnprinted ?? null,
  parkedAt: 'parkedAt' in ticket ? ticket.parkedAt : null,
  parkedFor: 'parkedFor' in ticket ? ticket.parkedFor : null,
  missionId: ('missionId' in ticket && ticket.missionId) || null,
  reason: reason ?? null,
})

export const ticketOf = (row: TicketRow): ToldTicket => ({
  ticket: Ticket.parse(withoutNulls(row)),
  ...(row.reason && { reason: row.reason }),
})

export const missionRow = (hallId: HallId, mission: Mission): MissionRow => ({
  hallId,
  missionId: mission.missionId,
  kind: mission.kind,
  fromPlace: mission.from,
  toPlace: mission.to,
  note: mission.note ?? null,
  ticketId: mission.ticketId ?? null,
  priority: mission.priority,
  deadline: mission.deadline ?? null,
  state: mission.state,
  why: 'why' in mission ? mission.why : null,
  refusedBy: mission.refusedBy ?? null,
  robotId: ('robotId' in mission && mission.robotId) || null,
  since: ('since' in mission ? mission.since : null) ?? null,
  arrivedAt: ('arrivedAt' in mission ? mission.arrivedAt : null) ?? null,
  failures: ('failures' in mission ? mission.failures : null) ?? null,
  cancelAsked: 'cancelAsked' in mission && mission.cancelAsked,
  requestedAt: mission.requestedAt,
  deliveredAt: mission.state === 'delivered' ? mission.finishedAt : null,
  savedSeconds: (mission.state === 'delivered' ? mission.savedSeconds : null) ?? null,
  endedAt: 'finishedAt' in mission ? mission.finishedAt : null,
  reason: mission.state === 'failed' ? mission.reason : null,
})

export const missionOf = (row: MissionRow): Mission =>
  Mission.parse(withoutNulls({ ...row, from: row.fromPlace, to: row.toPlace, finishedAt: row.endedAt }))

export const alertRow = (hallId: HallId, alert: Alert): AlertRow => ({
  hallId,
  alertId: alert.alertId,
  kind: alert.kind,
  source: alert.source,
  zoneId: alert.zoneId ?? null,
  place: alert.place ?? null,
  since: alert.since,
  raisedAt: alert.raisedAt,
  state: alert.state,
  acceptedAt: alert.acceptedAt ?? null,
  acceptedBy: alert.acceptedBy ?? null,
  measure: alert.measure ?? null,
  outcome: alert.outcome ?? null,
  endedAt: alert.endedAt ?? null,
})

export const alertOf = (row: AlertRow): Alert => Alert.parse(withoutNulls(row))

export const appointmentRow = (hallId: HallId, { appointment, bookedAt }: ToldAppointment): AppointmentRow => ({
  hallId,
  code: appointment.code,
  serviceIds: appointment.serviceIds,
  fromAt: appointment.from,
  untilAt: appointment.until,
  priorityReason: appointment.priorityReason ?? null,
  language: appointment.language ?? null,
  state: appointment.state,
  ticketId: appointment.ticketId ?? null,
  bookedAt: bookedAt ?? null,
})

export const appointmentOf = (row: AppointmentRow): ToldAppointment => ({
  appointment: Appointment.parse(withoutNulls({ ...row, from: row.fromAt, until: row.untilAt })),
  ...(row.bookedAt !== null && { bookedAt: row.bookedAt }),
})
