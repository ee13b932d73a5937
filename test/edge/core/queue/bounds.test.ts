/** How long one can be passed, by each policy: sentences about every single call hold for all calls of a day. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf } from '#contracts/visit.ts'
import { everybody, LANES, leftLine, type Queues } from '#edge/core/queue/line.ts'
import { choose } from '#edge/core/queue/picking.ts'
import { creditOf, factorOf } from '#edge/core/queue/worth.ts'
import { serviceId } from '#test/support/names.ts'
import {
  aDesk,
  type Desk,
  isOwn,
  minutesBetween,
  NOW,
  paper,
  place,
  placeOrAlone,
  queuesOf,
  rulesWith,
  ticketAt,
  ticketsOf,
  within,
} from './lines.ts'

interface Called {
  ticket: WaitingTicket
  desk: Desk
  queues: Queues
  at: Instant
  streak: number
}

/** Windows take turns at random, half a minute apart, until nobody waits for any of them. */
const calls = (waiting: readonly WaitingTicket[], turns: readonly Desk[], rules: QueueRules): Called[] => {
  const called: Called[] = []
  const streaks = new Map<Desk, number>()
  let queues = queuesOf(waiting)
  for (const [i, desk] of turns.entries()) {
    const at = NOW + i * 30_000
    const streak = streaks.get(desk) ?? 0
    const ticket = choose({ queues }, desk.stand, rules, at, streak)?.ticket
    if (!ticket) continue
    called.push({ ticket, desk, queues, at, streak })
    streaks.set(desk, ticket.lane === 'walkIn' ? streak + 1 : 0)
    queues = leftLine(queues, ticket, paper)
  }
  return called
}

const turns = fc.array(aDesk, { minLength: 30, maxLength: 60 })

/** Says something of each call and of everybody who could have been called instead. */
const always = (
  rules: fc.Arbitrary<QueueRules>,
  says: (call: Called, other: WaitingTicket, rules: QueueRules) => void,
  places = place,
) =>
  fc.assert(
    fc.property(ticketsOf(places), turns, rules, (waiting, turns, rules) => {
      for (const call of calls(waiting, turns, rules))
        for (const other of within(call.desk, call.queues)) if (other !== call.ticket) says(call, other, rules)
    }),
  )

const leadOf = ({ desk, ticket }: Called, other: WaitingTicket, rules: QueueRules): number =>
  isOwn(desk, ticket) && !isOwn(desk, other) ? rules.ownServiceMinutes : 0

const minutes = fc.integer({ min: 0, max: 30 })
const rank = ({ lane }: WaitingTicket): number => LANES.indexOf(lane)

describe('time credit', () => {
  const rules = fc
    .record({ priorityCreditMinutes: minutes, appointmentCreditMinutes: minutes, ownServiceMinutes: minutes })
    .map(rulesWith)

  it('lets nobody be passed by one who came later than the credit and the lead of own services', () =>
    always(rules, (call, other, rules) => {
      const allowed = creditOf(call.ticket.lane, rules) / MINUTE + leadOf(call, other, rules)
      expect(minutesBetween(other, call.ticket)).toBeLessThanOrEqual(allowed)
    }))

  it('keeps to the order of arrival among walk-ins of one window alone', () =>
    always(
      rules.map((some) => ({ ...some, ownServiceMinutes: 0 })),
      ({ ticket }, other) => {
        if (ticket.lane === 'walkIn') expect(minutesBetween(other, ticket)).toBeLessThanOrEqual(0)
      },
    ))
})

describe('strict lanes', () => {
  it('let nobody be passed by one of a lower or the same lane who came later', () =>
    always(fc.constant(rulesWith({ lanes: 'strict' })), ({ ticket }, other) => {
      if (rank(ticket) >= rank(other)) expect(minutesBetween(other, ticket)).toBeLessThanOrEqual(0)
      expect(rank(ticket)).toBeLessThanOrEqual(rank(other))
    }))

  it('also when some wait for one window alone', () =>
    always(
      fc.constant(rulesWith({ lanes: 'strict' })),
      ({ ticket }, other) => {
        if (rank(ticket) >= rank(other)) expect(minutesBetween(other, ticket)).toBeLessThanOrEqual(0)
      },
      placeOrAlone,
    ))
})

