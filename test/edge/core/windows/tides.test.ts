import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { callNext, finish, issue, open, social, start, tax, tick, W1, W2, W3 } from '#test/support/asking.ts'
import { inHall, NINE } from '#test/support/given.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const tidal = {
  mode: 'automatic' as const,
  openAfterMinutes: 10,
  closeBelowMinutes: 2,
  leastOpenMinutes: 30,
  apartMinutes: 5,
}
const site = siteWith({
  queue: { tidal, longWaitMinutes: 600 },
  windows: { W1: { tidal: true }, W2: { tidal: true } },
})
const risen = (
  windowId: typeof W1,
  serviceIds: (typeof social)[],
  serviceId = social,
  waitedMinutes = 10,
): HallEvent => ({
  type: 'windowOpened',
  windowId,
  serviceIds,
  tide: { serviceId, waitedMinutes },
})

/** Somebody comes for `tax` at nine, ten minutes before W1 opens for them. */
const flood = (): Story => {
  const story = storyOf(site)
  story.does(issue(tax), NINE)
  story.does(tick, NINE + 10 * MINUTE)
  return story
}
/** Called and served within a moment. */
const serve = (story: Story, windowId: typeof W1) => {
  for (const command of [callNext(windowId), start(windowId), finish(windowId)]) story.does(command)
}

describe('a tide that rises', () => {
  const issued = (number: string, more: object = {}): HallEvent =>
    ({
      type: 'ticketIssued',
      ticketId: `20261123-${number}`,
      number,
      serviceIds: [number.startsWith('A') ? social : tax],
      lane: 'walkIn',
      ...more,
    }) as HallEvent
  const rush = (...events: HallEvent[]) => inHall(site).given(...events.map((event) => ({ event, at: NINE })))

  it('opens a window when somebody it can serve has waited so long', () => {
    rush(issued('A001'))
      .when(tick, NINE + 10 * MINUTE - 1)
      .yields()
    rush(issued('A001'))
      .when(tick, NINE + 10 * MINUTE)
      .yields(risen(W1, [social, tax]))
  })

  it('goes by the first arrival, not by the lane or an early check-in', () => {
    const early = issued('A001', { lane: 'appointment', issuedAt: NINE - 20 * MINUTE, dueAt: NINE + 30 * MINUTE })
    rush(early)
      .when(tick, NINE + 10 * MINUTE)
      .yields()
    rush(early, issued('A002'))
      .when(tick, NINE + 10 * MINUTE)
      .yields(risen(W1, [social, tax]))
  })

  it('opens none that cannot help', () =>
    inHall(siteWith({ queue: { tidal, longWaitMinutes: 600 }, windows: { W2: { tidal: true } } }))
      .given({ event: issued('B001'), at: NINE })
      .when(tick, NINE + 10 * MINUTE)
      .yields())

  it('opens none that the site has not set aside for it', () =>
    inHall(siteWith({ queue: { tidal, longWaitMinutes: 600 } }))
      .given({ event: issued('A001'), at: NINE })
      .when(tick, NINE + 10 * MINUTE)
      .yields())

  it('opens none where the site only wants to be advised', () =>
    inHall(
      siteWith({
        queue: { tidal: { ...tidal, mode: 'advise' }, longWaitMinutes: 600 },
        windows: { W1: { tidal: true } },
      }),
    )
      .given({ event: issued('A001'), at: NINE })
      .when(tick, NINE + 10 * MINUTE)
      .yields())

  it('opens none while the hall is closed', () =>
    inHall(
      siteWith({
        hours: { monday: [{ from: '08:00', until: '09:05' }] },
        queue: { tidal, longWaitMinutes: 600 },
        windows: { W1: { tidal: true } },
      }),
    )
      .given({ event: issued('A001'), at: NINE })
      .when(tick, NINE + 10 * MINUTE)
      .yields())

  it('opens the next one some minutes later', () => {
    const story = flood()
    story.does(issue(social), story.at)
    story.does({ type: 'setWindowServices', windowId: W1, serviceIds: [tax] })
    story.does(issue(social), story.at)
    expect(story.does(tick, NINE + 14 * MINUTE)).toEqual([])
    serve(story, W1)
    story.does({ type: 'closeWindow', windowId: W1 })
    expect(story.does(tick, NINE + 20 * MINUTE)).toMatchObject([{ type: 'windowOpened', windowId: W1 }])
    expect(story.does(tick, NINE + 24 * MINUTE)).toEqual([])
    expect(story.does(tick, NINE + 25 * MINUTE)).toMatchObject([{ type: 'windowOpened', windowId: W2 }])
  })

  it('gives a window that it has opened the service that has run full since', () => {
    const story = flood()
    story.does({ type: 'setWindowServices', windowId: W1, serviceIds: [tax] }, NINE + 11 * MINUTE)
    serve(story, W1)
    story.does(issue(social), NINE + 12 * MINUTE)
    expect(story.does(tick, NINE + 22 * MINUTE)).toMatchObject([
      { type: 'windowServicesSet', windowId: W1, serviceIds: [social, tax], tide: { serviceId: social } },
    ])
  })
})

describe('a tide that falls', () => {
  const ebbed = [{ type: 'windowClosed', windowId: W1, tide: true }]

  it('closes the window when nobody waits long any more, but not before its least time', () => {
    const story = flood()
    serve(story, W1)
    expect(story.does(tick, NINE + 40 * MINUTE - 1)).toEqual([])
    expect(story.does(tick, NINE + 40 * MINUTE)).toEqual(ebbed)
    expect(story.hall.windows.get(W1)).toMatchObject({ state: 'closed' })
    expect(story.hall.windows.get(W1)).not.toHaveProperty('tide')
  })

  it('stays while somebody has waited longer than the lower mark, though not as long as the upper one', () => {
    const story = flood()
    serve(story, W1)
    story.does(issue(tax), NINE + 40 * MINUTE - 3 * MINUTE)
    expect(story.does(tick, NINE + 40 * MINUTE)).toEqual([])
    expect(story.does(tick, NINE + 46 * MINUTE)).toEqual([])
    serve(story, W1)
    expect(story.does(tick, NINE + 47 * MINUTE)).toEqual(ebbed)
  })

  it('waits for the visitor at the window', () => {
    const story = flood()
    for (const command of [callNext(W1), start(W1)]) story.does(command)
    expect(story.does(tick, NINE + 40 * MINUTE)).toEqual([])
    story.does(finish(W1))
    expect(story.does(tick)).toEqual(ebbed)
  })

  it('leaves alone what a clerk has opened', () => {
    const story = storyOf(site)
    for (const command of [open(W1), open(W3)]) story.does(command)
    expect(story.does(tick, NINE + 300 * MINUTE)).toEqual([])
  })

  it('calls nobody to the window that it closes, where the hall calls by itself', () => {
    const story = storyOf(
      siteWith({
        queue: { tidal, calling: 'automatic', longWaitMinutes: 600 },
        windows: { W1: { tidal: true } },
      }),
    )
    story.does(issue(tax), NINE)
    for (const at of [10, 11]) story.does(tick, NINE + at * MINUTE)
    for (const command of [start(W1), finish(W1)]) story.does(command)
    story.does(issue(tax), NINE + 40 * MINUTE - 1000)
    expect(story.does(tick, NINE + 40 * MINUTE)).toEqual(ebbed)
    expect(story.hall.windows.get(W1)).not.toHaveProperty('ticketId')
  })
})
