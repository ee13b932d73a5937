/** A window as the plan shows it: what it is doing, and the number it is doing it for. */
import type { Ticket } from '#contracts/tickets.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export type Doing = 'closed' | 'paused' | 'free' | 'called' | 'serving' | 'unknown'

export interface WindowSight {
  readonly doing: Doing
  readonly number?: string
}

/** `ticket` is the one at the window, if it is known. */
export const windowSight = (counter: ServiceWindow | undefined, ticket: Ticket | undefined): WindowSight => {
  if (!counter) return { doing: 'unknown' }
  const number = ticket && { number: ticket.number }
  if (counter.state === 'closed') return { doing: 'closed' }
  if (counter.ticketId === undefined) return { doing: counter.state === 'paused' ? 'paused' : 'free' }
  return { doing: ticket?.state === 'called' ? 'called' : 'serving', ...number }
}
