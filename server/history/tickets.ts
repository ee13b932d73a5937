/** The life of a ticket, folded from its facts for those who look back. */
import type { Fact } from '#contracts/facts.ts'
import type { Ticket } from '#contracts/tickets.ts'

/** The ticket after the fact; as before when the fact says nothing of it, or does not fit what is known. */
export const ticketAfter = (before: Ticket | undefined, { at, event }: Fact): Ticket | undefined => {
  if (event.type === 'ticketIssued') {
    const { type: _, ...known } = event
    return { ...known, state: 'waiting', issuedAt: at, calls: 0 }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'ticketCalled':
      return { ...before, state: 'called', windowId: event.windowId, calledAt: at, calls: before.calls + 1 }
    case 'ticketRecalled':
      return { ...before, calls: before.calls + 1 }
    case 'ticketStarted':
      return before.state === 'called' ? { ...before, state: 'serving', startedAt: at } : before
    case 'ticketServed':
      return before.state === 'serving' ? { ...before, state: 'served', finishedAt: at } : before
    case 'ticketMissed':
      return before.state === 'called' ? { ...before, state: 'missed', finishedAt: at } : before
    case 'ticketCancelled':
      return { ...before, state: 'cancelled', finishedAt: at }
    case 'ticketExpired':
      return { ...before, state: 'expired', finishedAt: at }
    default:
      return before
  }
}
