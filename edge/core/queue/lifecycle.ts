/** What becomes of tickets and windows with each fact: the fold of the queue. */
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { Call, Ticket } from '#contracts/tickets.ts'
import { type Instant, MINUTE } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { unreachable } from '../decision.ts'
import { type DayTally, type HallState, LONGEST_TALLIED_MINUTES, withEntry, withoutEntry } from '../state.ts'
import { isWaiting } from './ordering.ts'

/** Enough for every screen's list of last calls. */
const CALLS_KEPT = 8

/** Enough to say what became of a ticket that somebody still has on a screen; older ones are history, and the server's. */
const GONE_KEPT = 200

export type QueueEvent = Extract<HallEvent, { type: `ticket${string}` | `window${string}` }>

export const evolveQueue = (hall: HallState, { at }: Fact, event: QueueEvent): HallState => {
  switch (event.type) {
    case 'ticketIssued': {
      const { type, ...known } = event
      const letter = known.number.slice(0, 1)
      return {
        ...withTicket(hall, { ...known, state: 'waiting', issuedAt: at, calls: 0 }),
        issued: withEntry(hall.issued, letter, (hall.issued.get(letter) ?? 0) + 1),
        tally: arrived(hall, at),
      }
    }
    case 'ticketCalled': {
      const { ticketId, windowId, reason } = event
      const ticket = hall.tickets.get(ticketId)
      if (!ticket || !isWaiting(ticket)) return hall
      const called: Ticket = { ...ticket, state: 'called', windowId, calledAt: at, calls: ticket.calls + 1 }
      return {
        ...withTicket(withWindow(hall, windowId, { ticketId }), called),
        reasons: withEntry(hall.reasons, ticketId, reason),
        calls: announced(hall, called, windowId, at),
        tally: waited(hall.tally, ticket, at),
      }
    }
    case 'ticketRecalled': {
      const ticket = hall.tickets.get(event.ticketId)
      if (!ticket) return hall
      const again = { ...ticket, calls: ticket.calls + 1 }
      return { ...withTicket(hall, again), calls: announced(hall, again, event.windowId, at) }
    }
    case 'ticketStarted': {
      const ticket = hall.tickets.get(event.ticketId)
      return ticket?.state === 'called' ? withTicket(hall, { ...ticket, state: 'serving', startedAt: at }) : hall
    }
    case 'ticketServed': {
      const ticket = hall.tickets.get(event.ticketId)
      if (ticket?.state !== 'serving') return hall
      const { tally } = hall
      return {
        ...left(hall, { ...ticket, state: 'served', finishedAt: at }),
        tally: { ...tally, served: tally.served + 1 },
      }
    }
    case 'ticketMissed': {
      const ticket = hall.tickets.get(event.ticketId)
      if (ticket?.state !== 'called') return hall
      const { tally } = hall
      return {
        ...left(hall, { ...ticket, state: 'missed', finishedAt: at }),
        tally: { ...tally, missed: tally.missed + 1 },
      }
    }
    case 'ticketCancelled':
      return leftUnserved(hall, event.ticketId, 'cancelled', at)
    case 'ticketExpired':
      return leftUnserved(hall, event.ticketId, 'expired', at)
    case 'windowOpened':
      return withWindow(hall, event.windowId, { state: 'open', serviceIds: event.serviceIds, since: at })
    case 'windowClosed':
      return withWindow(hall, event.windowId, { state: 'closed', since: at })
    case 'windowPaused':
      return withWindow(hall, event.windowId, { state: 'paused', since: at })
    case 'windowResumed':
      return withWindow(hall, event.windowId, { state: 'open', since: at })
    case 'windowServicesSet':
      return withWindow(hall, event.windowId, { serviceIds: event.serviceIds })
    default:
      return unreachable(event)
  }
}

const withTicket = (hall: HallState, ticket: Ticket): HallState => ({
  ...hall,
  tickets: withEntry(hall.tickets, ticket.ticketId, ticket),
})

const withWindow = (hall: HallState, windowId: WindowId, change: Partial<ServiceWindow>): HallState => {
  const before = hall.windows.get(windowId) ?? { windowId, state: 'closed', serviceIds: [], since: 0 }
  return { ...hall, windows: withEntry(hall.windows, windowId, { ...before, ...change }) }
}

/** Out of the hall, and off the window it was at. */
const left = (hall: HallState, ticket: Ticket): HallState => {
  const desk = [...hall.windows.values()].find(({ ticketId }) => ticketId === ticket.ticketId)
  const { ticketId: _, ...free } = desk ?? {}
  return {
    ...hall,
    tickets: withoutEntry(hall.tickets, ticket.ticketId),
    reasons: withoutEntry(hall.reasons, ticket.ticketId),
    gone: withLast(hall.gone, ticket),
    windows: desk ? withEntry(hall.windows, desk.windowId, free as ServiceWindow) : hall.windows,
  }
}

const withLast = (gone: HallState['gone'], ticket: Ticket): HallState['gone'] => {
  const kept = new Map(gone).set(ticket.ticketId, ticket)
  for (const [oldest] of kept) {
    if (kept.size <= GONE_KEPT) break
    kept.delete(oldest)
  }
  return kept
}

const leftUnserved = (hall: HallState, ticketId: TicketId, state: 'cancelled' | 'expired', at: Instant): HallState => {
  const ticket = hall.tickets.get(ticketId)
  return ticket ? left(hall, { ...ticket, state, finishedAt: at }) : hall
}

const announced = (hall: HallState, ticket: Ticket, windowId: WindowId, at: Instant): readonly Call[] => {
  const { ticketId, number, calls, language } = ticket
  const call: Call = {
    callId: `${ticketId}/${calls}`,
    ticketId,
    number,
    windowId,
    at,
    calls,
    ...(language && { language }),
  }
  return [call, ...hall.calls].slice(0, CALLS_KEPT)
}

const counted = (cells: readonly number[], index: number): number[] =>
  cells.map((count, i) => (i === index ? count + 1 : count))

const arrived = ({ tally, day }: HallState, at: Instant): DayTally => {
  const quarter = Math.floor((at - (day?.from ?? at)) / (15 * MINUTE))
  return { ...tally, arrivals: counted(tally.arrivals, Math.min(quarter, tally.arrivals.length - 1)) }
}

const waited = (tally: DayTally, { issuedAt, promised }: Ticket, at: Instant): DayTally => {
  const minutes = (at - issuedAt) / MINUTE
  const waits = counted(tally.waits, Math.min(Math.floor(minutes), LONGEST_TALLIED_MINUTES))
  if (!promised) return { ...tally, waits }
  return { ...tally, waits, told: tally.told + 1, kept: tally.kept + (minutes <= promised.p80Minutes ? 1 : 0) }
}
