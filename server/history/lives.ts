/** The lives that facts tell of, folded in memory: what the database had before, and what it has to have after. */
import type { Alert } from '#contracts/alerts.ts'
import type { Fact } from '#contracts/facts.ts'
import type { AlertId, AppointmentCode, MissionId, TicketId } from '#contracts/ids.ts'
import { missionAfter } from '#contracts/missionLife.ts'
import type { Mission } from '#contracts/missions.ts'
import { alertAfter } from './alerts.ts'
import { type ToldAppointment, toldAppointmentAfter } from './appointments.ts'
import { type ToldTicket, toldTicketAfter } from './tickets.ts'

export interface Lives {
  tickets: Map<TicketId, ToldTicket>
  missions: Map<MissionId, Mission>
  alerts: Map<AlertId, Alert>
  appointments: Map<AppointmentCode, ToldAppointment>
}

export interface Names {
  tickets: TicketId[]
  missions: MissionId[]
  alerts: AlertId[]
  appointments: AppointmentCode[]
}

/** Whose lives the facts tell of. A new day tells of every mission and appointment that lives on. */
export const namedIn = (facts: readonly Fact[]): Names => {
  const events = facts.map(({ event }) => event)
  const dawns = events.filter((event) => event.type === 'dayBegan')
  const missions = [...dawns.flatMap((dawn) => dawn.missions), ...events]
  const appointments = [...dawns.flatMap((dawn) => dawn.appointments ?? []), ...events]
  return {
    tickets: unique(events.flatMap((event) => ('ticketId' in event && event.ticketId) || [])),
    missions: unique(missions.flatMap((one) => ('missionId' in one && one.missionId) || [])),
    alerts: unique(events.flatMap((event) => ('alertId' in event ? event.alertId : []))),
    appointments: unique(appointments.flatMap((one) => ('code' in one ? one.code : []))),
  }
}

const unique = <T>(ids: readonly T[]): T[] => [...new Set(ids)]

/** What has become of those who were known, oldest fact first: only lives that changed. A fact about somebody unknown tells nothing: older facts are gone. */
export const foldedOn = (known: Lives, facts: readonly Fact[]): Lives => {
  const changed: Lives = { tickets: new Map(), missions: new Map(), alerts: new Map(), appointments: new Map() }
  const tickets = folding(known.tickets, changed.tickets, toldTicketAfter)
  const missions = folding(known.missions, changed.missions, missionAfter)
  const alerts = folding(known.alerts, changed.alerts, alertAfter)
  const appointments = folding(known.appointments, changed.appointments, toldAppointmentAfter)
  for (const fact of facts) {
    const { event } = fact
    if ('ticketId' in event && event.ticketId) tickets(event.ticketId, fact)
    if ('missionId' in event && event.missionId) missions(event.missionId, fact)
    if ('alertId' in event) alerts(event.alertId, fact)
    if ('code' in event) appointments(event.code, fact)
    if (event.type !== 'dayBegan') continue
    for (const mission of event.missions) changed.missions.set(mission.missionId, mission)
    for (const appointment of event.appointments ?? [])
      if (!known.appointments.has(appointment.code)) changed.appointments.set(appointment.code, { appointment })
  }
  return changed
}

const folding =
  <K, T>(known: Map<K, T>, changed: Map<K, T>, after: (before: T | undefined, fact: Fact) => T | undefined) =>
  (id: K, fact: Fact): void => {
    const before = changed.get(id) ?? known.get(id)
    const life = after(before, fact)
    if (life !== undefined && life !== before) changed.set(id, life)
  }
