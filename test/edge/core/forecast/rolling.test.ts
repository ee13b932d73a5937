import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import type { WindowId } from '#contracts/ids.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import type { Break } from '#contracts/windows.ts'
import { outsetOf } from '#edge/core/forecast/outset.ts'
import { type Arrival, roll } from '#edge/core/forecast/rolling.ts'
import { queueOfService } from '#edge/core/queue/line.ts'
import type { HallState } from '#edge/core/state.ts'
import { issue, open, social, tax, W1, W2, W3 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId, ticketId } from '#test/support/names.ts'
import { storyOf } from '#test/support/story.ts'

interface Called {
  number: string
  windowId: WindowId
  at: Instant
}

const callsOf = (hall: HallState, at: Instant, afternoon = 0, arrivals: Arrival[] = []): Called[] => {
  const called: Called[] = []
  roll(outsetOf(hall, at, arrivals), afternoon, {
    called: ({ number }, { windowId }, when) => {
      called.push({ number, windowId, at: when })
      return true
    },
  })
  return called
}
const hallWith = (windows: WindowId[], services: (typeof social)[], breaks: Break[] = []) => {
  const story = storyOf()
  for (const windowId of windows) story.does(open(windowId), NINE)
  for (const windowId of windows) story.does({ type: 'setBreaks', windowId, breaks }, NINE)
  for (const service of services) story.does(issue(service), NINE)
  return story.hall
}
const windows = fc.subarray([W1, W2, W3], { minLength: 1 })
const services = fc.array(fc.constantFrom(social, tax), { maxLength: 20 })

describe('a hall rolled forward', () => {
  it('calls everybody once whom an open window can serve, and nobody else', () =>
    fc.assert(
      fc.property(windows, services, fc.nat({ max: 31 }), (windows, services, afternoon) => {
        const hall = hallWith(windows, services)
        const done = new Set(
          [...hall.windows.values()].flatMap((desk) => (desk.state === 'open' ? desk.serviceIds : [])),
        )
        const expected = [...hall.tickets.values()].filter(({ serviceIds: [one] }) => one && done.has(one))
        expect(
          callsOf(hall, NINE, afternoon)
            .map(({ number }) => number)
            .sort(),
        ).toEqual(expected.map(({ number }) => number).sort())
      }),
    ))

  it('calls one after the other at each window, with time to walk there', () =>
    fc.assert(
      fc.property(windows, services, fc.nat({ max: 31 }), (windows, services, afternoon) => {
        const last = new Map<WindowId, Instant>()
        for (const { windowId, at } of callsOf(hallWith(windows, services), NINE, afternoon)) {
          expect(at - (last.get(windowId) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(30 * SECOND)
          last.set(windowId, at)
        }
      }),
    ))

  it('falls the same way on the same afternoon, and not on another', () => {
    const hall = hallWith([W1], [social, social, social])
    expect(callsOf(hall, NINE, 5)).toEqual(callsOf(hall, NINE, 5))
    expect(callsOf(hall, NINE, 5)).not.toEqual(callsOf(hall, NINE, 6))
  })

  it('changes nothing of the hall', () => {
    const hall = hallWith([W1, W2], [social, tax, social])
    const before = structuredClone(hall.queues)
    callsOf(hall, NINE)
    expect(hall.queues).toEqual(before)
  })

  it('ends as soon as its witness knows enough', () => {
    let calls = 0
    roll(outsetOf(hallWith([W1], [social, social]), NINE), 0, { called: () => ++calls < 1 })
    expect(calls).toBe(1)
  })
})

describe('a break', () => {
  it('is no time at which anybody is called, also when one follows the other', () =>
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.nat({ max: 31 }), (minutes, afternoon) => {
        const from = NINE + minutes * MINUTE
        const breaks = [
          { from, until: from + 20 * MINUTE },
          { from: from + 20 * MINUTE, until: from + 40 * MINUTE },
        ]
        const called = callsOf(hallWith([W1], new Array(8).fill(social), breaks), NINE, afternoon)
        expect(called).toHaveLength(8)
        for (const { at } of called) expect(at >= from && at < from + 40 * MINUTE).toBe(false)
      }),
    ))
})

describe('visitors who come later', () => {
  const visitor = (minutes: number, n: number): Arrival => {
    const ticket: WaitingTicket = {
      ticketId: ticketId(`A${800 + n}`),
      number: `A${800 + n}`,
      serviceIds: [serviceId('social')],
      lane: 'walkIn',
      issuedAt: NINE + minutes * MINUTE,
      calls: 0,
      state: 'waiting',
    }
    return { at: ticket.issuedAt, queue: queueOfService(0, 'walkIn'), ticket }
  }

  it('are called at once where a window is free, and the least flexible one of these', () => {
    expect(callsOf(hallWith([W1, W2], []), NINE, 0, [visitor(5, 1)])).toEqual([
      { number: 'A801', windowId: W2, at: NINE + 5 * MINUTE },
    ])
  })

  it('stand in line behind the others', () => {
    const called = callsOf(hallWith([W2], [social, social]), NINE, 0, [visitor(1, 1)])
    expect(called.map(({ number }) => number)).toEqual(['A001', 'A002', 'A801'])
  })

  it('wait for a free window to come back from its break', () => {
    const breaks = [{ from: NINE + 10 * MINUTE, until: NINE + 30 * MINUTE }]
    const called = callsOf(hallWith([W2], [], breaks), NINE, 0, [visitor(15, 1), visitor(16, 2)])
    expect(called[0]).toEqual({ number: 'A801', windowId: W2, at: NINE + 30 * MINUTE })
    expect(called).toHaveLength(2)
  })

  it('are never called where no window can serve them', () =>
    expect(callsOf(hallWith([W3], []), NINE, 0, [visitor(5, 1)])).toEqual([]))
})

describe('a window as a roll finds it', () => {
  it('is not there while it is closed, or paused for nobody knows how long', () => {
    const story = storyOf()
    for (const windowId of [W1, W2]) story.does(open(windowId))
    story.does({ type: 'pauseWindow', windowId: W1 })
    expect(outsetOf(story.hall, story.at).desks.map(({ windowId }) => windowId)).toEqual([W2])
  })

  it('is there again when the break ends for which it is paused', () => {
    const story = storyOf()
    const until = NINE + HOUR
    for (const command of [open(W1), issue(social)]) story.does(command, NINE)
    story.does({ type: 'setBreaks', windowId: W1, breaks: [{ from: NINE, until }] })
    story.does({ type: 'pauseWindow', windowId: W1 })
    expect(callsOf(story.hall, NINE + MINUTE)).toMatchObject([{ at: until }])
  })
})
