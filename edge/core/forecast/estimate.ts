/** How long still: the live hall rolled forward through many possible afternoons, and corrected by what was learned. */

import { SECOND } from '#contracts/durations.ts'
import type { EventOf } from '#contracts/facts.ts'
import type { ServiceId, TicketId } from '#contracts/ids.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Estimate, Rolled } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { nextService } from '#contracts/visit.ts'
import { joined } from '../queue/line.ts'
import type { HallState } from '../state.ts'
import { corrected } from './learning.ts'
import { outsetOf } from './outset.ts'
import { quantile } from './quantile.ts'
import { type Outset, roll } from './rolling.ts'

/** More afternoons say the same, fewer are chance. In between, as many as some thousand turns at windows allow. */
const MOST_AFTERNOONS = 32
const LEAST_AFTERNOONS = 12
const TURNS = 5000

const afternoonsFor = (hall: HallState, turns = TURNS): number => {
  const perAfternoon = hall.tickets.size + hall.windows.size
  return Math.min(MOST_AFTERNOONS, Math.max(LEAST_AFTERNOONS, Math.floor(turns / perAfternoon)))
}

/** Nobody is promised to be called within less than a minute, however many windows are free: a clerk has to press. */
const SHORTEST_MINUTES = 1

interface Foreseen {
  /** When called, in each afternoon. */
  calledAt: Instant[]
  /** How many others were called before, by windows that could have called this one. */
  ahead: number[]
}

const rolledOf = ({ calledAt }: Foreseen, at: Instant): Rolled => ({
  p50Seconds: Math.round(Math.max(0, quantile(calledAt, 0.5) - at) / SECOND),
  p80Seconds: Math.round(Math.max(0, quantile(calledAt, 0.8) - at) / SECOND),
})

const estimateOf = (hall: HallState, foreseen: Foreseen, rolled: Rolled): Estimate => {
  const { p50Minutes, p80Minutes } = corrected(hall.learned.correction, rolled)
  return {
    p50Minutes: Math.round(p50Minutes),
    p80Minutes: Math.max(Math.round(p80Minutes), Math.round(p50Minutes), SHORTEST_MINUTES),
    ahead: quantile(foreseen.ahead, 0.5),
  }
}

/** When one ticket is called, in each afternoon; fewer where no open window can serve it. */
const foresee = (outset: Outset, ticket: WaitingTicket, afternoons: number): Foreseen => {
  const { ticketId } = ticket
  const serviceId = nextService(ticket)
  const rivals = new Set(outset.desks.filter((desk) => serviceId && desk.serviceIds.includes(serviceId)))
  const foreseen: Foreseen = { calledAt: [], ahead: [] }
  for (let afternoon = 0; afternoon < afternoons; afternoon++) {
    let ahead = 0
    roll(outset, afternoon, {
      called: (one, desk, at) => {
        if (one.ticketId === ticketId) {
          foreseen.calledAt.push(at)
          foreseen.ahead.push(ahead)
          return false
        }
        if (rivals.has(desk)) ahead++
        return true
      },
    })
  }
  return foreseen
}

const outsetWith = (hall: HallState, ticket: WaitingTicket, at: Instant): Outset =>
  outsetOf({ ...hall, queues: joined(hall.queues, ticket, hall.paper) }, at)

/** What a visitor who takes this ticket now is told; nothing while no open window can serve it. */
export const promiseTo = (
  ticket: WaitingTicket,
  hall: HallState,
  at: Instant,
): { promised: Estimate; rolled: Rolled } | undefined => {
  const foreseen = foresee(outsetWith(hall, ticket, at), ticket, afternoonsFor(hall))
  if (foreseen.calledAt.length === 0) return undefined
  const rolled = rolledOf(foreseen, at)
  return { promised: estimateOf(hall, foreseen, rolled), rolled }
}

/** The fact that a number was given out, with what its visitor is told. */
export const withPromise = (event: EventOf<'ticketIssued'>, hall: HallState, at: Instant): EventOf<'ticketIssued'> => {
  const { type: _, issuedAt = at, ...known } = event
  return { ...event, ...promiseTo({ ...known, issuedAt, calls: 0, state: 'waiting' }, hall, at) }
}

/** The middle of when this ticket would be called; nothing while no open window can serve it. */
export const callTimeOf = (ticket: WaitingTicket, hall: HallState, at: Instant): Instant | undefined => {
  const { calledAt } = foresee(outsetWith(hall, ticket, at), ticket, LEAST_AFTERNOONS)
  return calledAt.length === 0 ? undefined : Math.round(quantile(calledAt, 0.5))
}

export interface Outlook {
  /** For those who wait; no entry while no open window can serve them. */
  tickets: ReadonlyMap<TicketId, Estimate>
  /** For somebody who would take a number now, by service. */
  newcomers: ReadonlyMap<ServiceId, Estimate>
}

/** What everybody in line, and everybody who might come, can expect. */
export const outlook = (hall: HallState, at: Instant): Outlook => {
  const outset = outsetOf(hall, at)
  const tickets = new Map<TicketId, Foreseen>()
  const newcomers = new Map<ServiceId, Foreseen>()
  const note = <K>(among: Map<K, Foreseen>, key: K, when: Instant, ahead: number): void => {
    const known = among.get(key) ?? { calledAt: [], ahead: [] }
    known.calledAt.push(when)
    known.ahead.push(ahead)
    among.set(key, known)
  }
  const afternoons = afternoonsFor(hall, TURNS / 2)
  for (let afternoon = 0; afternoon < afternoons; afternoon++) {
    const calls = new Map<ServiceId, number>()
    const settled = new Set<ServiceId>()
    roll(outset, afternoon, {
      called: (ticket, desk, when) => {
        const serviceId = nextService(ticket)
        note(tickets, ticket.ticketId, when, (serviceId && calls.get(serviceId)) ?? 0)
        for (const id of desk.serviceIds) calls.set(id, (calls.get(id) ?? 0) + 1)
        return true
      },
      idle: ({ serviceIds }, when) => {
        for (const serviceId of serviceIds) {
          if (settled.has(serviceId)) continue
          settled.add(serviceId)
          note(newcomers, serviceId, when, calls.get(serviceId) ?? 0)
        }
      },
    })
  }
  const told = <K>(among: Map<K, Foreseen>): Map<K, Estimate> =>
    new Map([...among].map(([key, foreseen]) => [key, estimateOf(hall, foreseen, rolledOf(foreseen, at))]))
  return { tickets: told(tickets), newcomers: told(newcomers) }
}