describe('a ratio of n walk-ins to one of the other lanes', () => {
  const rules = fc.integer({ min: 1, max: 4 }).map((n) => rulesWith({ lanes: 'ratio', walkInsPerPriority: n }))

  it('keeps nobody of the other lanes from a window for more than n walk-ins', () =>
    always(rules, ({ ticket, streak }, other, { walkInsPerPriority }) => {
      if (ticket.lane === 'walkIn' && other.lane !== 'walkIn') expect(streak).toBeLessThan(walkInsPerPriority)
    }))

  it('calls n walk-ins before the next of another lane, as long as some wait', () =>
    always(rules, ({ ticket, streak }, other, { walkInsPerPriority }) => {
      if (ticket.lane !== 'walkIn' && other.lane === 'walkIn') expect(streak).toBeGreaterThanOrEqual(walkInsPerPriority)
    }))
})

describe('accumulating', () => {
  const factor = fc.integer({ min: 1, max: 5 })
  const rules = fc
    .record({ lanes: fc.constant('accumulating' as const), priorityFactor: factor, appointmentFactor: factor })
    .map(rulesWith)
  const waited = (ticket: WaitingTicket, at: Instant) => at - arrivalOf(ticket)

  it('calls nobody whose minutes, each counted so often, come to less than those of one it passes', () =>
    always(rules, ({ ticket, at }, other, rules) =>
      expect(waited(ticket, at) * factorOf(ticket.lane, rules)).toBeGreaterThanOrEqual(
        waited(other, at) * factorOf(other.lane, rules),
      ),
    ))

  it('lets only those pass who have waited at least the share of the wait that the factors allow', () =>
    always(rules, ({ ticket, at }, other, rules) => {
      const most = Math.max(rules.priorityFactor, rules.appointmentFactor)
      expect(waited(ticket, at) * most).toBeGreaterThanOrEqual(waited(other, at))
    }))
})

describe('weighing by the usual minutes', () => {
  it('lets only those pass who have waited as much longer as their service is shorter', () =>
    always(fc.constant(rulesWith({ balancing: 'gcmu' })), ({ ticket, desk, at }, other, rules) => {
      const weight = (one: WaitingTicket) =>
        (at - arrivalOf(one) + creditOf(one.lane, rules)) /
        (desk.services.get(one.serviceIds[0] ?? serviceId('social')) ?? 1)
      expect(weight(ticket)).toBeGreaterThanOrEqual(weight(other))
    }))
})

describe('the longest queue first', () => {
  it('calls for a service for which nobody else has more waiting', () =>
    always(fc.constant(rulesWith({ balancing: 'longestQueue' })), ({ ticket, queues }, other) => {
      const waitingFor = (one: WaitingTicket) =>
        everybody(queues).filter(({ serviceIds }) => serviceIds[0] === one.serviceIds[0]).length
      expect(waitingFor(ticket)).toBeGreaterThanOrEqual(waitingFor(other))
    }))
})

describe('every policy', () => {
  const rules = fc
    .record({
      lanes: fc.constantFrom('timeCredit' as const, 'strict' as const, 'ratio' as const, 'accumulating' as const),
      balancing: fc.constantFrom('longestWait' as const, 'gcmu' as const, 'longestQueue' as const),
    })
    .map(rulesWith)

  it('keeps to the order of arrival within a service and lane', () =>
    always(
      rules,
      ({ ticket }, other) => {
        if (
          ticket.lane === other.lane &&
          ticket.serviceIds[0] === other.serviceIds[0] &&
          !ticket.onlyAt &&
          !other.onlyAt
        )
          expect(minutesBetween(other, ticket)).toBeLessThanOrEqual(0)
      },
      placeOrAlone,
    ))

  it('leaves nobody out in the end', () =>
    fc.assert(
      fc.property(ticketsOf(placeOrAlone), rules, (waiting, rules) => {
        const all = fc.sample(aDesk, { numRuns: 200, seed: 1 })
        expect(calls(waiting, all, rules)).toHaveLength(waiting.length)
      }),
      { numRuns: 30 },
    ))

  it('is not moved by whoever waits for something else', () => {
    const waiting = [0, 1].map((service) => ticketAt({ service, lane: 'walkIn', minute: service }, service))
    expect(calls(waiting, fc.sample(aDesk, { numRuns: 20, seed: 2 }), rulesWith({}))).toHaveLength(2)
  })
})
