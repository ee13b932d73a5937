/** How long still: the hall as it stands, rolled forward through the same turn-taking that calls tickets. */
import type { ServiceId, TicketId } from '#contracts/ids.ts'
import type { Estimate, Ticket } from '#contracts/tickets.ts'
import { type Instant, MINUTE, SECOND } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import type { HallState } from '../state.ts'
import { byTurn, canServe, isWaiting, type WaitingTicket } from './ordering.ts'

/** From the call to the first word at the window. */
const WALK = 30 * SECOND
/** However long a visitor has been served, this share of the usual time is still to come. */
const LEAST_REST = 0.2
/** Four of five afternoons are no slower than this, in multiples of the usual service time. */
const SLOW = 1.3

interface Desk {
  serviceIds: readonly ServiceId[]
  freeAt: Instant
}

/** Whoever waits is called at `at` instants; `newcomer` is when somebody who came now would be, by service. */
interface Roll {
  calledAt: ReadonlyMap<TicketId, Instant>
  newcomer: ReadonlyMap<ServiceId, Instant>
}

const usual = (hall: HallState, ticket: Ticket): number => {
  const services = hall.site.services.filter(({ serviceId }) => ticket.serviceIds.includes(serviceId))
  return services.reduce((sum, { usualMinutes }) => sum + usualMinutes, 0) * MINUTE
}

const freeAt = (hall: HallState, { ticketId }: ServiceWindow, at: Instant, pace: number): Instant => {
  const ticket = ticketId && hall.tickets.get(ticketId)
  if (!ticket) return at
  const whole = usual(hall, ticket) * pace
  if (ticket.state === 'serving') return at + Math.max(whole - (at - ticket.startedAt), LEAST_REST * whole)
  return at + WALK + whole
}

const desks = (hall: HallState, at: Instant, pace: number): Desk[] =>
  [...hall.windows.values()]
    .filter(({ state }) => state === 'open')
    .map((w) => ({ serviceIds: w.serviceIds, freeAt: freeAt(hall, w, at, pace) }))

/** Each desk in turn, whichever is free first, takes the first in line it can serve, until the line is empty. */
const roll = (hall: HallState, line: readonly WaitingTicket[], at: Instant, pace: number): Roll => {
  const calledAt = new Map<TicketId, Instant>()
  const newcomer = new Map<ServiceId, Instant>()
  const working = desks(hall, at, pace)
  const waiting = [...line]
  while (working.length > 0) {
    const desk = working.reduce((first, other) => (other.freeAt < first.freeAt ? other : first))
    const next = waiting.findIndex((ticket) => canServe(desk.serviceIds, ticket))
    const ticket = waiting[next]
    if (ticket) {
      waiting.splice(next, 1)
      calledAt.set(ticket.ticketId, desk.freeAt)
      desk.freeAt += WALK + usual(hall, ticket) * pace
    } else {
      working.splice(working.indexOf(desk), 1)
      for (const serviceId of desk.serviceIds) if (!newcomer.has(serviceId)) newcomer.set(serviceId, desk.freeAt)
    }
  }
  return { calledAt, newcomer }
}

const minutes = (until: Instant, at: Instant): number => Math.ceil((until - at) / MINUTE)

/** Nobody is promised to be called within less than a minute, however many windows are free: a clerk has to press. */
const SHORTEST_MINUTES = 1

const estimate = (soon: Instant, late: Instant, at: Instant, ahead: number): Estimate => ({
  p50Minutes: minutes(soon, at),
  p80Minutes: Math.max(minutes(late, at), minutes(soon, at), SHORTEST_MINUTES),
  ahead,
})

export interface Outlook {
  /** For those who wait; no entry while no open window can serve them. */
  tickets: ReadonlyMap<TicketId, Estimate>
  /** For somebody who would take a number now, by service. */
  newcomers: ReadonlyMap<ServiceId, Estimate>
}

/** How many of these could take a window from somebody who comes for `serviceIds`. */
const rivals = (
  before: readonly WaitingTicket[],
  serviceIds: readonly ServiceId[],
  working: readonly Desk[],
): number => {
  const mine = working.filter((desk) => serviceIds.every((serviceId) => desk.serviceIds.includes(serviceId)))
  return before.filter((other) => mine.some((desk) => canServe(desk.serviceIds, other))).length
}

/** The line and the open windows as they are, rolled forward at the usual pace and at a slow one. */
const lookAhead = (hall: HallState, at: Instant, also: readonly WaitingTicket[] = []) => {
  const line = [...hall.tickets.values(), ...also].filter(isWaiting).sort(byTurn(hall.site.queue))
  const [usually, slowly] = [roll(hall, line, at, 1), roll(hall, line, at, SLOW)]
  const working = desks(hall, at, 1)
  const of = (ticket: WaitingTicket): Estimate | undefined => {
    const soon = usually.calledAt.get(ticket.ticketId)
    const late = slowly.calledAt.get(ticket.ticketId)
    if (soon === undefined || late === undefined) return undefined
    const before = line.slice(0, line.indexOf(ticket))
    return estimate(soon, late, at, rivals(before, ticket.serviceIds, working))
  }
  return { line, usually, slowly, working, of }
}

/** How long somebody would wait who takes this ticket now; nothing while no open window can serve it. */
export const promiseTo = (ticket: WaitingTicket, hall: HallState, at: Instant): Estimate | undefined =>
  lookAhead(hall, at, [ticket]).of(ticket)

/** What everybody in line, and everybody who might come, can expect. */
export const outlook = (hall: HallState, at: Instant): Outlook => {
  const { line, usually, slowly, working, of } = lookAhead(hall, at)
  const tickets = line.flatMap((ticket): [TicketId, Estimate][] => {
    const expected = of(ticket)
    return expected ? [[ticket.ticketId, expected]] : []
  })
  const newcomers = [...usually.newcomer].map(([serviceId, soon]): [ServiceId, Estimate] => {
    const late = slowly.newcomer.get(serviceId) ?? soon
    return [serviceId, estimate(soon, late, at, rivals(line, [serviceId], working))]
  })
  return { tickets: new Map(tickets), newcomers: new Map(newcomers) }
}
