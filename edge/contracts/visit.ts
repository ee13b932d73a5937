/** What a ticket still has to go through, and since when: the same for the hall, its history and its screens. */

import { MINUTE } from './durations.ts'
import type { ServiceId } from './ids.ts'
import type { Ticket } from './tickets.ts'
import type { Instant } from './time.ts'

/** When the wait began: on arrival, or with the slot of an appointment. Moving about in the hall changes nothing of it. */
export const arrivalOf = ({ dueAt, issuedAt }: Ticket): Instant => dueAt ?? issuedAt

/** How long a visitor has waited by `at`; never less than nothing, however early an appointment comes. */
export const waitedMinutes = (ticket: Ticket, at: Instant): number => Math.max(0, at - arrivalOf(ticket)) / MINUTE

/** Below zero when `a` comes before `b`: of two that came at once, the one with the lower number, A999 before A1000. */
export const byArrival = (a: Ticket, b: Ticket): number =>
  arrivalOf(a) - arrivalOf(b) || a.number.length - b.number.length || (a.number < b.number ? -1 : 1)

/** What is still to be done, in the order in which it was asked for. */
export const remaining = ({ serviceIds, doneIds }: Ticket): readonly ServiceId[] =>
  doneIds ? serviceIds.filter((serviceId) => !doneIds.includes(serviceId)) : serviceIds

/** What a window with these services does for a ticket before it moves on: from the next service as far as it can. */
export const doneHere = (ticket: Ticket, serviceIds: readonly ServiceId[]): readonly ServiceId[] => {
  const left = remaining(ticket)
  const beyond = left.findIndex((serviceId) => !serviceIds.includes(serviceId))
  return beyond < 0 ? left : left.slice(0, beyond)
}

/** What it waits for now. */
export const nextService = (ticket: Ticket): ServiceId | undefined =>
  ticket.doneIds ? remaining(ticket)[0] : ticket.serviceIds[0]

/** What a window that has the visitor does: as far as it can, and the next of all if somebody was sent to it for that. */
export const servedHere = (ticket: Ticket, serviceIds: readonly ServiceId[]): readonly ServiceId[] => {
  const done = doneHere(ticket, serviceIds)
  return done.length > 0 ? done : remaining(ticket).slice(0, 1)
}
