/** Tickets as those who look back want them: with why each was called. */
import type { CallReason } from '#contracts/callReasons.ts'
import type { Fact } from '#contracts/facts.ts'
import { ticketAfter } from '#contracts/ticketLife.ts'
import type { Ticket } from '#contracts/tickets.ts'

/** `reason` is of the last call. */
export interface ToldTicket {
  ticket: Ticket
  reason?: CallReason | undefined
}

export const toldTicketAfter = (before: ToldTicket | undefined, fact: Fact): ToldTicket | undefined => {
  const ticket = ticketAfter(before?.ticket, fact)
  if (!ticket || ticket === before?.ticket) return before
  const reason = fact.event.type === 'ticketCalled' ? fact.event.reason : before?.reason
  return { ticket, ...(reason && { reason }) }
}
