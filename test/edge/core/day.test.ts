import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { DayBegan } from '#contracts/facts.ts'
import { beginDay } from '#edge/core/day.ts'
import { callNext, finish, issue, open, social, start, tax, tick, W1 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { storyOf } from '#test/support/story.ts'

const DAY = 24 * HOUR
const MIDNIGHT = NINE + 15 * HOUR

/** One served for `tax` in three minutes, one at the window, one in line. */
const yesterday = () => {
  const story = storyOf()
  for (const command of [open(), issue(tax), callNext(), start()]) story.does(command)
  story.does(finish(), story.at + 3 * MINUTE)
  for (const command of [issue(social), issue(tax), callNext(), start()]) story.does(command)
  return story
}

describe('a new day', () => {
  it('begins with the first command after midnight, and not before', () => {
    const story = yesterday()
    const types = (at: number) => story.does(tick, at).map(({ type }) => type)
    expect(types(MIDNIGHT - 1)).not.toContain('dayBegan')
    expect(types(MIDNIGHT)).toEqual(['ticketExpired', 'ticketExpired', 'alertEnded', 'dayBegan'])
  })

  it('finds lines empty, windows closed and numbers at one', () => {
    const story = yesterday()
    const events = story.does(issue(social), NINE + DAY)
    expect(events.at(-1)).toMatchObject({ ticketId: '20261124-A001' })
    expect(story.hall.tickets.size).toBe(1)
    expect([...story.hall.windows.values()].map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
    expect(story.hall.tally).toMatchObject({ served: 0 })
  })

  it('is not begun by a command that is refused', () => {
    const story = yesterday()
    expect(story.cannot(callNext(), NINE + DAY)).toMatchObject({ code: 'windowClosed' })
    expect(story.hall.day?.day).toBe('2026-11-23')
  })

  it('takes along what was learned', () => {
    const story = yesterday()
    const began = story.does(tick, NINE + DAY).find(({ type }) => type === 'dayBegan')
    const { learned } = DayBegan.parse(began)
    expect(learned?.pace[tax]).toMatchObject({ seen: 1 })
    expect(learned?.pace[tax]?.minutes).toBeLessThan(5)
    expect(learned?.mix[tax]).toBeGreaterThan(0)
    expect(learned?.kept).toEqual([])
    expect(story.hall.pace.get(tax)).toEqual(learned?.pace[tax])
    expect(story.hall.learned.arrivals.days).toEqual([0, 1, 0, 0, 0, 0, 0])
  })

  it('knows the breaks of each window by the clock of the hall', () => {
    const site = siteWith({ windows: { W1: { breaks: [{ from: '12:00', until: '12:30' }] } } })
    const story = storyOf(site)
    story.does(open(W1))
    expect(story.hall.windows.get(W1)?.breaks).toEqual([{ from: NINE + 3 * HOUR, until: NINE + 3.5 * HOUR }])
    story.does(open(W1), NINE + DAY)
    expect(story.hall.windows.get(W1)?.breaks).toEqual([
      { from: NINE + DAY + 3 * HOUR, until: NINE + DAY + 3.5 * HOUR },
    ])
  })

  it('says all that a hall needs that has forgotten the day before', () => {
    const story = yesterday()
    story.does(issue(social), NINE + DAY)
    const began = story.facts.findIndex(({ event, at }) => event.type === 'dayBegan' && at === NINE + DAY)
    const short = storyOf()
    for (const { event } of story.facts.slice(began)) short.wait(0).happens(event)
    expect(short.hall.learned).toEqual(story.hall.learned)
    expect([...short.hall.pace]).toEqual([...story.hall.pace])
    expect([...short.hall.issued]).toEqual([...story.hall.issued])
  })

  it('is the day of the hall, not of Greenwich', () =>
    expect(beginDay(storyOf().hall, NINE - 2 * HOUR)).toMatchObject({
      day: '2026-11-23',
      from: MIDNIGHT - DAY,
      until: MIDNIGHT,
    }))
})

describe('a clock that goes back', () => {
  it('begins no second day, and closes no hall', () => {
    const story = yesterday()
    story.does(tick, MIDNIGHT + MINUTE)
    expect(story.does(tick, MIDNIGHT - HOUR)).toEqual([])
    expect(story.hall.day?.day).toBe('2026-11-24')
  })
})
