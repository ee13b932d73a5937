/** Lines, windows and rules as chance has them, for sentences that hold for all of them. */
import fc from 'fast-check'
import type { Lane } from '#contracts/callReasons.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf } from '#contracts/visit.ts'
import { type Paper, paperOf } from '#edge/core/paper.ts'
import { emptyQueues, everybody, joined, LANES, type Queues } from '#edge/core/queue/line.ts'
import { type Stand, standOf } from '#edge/core/queue/stand.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId, ticketId, windowId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'

/** `social` takes 10 minutes and `tax` 5. W1 does both and only helps with tax, W2 does social, W3 tax. */
export const paper: Paper = paperOf(siteWith({ windows: { W1: { helpIds: ['tax'] } } }))

const services: readonly ServiceId[] = [serviceId('social'), serviceId('tax')]

export interface Place {
  service: number
  lane: Lane
  /** Minutes after nine; tickets with the same one came at once. */
  minute: number
  /** Waits for W1 alone. */
  alone?: boolean
}

export const ticketAt = ({ service, lane, minute, alone = false }: Place, i: number): WaitingTicket => {
  const number = `${service === 0 ? 'A' : 'B'}${String(i + 1).padStart(3, '0')}`
  return {
    ticketId: ticketId(number),
    number,
    serviceIds: [services[service] ?? serviceId('social')],
    lane,
    issuedAt: NINE + minute * MINUTE,
    calls: 0,
    state: 'waiting',
    ...(alone && { onlyAt: windowId('W1') }),
  }
}

const minute = fc.integer({ min: 0, max: 60 })
export const lane = fc.constantFrom(...LANES)
export const place: fc.Arbitrary<Place> = fc.record({ service: fc.nat({ max: 1 }), lane, minute })
export const placeOrAlone: fc.Arbitrary<Place> = fc.record({
  service: fc.nat({ max: 1 }),
  lane,
  minute,
  alone: fc.boolean(),
})

/** Not before the last of them came. */
export const NOW: Instant = NINE + 60 * MINUTE

export const ticketsOf = (places: fc.Arbitrary<Place>, most = 25): fc.Arbitrary<WaitingTicket[]> =>
  fc.array(places, { minLength: 1, maxLength: most }).map((some) => some.map(ticketAt))

export const queuesOf = (tickets: readonly WaitingTicket[]): Queues =>
  tickets.reduce((queues, ticket) => joined(queues, ticket, paper), emptyQueues(paper))

/** Site rules with some of them set. */
export const rulesWith = (rules: Partial<QueueRules>): QueueRules => QueueRules.parse(rules)

export const anyRules: fc.Arbitrary<QueueRules> = fc
  .record({
    lanes: fc.constantFrom('timeCredit' as const, 'strict' as const, 'ratio' as const, 'accumulating' as const),
    balancing: fc.constantFrom('longestWait' as const, 'gcmu' as const, 'longestQueue' as const),
    ownServiceMinutes: fc.constantFrom(0, 5),
    walkInsPerPriority: fc.integer({ min: 1, max: 4 }),
  })
  .map(rulesWith)

/** A window as the site has it, beside what the hall makes of it. */
export interface Desk {
  windowId: WindowId
  /** With the usual minutes of each. */
  services: ReadonlyMap<ServiceId, number>
  helpsWith: readonly ServiceId[]
  stand: Stand
}

const deskOf = (id: string, serviceIds: readonly ServiceId[], helpsWith: readonly ServiceId[] = []): Desk => ({
  windowId: windowId(id),
  services: new Map(serviceIds.map((one) => [one, one === 'social' ? 10 : 5])),
  helpsWith,
  stand: standOf(paper, windowId(id), serviceIds),
})
export const W1 = deskOf('W1', services, services.slice(1))
export const W2 = deskOf('W2', services.slice(0, 1))
export const aDesk: fc.Arbitrary<Desk> = fc.constantFrom(W1, W2, deskOf('W3', services.slice(1)))
export const streak = fc.nat({ max: 6 })

export const isOwn = ({ helpsWith }: Desk, ticket: WaitingTicket): boolean =>
  ticket.onlyAt !== undefined || !ticket.serviceIds.some((one) => helpsWith.includes(one))

/** Of all who wait, whom a window could call. */
export const within = ({ windowId: id, services: does }: Desk, queues: Queues): WaitingTicket[] =>
  everybody(queues).filter(({ onlyAt, serviceIds: [first] }) => (onlyAt ? onlyAt === id : first && does.has(first)))

export const minutesBetween = (a: WaitingTicket, b: WaitingTicket): number => (arrivalOf(b) - arrivalOf(a)) / MINUTE
