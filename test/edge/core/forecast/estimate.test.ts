import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Lane } from '#contracts/callReasons.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { WindowId } from '#contracts/ids.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import { callTimeOf, outlook, promiseTo } from '#edge/core/forecast/estimate.ts'
import { callNext, issue, open, social, start, tax, W1, W2, W3 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { ticketId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const hallWith = (waiting: number, ...windows: WindowId[]): Story => {
  const story = storyOf()
  for (const windowId of windows) story.does(open(windowId), NINE)
  for (let i = 0; i < waiting; i++) story.does(issue(social), NINE)
  return story
}
const me = (at: number, lane: Lane = 'walkIn', service = social): WaitingTicket => ({
  ticketId: ticketId('A900'),
  number: 'A900',
  serviceIds: [service],
  lane,
  issuedAt: at,
  calls: 0,
  state: 'waiting',
})
const told = ({ hall, at }: Story, lane: Lane = 'walkIn', service = social) =>
  promiseTo(me(at, lane, service), hall, at)?.promised

describe('what a visitor is told', () => {
  it('is nothing while no open window can serve them', () => {
    expect(told(hallWith(3))).toBeUndefined()
    expect(told(hallWith(3, W3))).toBeUndefined()
    expect(told(hallWith(3, W2))).toBeDefined()
  })

  it('is a minute, and nobody ahead, where a window is free', () =>
    expect(told(hallWith(0, W1))).toEqual({ p50Minutes: 0, p80Minutes: 1, ahead: 0 }))

  it('grows with the line, and counts it', () => {
    const all = [1, 3, 6, 12].map((waiting) => told(hallWith(waiting, W2)))
    expect(all.map((one) => one?.ahead)).toEqual([1, 3, 6, 12])
    const minutes = all.map((one) => one?.p50Minutes ?? 0)
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
    expect(minutes[3]).toBeGreaterThan(80)
    expect(minutes[3]).toBeLessThan(160)
  })

  it('is less with a second window', () => {
    const [one, two] = [told(hallWith(6, W2)), told(hallWith(6, W1, W2))]
    expect(two?.p50Minutes).toBeLessThan(0.75 * (one?.p50Minutes ?? 0))
  })

  it('does not count a window that does something else', () => {
    const story = hallWith(6, W1, W2)
    story.does({ type: 'setWindowServices', windowId: W1, serviceIds: [tax] })
    expect(told(story)).toEqual(told(hallWith(6, W2).wait(0)))
  })

  it('knows who is being served, and for how long already', () => {
    const story = hallWith(1, W2)
    for (const command of [callNext(W2), start(W2)]) story.does(command)
    const fresh = told(story)?.p50Minutes ?? 0
    expect(fresh).toBeGreaterThanOrEqual(4)
    expect(fresh).toBeLessThanOrEqual(14)
  })

  it('knows when the clerk is away', () => {
    const story = hallWith(0, W2)
    const breaks = [{ from: NINE, until: NINE + 40 * MINUTE }]
    story.does({ type: 'setBreaks', windowId: W2, breaks }, NINE)
    expect(told(story)).toMatchObject({ p50Minutes: 40, p80Minutes: 40 })
  })

  it('is less for a lane that is called sooner', () => {
    const story = hallWith(6, W2)
    expect(told(story, 'priority')?.p50Minutes).toBeLessThan(told(story)?.p50Minutes ?? 0)
    expect(told(story, 'priority')?.ahead).toBe(0)
  })

  it('is never less for four of five than for half', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: 25 }),
        fc.subarray([W1, W2, W3], { minLength: 1 }),
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (waiting, windows, minutes) => {
          const { hall, at } = hallWith(waiting, ...windows)
          const correction = { p50: minutes, p80: minutes.map((one) => -one) }
          const { promised } = promiseTo(me(at), { ...hall, learned: { ...hall.learned, correction } }, at) ?? {}
          if (!promised) return
          expect(promised.p80Minutes).toBeGreaterThanOrEqual(Math.max(1, promised.p50Minutes))
          expect(promised.p50Minutes).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 40 },
    ))

  it('follows what was learned of the pace', () => {
    const { hall, at } = hallWith(5, W2)
    const slow = { ...hall, pace: hall.pace.with(social, { minutes: 20, seen: 100 }) }
    const [usual, learned] = [hall, slow].map((one) => promiseTo(me(at), one, at)?.promised.p50Minutes ?? 0)
    expect(learned).toBeGreaterThan(1.6 * (usual ?? 0))
  })

  it('goes by the rules of the site', () => {
    const strict = storyOf(siteWith({ queue: { lanes: 'strict' } }))
    strict.does(open(W2), NINE)
    for (let i = 0; i < 6; i++) strict.does(issue(social, 'priority'), NINE)
    expect(told(strict)?.ahead).toBe(6)
    expect(told(strict, 'appointment')?.ahead).toBe(6)
  })
})

describe('the outlook', () => {
  it('tells each who waits, and each who might come, where a window can serve them', () => {
    const story = hallWith(4, W2)
    story.does(issue(tax))
    const { tickets, newcomers } = outlook(story.hall, story.at)
    expect([...tickets.keys()].sort()).toEqual(['A001', 'A002', 'A003', 'A004'].map(ticketId))
    expect([...newcomers.keys()]).toEqual([social])
    expect(newcomers.get(social)?.ahead).toBe(4)
  })

  it('tells those in line what they come behind', () => {
    const story = hallWith(4, W2)
    const { tickets } = outlook(story.hall, story.at)
    expect([...tickets.values()].map(({ ahead }) => ahead).sort()).toEqual([0, 1, 2, 3])
  })

  it('tells a newcomer nearly what one who takes a number is told', () => {
    const story = hallWith(6, W1, W2)
    const newcomer = outlook(story.hall, story.at).newcomers.get(social)?.p50Minutes ?? 0
    const promised = told(story)?.p50Minutes ?? 0
    expect(Math.abs(newcomer - promised)).toBeLessThanOrEqual(6)
  })
})

describe('when a ticket is called', () => {
  it('is a whole millisecond, and nobody’s guess while no window can serve it', () => {
    const { hall, at } = hallWith(4, W2)
    expect(Number.isInteger(callTimeOf(me(at), hall, at))).toBe(true)
    expect(callTimeOf(me(at, 'walkIn', tax), hall, at)).toBeUndefined()
  })
})
