/** What becomes of tickets with each fact: the fold of the queue. */
import type { Fact, HallEvent } from '#contracts/facts.ts'
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { Learned } from '#contracts/learning.ts'
import { ticketAfter } from '#contracts/ticketLife.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { type Instant, SECOND } from '#contracts/time.ts'
import type { Deed, ServiceWindow } from '#contracts/windows.ts'
import { correctedBy, paceAfter } from '../forecast/learning.ts'
import { type HallState, ticketOf, withEntry, withoutEntry } from '../state.ts'
import { arrived, waited, waitedMinutes } from '../tally.ts'
import { atWindow } from '../windows/lifecycle.ts'
import { announced, withoutCall } from './announcing.ts'
import { isWaiting, joined, leftLine } from './line.ts'

/** Enough to say what became of a ticket that somebody still has on a screen; older ones are history, and the server's. */
const GONE_KEPT = 200

export type TicketEvent = Extract<HallEvent, { type: `ticket${string}` }>

/** Where a ticket is, and whatever goes with it. */
type Places = Pick<HallState, 'tickets' | 'queues' | 'gone' | 'reasons'>

/** The ticket wherever its state puts it: in line, at a window, parked, or among those who have gone. */
const placed = (hall: HallState, before: Ticket | undefined, ticket: Ticket): Places => {
  const { tickets, reasons, gone, paper } = hall
  const without = before && isWaiting(before) ? leftLine(hall.queues, before, paper) : hall.queues
  const queues = isWaiting(ticket) ? joined(without, ticket, paper) : without
  if (!isHere(ticket))
    return {
      queues,
      tickets: tickets.without(ticket.ticketId),
      reasons: reasons.without(ticket.ticketId),
      gone: withLast(gone, ticket),
    }
  const back = before && !isHere(before) ? gone.filter(({ ticketId }) => ticketId !== ticket.ticketId) : gone
  return { queues, tickets: tickets.with(ticket.ticketId, ticket), reasons, gone: back }
}

const withLast = (gone: readonly Ticket[], ticket: Ticket): readonly Ticket[] => {
  const kept = gone.slice(gone.length < GONE_KEPT ? 0 : 1)
  kept.push(ticket)
  return kept
}

const isHere = ({ state }: Ticket): boolean =>
  state === 'waiting' || state === 'called' || state === 'serving' || state === 'parked'

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
      return {
        ...freed(hall, before, after, 'finish', at),
        tally: { ...tally, served: tally.served + 1 },
        pace: paced(hall, before, at),
      }
    case 'ticketMovedOn':
      return { ...freed(hall, before, after, 'finish', at), pace: paced(hall, before, at) }
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
      return restored(hall, before, after, event)
    default:
      return { ...hall, ...placed(hall, before, after) }
  }
}

const issued = (hall: HallState, fact: Fact): HallState => {
  const ticket = ticketAfter(undefined, fact)
  if (!ticket) return hall
  const { number, serviceIds } = ticket
  const letter = number.slice(0, 1)
  const [serviceId] = serviceIds
  const leased = hall.leased.has(number)
  return {
    ...hall,
    ...placed(hall, undefined, ticket),
    issued: leased ? hall.issued : withEntry(hall.issued, letter, (hall.issued.get(letter) ?? 0) + 1),
    leased: leased ? withoutEntry(hall.leased, number) : hall.leased,
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
  const walkedUp = reason.code === 'walkedUp'
  const first = before.calls === 0 && !walkedUp
  const streak = before.lane === 'walkIn' ? (hall.desks.get(windowId)?.streak ?? 0) + 1 : 0
  return {
    ...hall,
    ...placed(hall, before, after),
    reasons: hall.reasons.with(after.ticketId, reason),
    windows: atWindow(hall, windowId, after.ticketId, undoable(hall, 'call', at)),
    desks: hall.desks.with(windowId, { streak, last: { deed: 'call', at, ticket: before } }),
    calls: walkedUp ? hall.calls : announced(hall, after, windowId, at),
    tally: first ? waited(hall.tally, before, at) : hall.tally,
    learned: first && before.rolled ? learnedFrom(hall.learned, before, at) : hall.learned,
  }
}

const learnedFrom = (learned: Learned, ticket: Ticket, at: Instant): Learned => ({
  ...learned,
  correction: correctedBy(learned.correction, ticket, waitedMinutes(ticket, at)),
})

const undoable = ({ site }: HallState, deed: Deed, at: Instant): ServiceWindow['undoable'] => ({
  deed,
  until: at + site.queue.undoSeconds * SECOND,
})

type AtWindow = Extract<Ticket, { state: 'called' | 'serving' }>
const isAtWindow = (ticket: Ticket): ticket is AtWindow => ticket.state === 'called' || ticket.state === 'serving'

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
    desks: desks.with(windowId, { streak, last: { deed, at, ticket: before, ...(reason && { reason }) } }),
  }
}

/** Off the window it was at, if it was at one. */
const freed = (hall: HallState, before: Ticket, after: Ticket, deed: Deed, at: Instant): HallState => ({
  ...hall,
  ...placed(hall, before, after),
  ...remembered(hall, before, undefined, deed, at),
})

/** How long the service took, learned; a visit for several at once tells nothing of each. */
const paced = ({ pace, paper }: HallState, before: Ticket, at: Instant): HallState['pace'] => {
  const [serviceId, more] = before.serviceIds
  if (!serviceId || more || before.state !== 'serving') return pace
  const usual = paper.services.get(serviceId)?.usualMinutes ?? 1
  return pace.with(serviceId, paceAfter(pace.get(serviceId), usual, at - before.startedAt))
}

const restored = (
  hall: HallState,
  before: Ticket,
  after: Ticket,
  { windowId, deed }: Extract<TicketEvent, { type: 'ticketRestored' }>,
): HallState => {
  const { last, streak = 0 } = hall.desks.get(windowId) ?? {}
  const back = placed(hall, before, after)
  const { served, missed } = hall.tally
  const undone = {
    ...hall.tally,
    served: served - (before.state === 'served' ? 1 : 0),
    missed: missed - (before.state === 'missed' ? 1 : 0),
  }
  return {
    ...hall,
    ...back,
    reasons: last?.reason ? back.reasons.with(after.ticketId, last.reason) : back.reasons.without(after.ticketId),
    windows: withoutUndo(atWindow(hall, windowId, isAtWindow(after) ? after.ticketId : undefined), windowId),
    desks: hall.desks.with(windowId, { streak }),
    calls: deed === 'call' ? withoutCall(hall.calls, before) : hall.calls,
    tally: deed === 'call' && after.calls === 1 && last ? waited(undone, after, last.at, -1) : undone,
  }
}

const withoutUndo = (windows: HallState['windows'], windowId: WindowId): HallState['windows'] => {
  const { undoable: _, ...desk } = windows.get(windowId) ?? {}
  return windows.with(windowId, desk as ServiceWindow)
}
