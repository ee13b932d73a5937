/** What becomes of tickets with each fact: the fold of the queue. */
import type { Fact, HallEvent } from '#contracts/facts.ts'
import { ticketAfter } from '#contracts/ticketLife.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import type { Deed } from '#contracts/windows.ts'
import { correctedBy, paceAfter } from '../forecast/learning.ts'
import { type HallState, ticketOf, withEntry, withoutEntry } from '../state.ts'
import { arrived, waited, waitedMinutes } from '../tally.ts'
import { atWindow, withWindow } from '../windows/lifecycle.ts'
import { announced, withoutCall } from './announcing.ts'
import { isWaiting, joined, leftLine } from './line.ts'

/** Enough to say what became of a ticket that somebody still has on a screen; older ones are history, and the server's. */
const GONE_KEPT = 200

export type TicketEvent = Extract<HallEvent, { type: `ticket${string}` }>

/** The hall with the ticket wherever its state puts it: in line, at a window, parked, or among those who have gone. */
const put = (hall: HallState, before: Ticket | undefined, ticket: Ticket): HallState => {
  const { ticketId } = ticket
  const without = before && isWaiting(before) ? leftLine(hall.queues, before, hall.paper) : hall.queues
  const queues = isWaiting(ticket) ? joined(without, ticket, hall.paper) : without
  const back = before && !isHere(before) ? hall.gone.filter((gone) => gone.ticketId !== ticketId) : hall.gone
  return isHere(ticket)
    ? { ...hall, queues, tickets: hall.tickets.with(ticketId, ticket), gone: back }
    : {
        ...hall,
        queues,
        tickets: hall.tickets.without(ticketId),
        reasons: hall.reasons.without(ticketId),
        gone: [...(back.length < GONE_KEPT ? back : back.slice(1)), ticket],
      }
}

const isHere = ({ state }: Ticket): boolean =>
  state === 'waiting' || state === 'called' || state === 'serving' || state === 'parked'

export const evolveTickets = (hall: HallState, fact: Fact, event: TicketEvent): HallState => {
  const before = ticketOf(hall, event.ticketId)
  const after = ticketAfter(before, fact)
  if (!after || after === before) return hall
  const { at } = fact
  switch (event.type) {
    case 'ticketIssued':
      return issued(put(hall, undefined, after), after)
    case 'ticketCalled':
      return before && 'windowId' in after ? called(hall, before, after, event, at) : hall
    case 'ticketRecalled':
      return announced(put(hall, before, after), after, event.windowId, at)
    case 'ticketStarted':
      return before ? remembered(put(hall, before, after), before, 'start', at) : hall
    case 'ticketMissed': {
      const tally = { ...hall.tally, missed: hall.tally.missed + 1 }
      return before ? freed({ ...put(hall, before, after), tally }, before, 'miss', at) : hall
    }
    case 'ticketServed': {
      const tally = { ...hall.tally, served: hall.tally.served + 1 }
      return before ? freed({ ...paced(put(hall, before, after), before, at), tally }, before, 'finish', at) : hall
    }
    case 'ticketMovedOn':
      return before ? freed(paced(put(hall, before, after), before, at), before, 'finish', at) : hall
    case 'ticketTransferred':
      return before ? freed(put(hall, before, after), before, 'transfer', at) : hall
    case 'ticketParked':
      return before
        ? freed(put(hall, before, after), before, event.parkedFor === 'papers' ? 'handOn' : 'park', at)
        : hall
    case 'ticketCancelled':
    case 'ticketExpired':
      return before && 'windowId' in before && isHere(before)
        ? atWindow(put(hall, before, after), before.windowId, undefined)
        : put(hall, before, after)
    case 'ticketRestored':
      return before ? restored(hall, before, after, event) : hall
    default:
      return put(hall, before, after)
  }
}

