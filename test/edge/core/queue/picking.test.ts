import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import { arrivalOf } from '#contracts/visit.ts'
import { LANES, leftLine } from '#edge/core/queue/line.ts'
import { choose, passedBy, pick } from '#edge/core/queue/picking.ts'
import { serviceId, windowId } from '#test/support/names.ts'
import {
  aDesk,
  anyRules,
  isOwn,
  NOW,
  paper,
  placeOrAlone,
  queuesOf,
  rulesWith,
  streak,
  ticketAt,
  ticketsOf,
  W1,
  W2,
  within,
} from './lines.ts'

const tickets = ticketsOf(placeOrAlone)
/** Few enough that often none of a lane or service is among them. */
const few = ticketsOf(placeOrAlone, 4)

describe('choosing', () => {
  it('finds somebody whenever the window could call somebody, and only such a one', () =>
    fc.assert(
      fc.property(tickets, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const queues = queuesOf(waiting)
        const chosen = choose({ queues }, desk.stand, rules, NOW, streak)
        if (chosen) expect(within(desk, queues)).toContain(chosen.ticket)
        else expect(within(desk, queues)).toEqual([])
      }),
    ))

  it('always takes the first of a service and lane', () =>
    fc.assert(
      fc.property(tickets, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const queues = queuesOf(waiting)
        const chosen = choose({ queues }, desk.stand, rules, NOW, streak)
        if (chosen) expect(queues[chosen.queue]?.[0]).toBe(chosen.ticket)
      }),
    ))

  it('goes by the line that is left when some of the front have been called', () =>
    fc.assert(
      fc.property(tickets, aDesk, anyRules, streak, fc.array(aDesk), (waiting, desk, rules, streak, calls) => {
        let queues = queuesOf(waiting)
        const line = { queues, gone: new Uint16Array(queues.length) }
        for (const other of calls) {
          const chosen = choose(line, other.stand, rules, NOW, streak)
          expect(chosen).toEqual(choose({ queues }, other.stand, rules, NOW, streak))
          if (!chosen) continue
          queues = leftLine(queues, chosen.ticket, paper)
          line.gone[chosen.queue] = (line.gone[chosen.queue] ?? 0) + 1
        }
        expect(choose(line, desk.stand, rules, NOW, streak)).toEqual(choose({ queues }, desk.stand, rules, NOW, streak))
      }),
    ))

  it('takes who came first when two count the same', () => {
    const rules = rulesWith({ priorityCreditMinutes: 15 })
    const [walkIn, priority] = [
      ticketAt({ service: 0, lane: 'walkIn', minute: 10 }, 0),
      ticketAt({ service: 0, lane: 'priority', minute: 25 }, 1),
    ]
    expect(choose({ queues: queuesOf([walkIn, priority]) }, W1.stand, rules, NOW, 0)?.ticket).toBe(walkIn)
  })
})

/** Whoever the window could also have called and that came earlier. */
const earlier = (waiting: readonly WaitingTicket[], ticket: WaitingTicket): WaitingTicket[] =>
  waiting.filter((other) => arrivalOf(other) < arrivalOf(ticket))

const often = { numRuns: 1000 }

