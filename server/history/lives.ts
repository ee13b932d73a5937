/** The lives that facts tell of, folded in memory: what the database had before, and what it has to have after. */
import type { Alert } from '#contracts/alerts.ts'
import type { Fact } from '#contracts/facts.ts'
import type { AlertId, MissionId, TicketId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { alertAfter } from './alerts.ts'
import { missionAfter } from './missions.ts'
import { ticketAfter } from './tickets.ts'

export interface Lives {
  tickets: Map<TicketId, Ticket>
  missions: Map<MissionId, Mission>
  alerts: Map<AlertId, Alert>
}

export interface Names {
  tickets: TicketId[]
  missions: MissionId[]
  alerts: AlertId[]
}

/** Whose lives the facts tell of. A new day tells of every mission that lives on. */
export const namedIn = (facts: readonly Fact[]): Names => {
  const events = facts.map(({ event }) => event)
  const living = events.flatMap((event) => (event.type === 'dayBegan' ? event.missions : []))
  return {
    tickets: unique(events.flatMap((event) => ('ticketId' in event ? event.ticketId : []))),
    missions: unique([...living, ...events].flatMap((one) => ('missionId' in one ? one.missionId : []))),
    alerts: unique(events.flatMap((event) => ('alertId' in event ? event.alertId : []))),
  }
}

const unique = <T>(ids: readonly T[]): T[] => [...new Set(ids)]

/** Takes the facts in, oldest first. A fact about somebody unknown tells nothing: older facts are gone. */
export const foldInto = (lives: Lives, facts: readonly Fact[]): void => {
  for (const fact of facts) {
    const { event } = fact
    if ('ticketId' in event) put(lives.tickets, event.ticketId, (before) => ticketAfter(before, fact))
    if ('missionId' in event) put(lives.missions, event.missionId, (before) => missionAfter(before, fact))
    if ('alertId' in event) put(lives.alerts, event.alertId, (before) => alertAfter(before, fact))
    if (event.type === 'dayBegan') for (const mission of event.missions) lives.missions.set(mission.missionId, mission)
  }
}

const put = <K, T>(lives: Map<K, T>, id: K, change: (before: T | undefined) => T | undefined): void => {
  const after = change(lives.get(id))
  if (after !== undefined) lives.set(id, after)
}
