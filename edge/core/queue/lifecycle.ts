/** What becomes of tickets with each fact: the fold of the queue. */

import { SECOND } from '#contracts/durations.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { TicketId } from '#contracts/ids.ts'
import type { Learned } from '#contracts/learning.ts'
import { ticketAfter } from '#contracts/ticketLife.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import type { Deed, ServiceWindow } from '#contracts/windows.ts'
import { correctedBy, paceAfter } from '../forecast/learning.ts'
import { type HallState, ticketOf, withEntry, withoutEntry } from '../state.ts'
import { arrived, isFirstCall, minutesSinceTold, waited } from '../tally.ts'
import { atWindow } from '../windows/lifecycle.ts'
import { askedToRate, notAsked } from '../windows/rating.ts'
import { announced } from './announcing.ts'
import { isAtWindow, placed } from './placing.ts'
import { restored } from './undoing.ts'
import { streakAfter } from './worth.ts'

export type TicketEvent = Extract<HallEvent, { type: `ticket${string}` }>

export const evolveTickets = (hall: HallState, fact: Fact, event: TicketEvent): HallState => {
  if (event.type === 'ticketIssued') return issued(hall, fact)
  const before = ticketOf(hall, event.ticketId)
  const after = ticketAfter(before, fact)
  return !before || !after || after === before ? hall : changed(hall, before, after, event, fact.at)
}

const changed = (
  hall: HallState,
  before: Ticket,
  after: Ticket,
  event: Exclude<TicketEvent, { type: 'ticketIssued' }>,
  at: Instant,
): HallState => {
  const { tally } = hall
  switch (event.type) {
    case 'ticketCalled':
      return called(hall, before, after, event, at)
    case 'ticketRecalled':
      return { ...hall, ...placed(hall, before, after), calls: announced(hall, after, event.windowId, at) }
    case 'ticketStarted':
      return { ...hall, ...placed(hall, before, after), ...remembered(hall, before, before.ticketId, 'start', at) }
    case 'ticketMissed':
      return { ...freed(hall, before, after, 'miss', at), tally: { ...tally, missed: tally.missed + 1 } }
    case 'ticketServed':
      return { ...finished(hall, before, after, event, at), tally: { ...tally, served: tally.served + 1 } }
    case 'ticketMovedOn':
      return finished(hall, before, after, event, at)
    case 'ticketTransferred':
      return freed(hall, before, after, 'transfer', at)
    case 'ticketParked':
      return freed(hall, before, after, event.parkedFor === 'papers' ? 'handOn' : 'park', at)
    case 'ticketCancelled':
    case 'ticketExpired':
      return {
        ...hall,
        ...placed(hall, before, after),
        windows: isAtWindow(before) ? atWindow(hall, before.windowId, undefined) : hall.windows,
      }
    case 'ticketRestored':
      return restored(notAsked(hall, event.windowId, before.ticketId), before, after, event)
    default:
      return { ...hall, ...placed(hall, before, after) }
  }
}

const issued = (hall: HallState, fact: Fact): HallState => {
  const ticket = ticketAfter(undefined, fact)
  if (!ticket) return hall
  const { number, serviceIds } = ticket
  const letter = number.slice(0, 1)
  const leased = hall.leased.has(number)
  const { tickets, queues } = placed(hall, undefined, ticket)
  return {
    ...hall,
    tickets,
    queues,
    issued: leased ? hall.issued : withEntry(hall.issued, letter, (hall.issued.get(letter) ?? 0) + 1),
    leased: leased ? withoutEntry(hall.leased, number) : hall.leased,
    taken: serviceIds.reduce((taken, id) => taken.with(id, (taken.get(id) ?? 0) + 1), hall.taken),
    tally: arrived(hall.tally, ticket, hall.day?.from ?? 0),
  }
}

const called = (
  hall: HallState,
  before: Ticket,
  after: Ticket,
  { windowId, reason }: Extract<TicketEvent, { type: 'ticketCalled' }>,
  at: Instant,
): HallState => {
  const walkedUp = reason.code === 'walkedUp'
  const first = isFirstCall(before) && !walkedUp
  const streak = hall.desks.get(windowId)?.streak ?? 0
  const { tickets, queues, gone } = placed(hall, before, after)
  return {
    ...hall,
    tickets,
    queues,
    gone,
    reasons: hall.reasons.with(after.ticketId, reason),
    windows: atWindow(hall, windowId, after.ticketId, undoable(hall, 'call', at)),
    desks: hall.desks.with(windowId, {
      streak: streakAfter(streak, before.lane),
      last: { deed: 'call', at, ticket: before, streak },
    }),
    calls: walkedUp ? hall.calls : announced(hall, after, windowId, at),
    tally: first ? waited(hall.tally, before, at) : hall.tally,
    learned: first && before.rolled ? learnedFrom(hall.learned, before, at) : hall.learned,
  }
}

const learnedFrom = (learned: Learned, ticket: Ticket, at: Instant): Learned => ({
  ...learned,
  correction: correctedBy(learned.correction, ticket, minutesSinceTold(ticket, at)),
})

const undoable = ({ site }: HallState, deed: Deed, at: Instant): ServiceWindow['undoable'] => ({
  deed,
  until: at + site.queue.undoSeconds * SECOND,
})

/** The window with this ticket or nobody at it; and the deed, with the ticket as it was before, while it can be undone. */
const remembered = (
  hall: HallState,
  before: Ticket,
  ticketId: TicketId | undefined,
  deed: Deed,
  at: Instant,
): Pick<HallState, 'windows' | 'desks'> => {
  const { windows, desks } = hall
  if (!isAtWindow(before)) return { windows, desks }
  const { windowId } = before
  const reason = hall.reasons.get(before.ticketId)
  const streak = desks.get(windowId)?.streak ?? 0
  return {
    windows: atWindow(hall, windowId, ticketId, undoable(hall, deed, at)),
    desks: desks.with(windowId, { streak, last: { deed, at, ticket: before, streak, ...(reason && { reason }) } }),
  }
}

/** Off the window it was at, if it was at one. */
const freed = (hall: HallState, before: Ticket, after: Ticket, deed: Deed, at: Instant): HallState => {
  const { tickets, queues, gone, reasons } = placed(hall, before, after)
  const { windows, desks } = remembered(hall, before, undefined, deed, at)
  return { ...hall, tickets, queues, gone, reasons, windows, desks }
}

const finished = (
  hall: HallState,
  before: Ticket,
  after: Ticket,
  { windowId, ticketId }: Extract<TicketEvent, { type: 'ticketServed' | 'ticketMovedOn' }>,
  at: Instant,
): HallState => ({
  ...askedToRate(freed(hall, before, after, 'finish', at), windowId, ticketId, at),
  pace: paced(hall, before, at),
})

/** How long the service took, learned; a visit for several at once tells nothing of each, and a case handed on is half a visit. */
const paced = ({ pace, paper }: HallState, before: Ticket, at: Instant): HallState['pace'] => {
  const [serviceId, more] = before.serviceIds
  if (!serviceId || more || before.onlyAt || before.state !== 'serving') return pace
  const usual = paper.services.get(serviceId)?.usualMinutes ?? 1
  return pace.with(serviceId, paceAfter(pace.get(serviceId), usual, at - before.startedAt))
}