describe('the reason of a pick', () => {
  it('counts whom it passed: those the window could have called that came earlier', () =>
    fc.assert(
      fc.property(few, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const queues = queuesOf(waiting)
        const picked = pick({ queues }, desk.stand, rules, NOW, streak)
        if (!picked) return
        const passed = earlier(within(desk, queues), picked.ticket).length
        expect(passedBy(picked.ticket, { queues }, desk.stand)).toBe(passed)
        if ('passed' in picked.reason) expect(picked.reason.passed).toBe(passed)
        else expect(passed).toBe(0)
      }),
      often,
    ))

  it('is the choice, and how long it waited', () =>
    fc.assert(
      fc.property(few, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const queues = queuesOf(waiting)
        const picked = pick({ queues }, desk.stand, rules, NOW, streak)
        expect(picked?.ticket).toBe(choose({ queues }, desk.stand, rules, NOW, streak)?.ticket)
        if (picked) expect(picked.reason).toMatchObject({ waitedMinutes: (NOW - arrivalOf(picked.ticket)) / MINUTE })
      }),
      often,
    ))

  it('speaks of lanes only when somebody of another lane was passed', () =>
    fc.assert(
      fc.property(few, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const queues = queuesOf(waiting)
        const picked = pick({ queues }, desk.stand, rules, NOW, streak)
        if (!picked || !('lane' in picked.reason)) return
        const { ticket, reason } = picked
        expect(reason.lane).toBe(ticket.lane)
        const passedLanes = earlier(within(desk, queues), ticket).map(({ lane }) => lane)
        expect(passedLanes.filter((lane) => lane !== ticket.lane)).not.toEqual([])
      }),
      often,
    ))

  it('speaks of services only when one of another service was passed', () =>
    fc.assert(
      fc.property(few, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const queues = queuesOf(waiting)
        const picked = pick({ queues }, desk.stand, rules, NOW, streak)
        if (!picked || !['ownService', 'shortService', 'longestLine'].includes(picked.reason.code)) return
        const { ticket } = picked
        const passed = earlier(within(desk, queues), ticket)
        expect(passed.filter((other) => other.onlyAt || other.serviceIds[0] !== ticket.serviceIds[0])).not.toEqual([])
      }),
      often,
    ))

  it('names the rule of the site', () =>
    fc.assert(
      fc.property(few, aDesk, anyRules, streak, (waiting, desk, rules, streak) => {
        const picked = pick({ queues: queuesOf(waiting) }, desk.stand, rules, NOW, streak)
        const rule = {
          laneCredit: rules.lanes === 'timeCredit',
          laneFirst: rules.lanes === 'strict',
          laneTurn: rules.lanes === 'ratio',
          laneFactor: rules.lanes === 'accumulating',
          ownService: rules.ownServiceMinutes > 0,
          shortService: rules.balancing === 'gcmu',
          longestLine: rules.balancing === 'longestQueue',
          sentHere: picked?.ticket.onlyAt === windowId('W1'),
          helping: picked && !isOwn(desk, picked.ticket),
          waitedLongest: picked && isOwn(desk, picked.ticket),
          chosen: false,
          walkedUp: false,
        }
        if (picked) expect(rule[picked.reason.code]).toBe(true)
      }),
      often,
    ))

  it('says that the window helps, when nobody of its own has waited longer', () => {
    const waiting = [ticketAt({ service: 1, lane: 'walkIn', minute: 5 }, 0)]
    expect(pick({ queues: queuesOf(waiting) }, W1.stand, rulesWith({}), NOW, 0)?.reason).toEqual({
      code: 'helping',
      waitedMinutes: 55,
      serviceId: serviceId('tax'),
    })
  })
})

describe('whoever waits for a window alone', () => {
  it('is called by no other', () => {
    const waiting = [ticketAt({ service: 0, lane: 'priority', minute: 0, alone: true }, 0)]
    expect(pick({ queues: queuesOf(waiting) }, W2.stand, rulesWith({}), NOW, 0)).toBeUndefined()
    expect(pick({ queues: queuesOf(waiting) }, W1.stand, rulesWith({}), NOW, 0)?.reason).toEqual({
      code: 'sentHere',
      waitedMinutes: 60,
      passed: 0,
    })
  })

  it('is not kept from it by lines that never end', () =>
    fc.assert(
      fc.property(anyRules, streak, (rules, streak) => {
        const alone = ticketAt({ service: 0, lane: 'walkIn', minute: 0, alone: true }, 0)
        const others = LANES.slice(2).flatMap((lane) =>
          Array.from({ length: 5 }, (_, i) => ticketAt({ service: 0, lane, minute: 55 + i }, i + 1)),
        )
        const queues = queuesOf([alone, ...others])
        expect(choose({ queues }, W1.stand, rules, NOW, streak)?.ticket).toBe(alone)
      }),
    ))
})
