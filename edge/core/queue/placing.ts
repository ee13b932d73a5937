/** Where a ticket is: in line, at a window, parked, or gone from the hall. */

import type { Ticket } from '#contracts/tickets.ts'
import type { HallState } from '../state.ts'
import { isWaiting, joined, leftLine } from './line.ts'

/** Enough to say what became of a ticket that somebody still has on a screen; older ones are history, and the server's. */
const GONE_KEPT = 200

/** Where a ticket is, and whatever goes with it. */
export type Places = Pick<HallState, 'tickets' | 'queues' | 'gone' | 'reasons'>

/** The ticket wherever its state puts it: in line, at a window, parked, or among those who have gone. */
export const placed = (hall: HallState, before: Ticket | undefined, ticket: Ticket): Places => {
  const { tickets, reasons, gone, paper } = hall
  const without = before && isWaiting(before) ? leftLine(hall.queues, before, paper) : hall.queues
  const queues = isWaiting(ticket) ? joined(without, ticket, paper) : without
  const others = before && !isHere(before) ? gone.filter(({ ticketId }) => ticketId !== ticket.ticketId) : gone
  if (!isHere(ticket))
    return {
      queues,
      tickets: tickets.without(ticket.ticketId),
      reasons: reasons.without(ticket.ticketId),
      gone: withLast(others, ticket),
    }
  return { queues, tickets: tickets.with(ticket.ticketId, ticket), reasons, gone: others }
}

const withLast = (gone: readonly Ticket[], ticket: Ticket): readonly Ticket[] => {
  const kept = gone.slice(gone.length < GONE_KEPT ? 0 : 1)
  kept.push(ticket)
  return kept
}

export const isHere = ({ state }: Ticket): boolean =>
  state === 'waiting' || state === 'called' || state === 'serving' || state === 'parked'

type AtWindow = Extract<Ticket, { state: 'called' | 'serving' }>
export const isAtWindow = (ticket: Ticket): ticket is AtWindow =>
  ticket.state === 'called' || ticket.state === 'serving'
