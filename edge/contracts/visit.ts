/** What a ticket still has to go through, and since when: the same for the hall, its history and its screens. */
import type { ServiceId } from './ids.ts'
import type { Ticket } from './tickets.ts'
import type { Instant } from './time.ts'

/** When the wait began: on arrival, or with the slot of an appointment. Moving about in the hall changes nothing of it. */
export const arrivalOf = ({ dueAt, issuedAt }: Ticket): Instant => dueAt ?? issuedAt

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