const issued = (hall: HallState, ticket: Ticket): HallState => {
  const { number, serviceIds } = ticket
  const letter = number.slice(0, 1)
  const [serviceId] = serviceIds
  return {
    ...hall,
    issued: hall.leased.has(number) ? hall.issued : withEntry(hall.issued, letter, (hall.issued.get(letter) ?? 0) + 1),
    leased: hall.leased.has(number) ? withoutEntry(hall.leased, number) : hall.leased,
    taken: serviceId ? hall.taken.with(serviceId, (hall.taken.get(serviceId) ?? 0) + 1) : hall.taken,
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
  const first = before.calls === 0 && reason.code !== 'walkedUp'
  const streak = before.lane === 'walkIn' ? (hall.desks.get(windowId)?.streak ?? 0) + 1 : 0
  const moved = put(hall, before, after)
  const next = {
    ...moved,
    reasons: hall.reasons.with(after.ticketId, reason),
    windows: withWindow(hall, windowId, { ticketId: after.ticketId, ...undoable(hall, 'call', at) }),
    desks: hall.desks.with(windowId, { streak, last: { deed: 'call', at, ticket: before } }),
    tally: first ? waited(hall.tally, before, at) : hall.tally,
    learned: first
      ? { ...hall.learned, correction: correctedBy(hall.learned.correction, before, waitedMinutes(before, at)) }
      : hall.learned,
  }
  return reason.code === 'walkedUp' ? next : announced(next, after, windowId, at)
}

const undoable = ({ site }: HallState, deed: Deed, at: Instant) => ({
  undoable: { deed, until: at + site.queue.undoSeconds * 1000 },
})

/** The deed, and the ticket as it was before, for as long as it can be undone. */
const remembered = (hall: HallState, before: Ticket, deed: Deed, at: Instant): HallState => {
  if (!('windowId' in before)) return hall
  const { windowId, ticketId } = before
  const reason = hall.reasons.get(ticketId)
  const streak = hall.desks.get(windowId)?.streak ?? 0
  return {
    ...hall,
    windows: withWindow(hall, windowId, undoable(hall, deed, at)),
    desks: hall.desks.with(windowId, { streak, last: { deed, at, ticket: before, ...(reason && { reason }) } }),
  }
}

/** Off the window it was at, if it was at one. */
const freed = (hall: HallState, before: Ticket, deed: Deed, at: Instant): HallState =>
  'windowId' in before && isHere(before)
    ? atWindow(remembered(hall, before, deed, at), before.windowId, undefined)
    : hall

/** How long the service took, learned; a visit for several at once tells nothing of each. */
const paced = (hall: HallState, before: Ticket, at: Instant): HallState => {
  const [serviceId, more] = before.serviceIds
  if (!serviceId || more || before.state !== 'serving') return hall
  const usual = hall.paper.services.get(serviceId)?.usualMinutes ?? 1
  const pace = paceAfter(hall.pace.get(serviceId), usual, at - before.startedAt)
  return { ...hall, pace: hall.pace.with(serviceId, pace) }
}

const restored = (
  hall: HallState,
  before: Ticket,
  after: Ticket,
  { windowId, deed }: Extract<TicketEvent, { type: 'ticketRestored' }>,
): HallState => {
  const last = hall.desks.get(windowId)?.last
  const back = put(hall, before, after)
  const atDesk = 'windowId' in after && isHere(after)
  const { tally } = hall
  const counts = {
    served: tally.served - (deed === 'finish' && before.state === 'served' ? 1 : 0),
    missed: tally.missed - (deed === 'miss' ? 1 : 0),
  }
  const undone = { ...tally, ...counts }
  return {
    ...atWindow(back, windowId, atDesk ? after.ticketId : undefined),
    reasons: last?.reason ? back.reasons.with(after.ticketId, last.reason) : back.reasons.without(after.ticketId),
    desks: hall.desks.with(windowId, { streak: hall.desks.get(windowId)?.streak ?? 0 }),
    calls: deed === 'call' ? withoutCall(hall.calls, before) : hall.calls,
    tally: deed === 'call' && after.calls === 1 && last ? waited(undone, after, last.at, -1) : undone,
  }
}
