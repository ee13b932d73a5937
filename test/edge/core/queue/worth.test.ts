import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrivalOf } from '#contracts/visit.ts'
import { LANES } from '#edge/core/queue/line.ts'
import { type Circumstances, creditOf, factorOf, worth } from '#edge/core/queue/worth.ts'
import { anyRules, lane, NOW, place, rulesWith, ticketAt } from './lines.ts'

const around = (some: Partial<Circumstances> = {}): Circumstances => ({
  at: NOW,
  streak: 0,
  helps: false,
  usualMinutes: 10,
  waiting: 1,
  ...some,
})
const circumstances = fc.record({
  at: fc.constant(NOW),
  streak: fc.nat({ max: 5 }),
  helps: fc.boolean(),
  usualMinutes: fc.integer({ min: 1, max: 60 }),
  waiting: fc.integer({ min: 1, max: 500 }),
})

describe('what a wait is worth', () => {
  it('is never less for the first of two of the same service and lane', () =>
    fc.assert(
      fc.property(anyRules, circumstances, place, place, (rules, around, one, other) => {
        const [a, b] = [ticketAt(one, 0), ticketAt({ ...one, minute: other.minute }, 1)]
        const [first, second] = arrivalOf(a) <= arrivalOf(b) ? [a, b] : [b, a]
        expect(worth(first, rules, around)).toBeGreaterThanOrEqual(worth(second, rules, around))
      }),
    ))

  it('grows with the time as long as nobody has a number from the future', () =>
    fc.assert(
      fc.property(anyRules, circumstances, place, fc.nat({ max: 3_600_000 }), (rules, around, one, later) => {
        const ticket = ticketAt(one, 0)
        const then = { ...around, at: around.at + later }
        expect(worth(ticket, rules, then)).toBeGreaterThanOrEqual(worth(ticket, rules, around))
      }),
    ))

  it('sets a lane above the others whatever the wait, where lanes are strict', () =>
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), circumstances, (early, late, around) => {
        const rules = rulesWith({ lanes: 'strict' })
        const [best, middle, last] = LANES.map((one, i) =>
          worth(ticketAt({ service: 0, lane: one, minute: i === 0 ? late : early }, i), rules, around),
        )
        expect(best).toBeGreaterThan(middle ?? 0)
        expect(middle).toBeGreaterThan(last ?? 0)
      }),
    ))

  it('turns to the other lanes after as many walk-ins as the site says', () => {
    const rules = rulesWith({ lanes: 'ratio', walkInsPerPriority: 2 })
    const [priority, walkIn] = [
      ticketAt({ service: 0, lane: 'priority', minute: 59 }, 0),
      ticketAt({ service: 0, lane: 'walkIn', minute: 0 }, 1),
    ]
    for (const [streak, first] of [
      [0, walkIn],
      [1, walkIn],
      [2, priority],
      [3, priority],
    ] as const) {
      const second = first === walkIn ? priority : walkIn
      expect(worth(first, rules, around({ streak }))).toBeGreaterThan(worth(second, rules, around({ streak })))
    }
  })

  it('weighs more where one visitor takes less time', () => {
    const rules = rulesWith({ balancing: 'gcmu', lanes: 'strict' })
    const ticket = ticketAt({ service: 0, lane: 'walkIn', minute: 0 }, 0)
    expect(worth(ticket, rules, around({ usualMinutes: 5 }))).toBe(2 * worth(ticket, rules, around()))
  })

  it('weighs more for each one who waits for the same, where the longest queue goes first', () => {
    const rules = rulesWith({ balancing: 'longestQueue' })
    const late = ticketAt({ service: 0, lane: 'walkIn', minute: 60 }, 0)
    const early = ticketAt({ service: 0, lane: 'priority', minute: 0 }, 1)
    expect(worth(late, rules, around({ waiting: 4 }))).toBeGreaterThan(worth(early, rules, around({ waiting: 3 })))
  })
})

describe('a walk-in', () => {
  it('has neither credit nor factor', () => {
    expect(creditOf('walkIn', rulesWith({}))).toBe(0)
    expect(factorOf('walkIn', rulesWith({}))).toBe(1)
  })

  it('never counts more than another lane with the same wait', () =>
    fc.assert(
      fc.property(anyRules, lane, (rules, other) => {
        expect(creditOf(other, rules)).toBeGreaterThanOrEqual(0)
        expect(factorOf(other, rules)).toBeGreaterThanOrEqual(1)
      }),
    ))
})
