/** The hall as records for screens. */

import type { HallRecord } from '#contracts/live.ts'
import type { Instant } from '#contracts/time.ts'
import { isOpen } from './care/alerts.ts'
import { isLive } from './care/cards.ts'
import { unreachable } from './decision.ts'
import { figures, lines } from './figures.ts'
import { isDoorWanted, liftRequest } from './fleet/lifts.ts'
import { outlook } from './forecast/estimate.ts'
import { nextAfter } from './queue/calling.ts'
import { type HallState, ticketOf } from './state.ts'
import { callKeys, type Key, ticketKey, windowKey } from './touching.ts'

/** One record as it is now, also of a ticket or an alert that has gone; nothing when it never was. */
export const recordOf = (hall: HallState, key: Key): HallRecord | undefined => {
  switch (key.kind) {
    case 'ticket': {
      const ticket = ticketOf(hall, key.id)
      const reason = hall.reasons.get(key.id)
      return ticket && { ...key, ticket, ...(reason && { reason }) }
    }
    case 'window': {
      const desk = hall.windows.get(key.id)
      return desk && { ...key, window: desk }
    }
    case 'call': {
      const call = hall.calls.find(({ callId }) => callId === key.id)
      return call && { ...key, call }
    }
    case 'mission': {
      const mission = hall.missions.get(key.id)
      return mission && { ...key, mission }
    }
    case 'robot': {
      const robot = hall.robots.get(key.id)
      return robot && { ...key, robot }
    }
    case 'course': {
      const course = hall.courses.get(key.id)
      return course && { ...key, course }
    }
    case 'lift': {
      const lift = hall.lifts.get(key.id)
      return lift && { ...key, lift, request: liftRequest(key.id, hall) }
    }
    case 'door': {
      const door = hall.doors.get(key.id)
      return door && { ...key, door, wanted: isDoorWanted(key.id, hall) }
    }
    case 'site':
      return { ...key, site: hall.site }
    case 'alert': {
      const alert = hall.alerts.get(key.id)
      return alert && { ...key, alert }
    }
    case 'card': {
      const card = hall.cards.get(key.id)
      return card && { ...key, card }
    }
    case 'staff': {
      const staff = hall.staff.get(key.id)
      return staff && { ...key, staff }
    }
    default:
      return unreachable(key)
  }
}

/** Whether screens still show it: tickets that have left, and alerts and cards that have ended, are only history. */
export const isPresent = (hall: HallState, record: HallRecord): boolean => {
  switch (record.kind) {
    case 'ticket':
      return hall.tickets.has(record.ticket.ticketId)
    case 'alert':
      return isOpen(record.alert)
    case 'card':
      return isLive(record.card)
    default:
      return true
  }
}

/** Everything a screen starts from, but for what changes with the time. */
export const allRecords = (hall: HallState): HallRecord[] => {
  const keys: Key[] = [
    ...[...hall.tickets.keys()].sort().map(ticketKey),
    ...hall.site.windows.map(({ windowId }) => windowKey(windowId)),
    ...callKeys(hall),
    ...[...hall.missions.keys()].map((id): Key => ({ kind: 'mission', id })),
    ...[...hall.robots.keys()].map((id): Key => ({ kind: 'robot', id })),
    ...[...hall.courses.keys()].map((id): Key => ({ kind: 'course', id })),
    ...[...hall.lifts.keys()].map((id): Key => ({ kind: 'lift', id })),
    ...[...hall.doors.keys()].map((id): Key => ({ kind: 'door', id })),
    ...[...hall.alerts.keys()].map((id): Key => ({ kind: 'alert', id })),
    ...[...hall.cards.keys()].map((id): Key => ({ kind: 'card', id })),
    ...[...hall.staff.keys()].map((id): Key => ({ kind: 'staff', id })),
  ]
  const records = keys.flatMap((key) => recordOf(hall, key) ?? []).filter((record) => isPresent(hall, record))
  return [{ kind: 'site', id: 'site', site: hall.site }, ...records]
}

/** What changes with the time alone: figures, lines, and how long each waiting ticket still has. */
export const timedRecords = (hall: HallState, at: Instant): HallRecord[] => {
  const { tickets, newcomers } = outlook(hall, at)
  const waiting = [...tickets].flatMap(([ticketId, estimate]): HallRecord[] => {
    const record = recordOf(hall, ticketKey(ticketId))
    return record?.kind === 'ticket' ? [{ ...record, estimate }] : []
  })
  return [
    { kind: 'figures', id: 'figures', figures: figures(hall, at) },
    ...nextRecords(hall, at),
    ...lines(hall, at, newcomers).map((line): HallRecord => ({ kind: 'line', id: line.serviceId, line })),
    ...waiting,
  ]
}

/** Only for open windows: the others call nobody. */
const nextRecords = (hall: HallState, at: Instant): HallRecord[] =>
  [...hall.windows.values()]
    .filter(({ state }) => state === 'open')
    .map((desk): HallRecord => {
      const tickets = nextAfter(hall, desk, at).map(({ ticket, reason }) => ({ ticketId: ticket.ticketId, reason }))
      return { kind: 'next', id: desk.windowId, next: { windowId: desk.windowId, tickets } }
    })
