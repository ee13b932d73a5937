import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import type { Correction } from '#contracts/learning.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { corrected, correctedBy, nothingLearned, paceAfter, paceOf } from '#edge/core/forecast/learning.ts'
import { createDice } from '#simulators/random.ts'
import { callNext, issue, open, W1 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId, ticketId } from '#test/support/names.ts'
import { storyOf } from '#test/support/story.ts'

const [social, tax] = [serviceId('social'), serviceId('tax')]

const promisedTo = (correction: Correction, rolled: { p50Seconds: number; p80Seconds: number }): Ticket => {
  const { p50Minutes, p80Minutes } = corrected(correction, rolled)
  const promised = { p50Minutes: Math.round(p50Minutes), p80Minutes: Math.max(1, Math.round(p80Minutes)), ahead: 1 }
  return {
    ticketId: ticketId('A001'),
    number: 'A001',
    serviceIds: [social],
    lane: 'walkIn',
    issuedAt: NINE,
    state: 'waiting',
    calls: 0,
    promised,
    rolled,
  }
}

/** Visitors whose true waits are `slower` times what the roll says, give or take: the shares told right of the last. */
const world = (slower: number, visitors = 6000, last = 3000) => {
  const dice = createDice(7)
  let { correction } = nothingLearned
  let [half, most] = [0, 0]
  for (let i = 0; i < visitors; i++) {
    const p50Seconds = Math.round(dice.uniform(0, 40) * 60)
    const ticket = promisedTo(correction, { p50Seconds, p80Seconds: Math.round(1.3 * p50Seconds) })
    const waited = ((slower * p50Seconds) / 60) * dice.lognormal(1, 0.4)
    if (i >= visitors - last) {
      half += waited <= (ticket.promised?.p50Minutes ?? 0) ? 1 : 0
      most += waited <= (ticket.promised?.p80Minutes ?? 0) ? 1 : 0
    }
    correction = correctedBy(correction, ticket, waited)
  }
  return { half: half / last, most: most / last, correction }
}

describe('what is told', () => {
  it.each([0.6, 0.8, 1, 1.2, 1.4])('is true for four of five where waits are %d times as long as thought', (slower) => {
    const { most } = world(slower)
    expect(most).toBeGreaterThanOrEqual(0.77)
    expect(most).toBeLessThanOrEqual(0.83)
  })

  it.each([0.8, 1.4])('is the middle of what comes where waits are %d times as long as thought', (slower) => {
    const { half } = world(slower)
    expect(half).toBeGreaterThan(0.46)
    expect(half).toBeLessThan(0.56)
  })

  it('is what the roll says as long as nothing has been learned', () => {
    const rolled = { p50Seconds: 300, p80Seconds: 480 }
    expect(corrected(nothingLearned.correction, rolled)).toEqual({ p50Minutes: 5, p80Minutes: 8 })
  })

  it('is never less than nothing', () => {
    const correction = { p50: new Array(6).fill(-9), p80: new Array(6).fill(-9) }
    expect(corrected(correction, { p50Seconds: 60, p80Seconds: 90 })).toEqual({ p50Minutes: 0, p80Minutes: 0 })
  })
})

describe('a visitor who was called', () => {
  it('teaches only about waits as long as the one that was told', () => {
    const { correction } = nothingLearned
    const learned = correctedBy(correction, promisedTo(correction, { p50Seconds: 600, p80Seconds: 900 }), 60)
    const changed = learned.p80.map((minutes, band) => minutes !== correction.p80[band])
    expect(changed).toEqual([false, false, false, true, false, false])
    expect(learned.p50[3]).toBeGreaterThan(0)
  })

  it('teaches nothing without having been told anything', () => {
    const { promised: _, ...ticket } = promisedTo(nothingLearned.correction, { p50Seconds: 1, p80Seconds: 2 })
    expect(correctedBy(nothingLearned.correction, ticket, 60)).toBe(nothingLearned.correction)
  })

  it('teaches once, and an early appointment from when it was told', () => {
    const story = storyOf()
    story.does(open(W1))
    const rolled = { p50Seconds: 1800, p80Seconds: 2000 }
    const promised = { p50Minutes: 30, p80Minutes: 33, ahead: 0 }
    story.happens({
      type: 'ticketIssued',
      ticketId: ticketId('A001'),
      number: 'A001',
      serviceIds: [social],
      lane: 'appointment',
      dueAt: story.at + HOUR,
      promised,
      rolled,
    })
    story.wait(40).does(callNext())
    expect(story.hall.learned.correction.p80[5]).toBeGreaterThan(0)
    expect(story.hall.tally).toMatchObject({ told: 1 })
  })
})

describe('the pace of a service', () => {
  const visits = (minutes: number, count: number, before = paceAfter(undefined, 10, 0)) =>
    Array.from({ length: count }).reduce<typeof before>((pace) => paceAfter(pace, 10, minutes * MINUTE), before)

  it('begins with what the site says, and comes to what visitors take', () => {
    expect(visits(20, 1).minutes).toBeCloseTo(10 + 10 / 21, 5)
    expect(visits(20, 100).minutes).toBeGreaterThan(18)
    expect(visits(20, 2000).minutes).toBeCloseTo(20, 0)
  })

  it('forgets what was long ago', () => {
    const slow = visits(20, 2000)
    expect(visits(5, 1500, slow).minutes).toBeLessThan(6)
  })

  it('learns nothing of a press too many, nor of a clock that goes back', () => {
    const pace = visits(20, 5)
    expect(paceAfter(pace, 10, 19 * SECOND)).toEqual(pace)
    expect(paceAfter(pace, 10, -HOUR)).toEqual(pace)
  })

  it('is written down by service, in thousandths of a minute', () =>
    expect(
      paceOf([
        [social, { minutes: 10.12345, seen: 3 }],
        [tax, { minutes: 5, seen: 0 }],
      ]),
    ).toEqual({ social: { minutes: 10.123, seen: 3 }, tax: { minutes: 5, seen: 0 } }))

  it('is no lesson of somebody who was called and did not come', () => {
    const story = storyOf()
    for (const command of [open(), issue(), callNext()]) story.does(command)
    story.does({ type: 'missTicket', windowId: W1 }, story.at + HOUR)
    expect([...story.hall.pace]).toEqual([])
  })
})
