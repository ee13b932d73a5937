/** The life of a ticket: what it is after each fact that speaks of it. The hall and its history fold it alike. */
import type { Fact, HallEvent } from './facts.ts'
import type { Ticket } from './tickets.ts'
import type { Instant } from './time.ts'

export type WaitingTicket = Extract<Ticket, { state: 'waiting' }>

type Told = Extract<HallEvent, { ticketId: unknown }>

/** The ticket after the fact; as before when the fact says nothing of it, or does not fit what is known. */
export const ticketAfter = (before: Ticket | undefined, { at, event }: Fact): Ticket | undefined =>
  event.type === 'ticketIssued'
    ? issued(event, at)
    : before && 'ticketId' in event
      ? after(before, event as Told, at)
      : before

const issued = (event: Extract<HallEvent, { type: 'ticketIssued' }>, at: Instant): WaitingTicket => {
  const { ticketId, number, serviceIds, lane, issuedAt = at } = event
  const { priorityReason, language, promised, rolled, dueAt, onlyAt } = event
  return {
    ticketId,
    number,
    serviceIds,
    lane,
    issuedAt,
    state: 'waiting',
    calls: 0,
    ...(priorityReason && { priorityReason }),
    ...(language && { language }),
    ...(promised && { promised }),
    ...(rolled && { rolled }),
    ...(dueAt !== undefined && { dueAt }),
    ...(onlyAt && { onlyAt }),
  }
}

/** As a spread with fields after it; where those are new, V8 takes ten times as long for a spread. */
const grown = <T extends object, C extends object>(before: T, change: C): Omit<T, keyof C> & C =>
  Object.assign({}, before, change)

const after = (before: Ticket, event: Told, at: Instant): Ticket => {
  switch (event.type) {
    case 'ticketCalled':
      return grown(inLine(before), {
        state: 'called' as const,
        windowId: event.windowId,
        calledAt: at,
        calls: before.calls + 1,
      })
    case 'ticketRecalled':
      return { ...before, calls: before.calls + 1 }
    case 'ticketStarted':
      return before.state === 'called' ? grown(before, { state: 'serving' as const, startedAt: at }) : before
    case 'ticketServed':
      return before.state === 'serving' ? grown(before, { state: 'served' as const, finishedAt: at }) : before
    case 'ticketMovedOn':
      return { ...withoutWindow(inLine(before)), doneIds: event.doneIds }
    case 'ticketTransferred': {
      const { serviceIds, doneIds, onlyAt } = event
      const { doneIds: _, ...free } = withoutWindow(inLine(before))
      return { ...free, serviceIds, ...(doneIds.length > 0 && { doneIds }), ...(onlyAt && { onlyAt }) }
    }
    case 'ticketParked': {
      const { parkedFor, doneIds, onlyAt, missionId } = event
      const parked = { ...inLine(before), state: 'parked' as const, parkedAt: at, parkedFor }
      return { ...parked, ...(doneIds && { doneIds }), ...(onlyAt && { onlyAt }), ...(missionId && { missionId }) }
    }
    case 'ticketReturned':
      return before.state === 'parked' ? inLine(before) : before
    case 'ticketRequeued':
      return before.state === 'missed' ? inLine(before) : before
    case 'ticketRestored':
      return event.ticket
    case 'ticketUnprinted':
      return { ...before, issuedUnprinted: true }
    case 'ticketPrinted': {
      const { issuedUnprinted: _, ...printed } = before
      return printed
    }
    case 'ticketMissed':
      return before.state === 'called' ? { ...before, state: 'missed', finishedAt: at } : before
    case 'ticketCancelled':
      return { ...inLine(before), state: 'cancelled', finishedAt: at }
    case 'ticketExpired':
      return { ...inLine(before), state: 'expired', finishedAt: at }
    default:
      return before
  }
}

/** The same ticket as somebody who waits has it: nothing of the window it was at. */
const inLine = (ticket: Ticket): WaitingTicket => {
  switch (ticket.state) {
    case 'waiting':
      return ticket
    case 'parked': {
      const { parkedAt: _at, parkedFor: _for, missionId: _mission, ...kept } = ticket
      return { ...kept, state: 'waiting' }
    }
    case 'called': {
      const { windowId: _at, calledAt: _called, ...kept } = ticket
      return { ...kept, state: 'waiting' }
    }
    case 'serving': {
      const { windowId: _at, calledAt: _called, startedAt: _started, ...kept } = ticket
      return { ...kept, state: 'waiting' }
    }
    case 'missed': {
      const { windowId: _at, calledAt: _called, finishedAt: _finished, ...kept } = ticket
      return { ...kept, state: 'waiting' }
    }
    case 'served': {
      const { windowId: _at, calledAt: _called, startedAt: _started, finishedAt: _finished, ...kept } = ticket
      return { ...kept, state: 'waiting' }
    }
    default: {
      const { finishedAt: _finished, ...kept } = ticket
      return { ...kept, state: 'waiting' }
    }
  }
}

const withoutWindow = ({ onlyAt: _, ...ticket }: WaitingTicket): WaitingTicket => ticket
