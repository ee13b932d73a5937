import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { figures, lines } from '#edge/core/figures.ts'
import { callNext, finish, issue, open, social, start, tax, W1, W2 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { storyOf } from '#test/support/story.ts'

describe('the day in figures', () => {
  it('begins with nothing', () =>
    expect(figures(storyOf().hall, NINE)).toMatchObject({ waiting: 0, served: 0, openWindows: 0, allWindows: 3 }))

  it('says the middle and the ninth of ten waits of those called today', () => {
    const story = storyOf()
    story.does(open(), NINE)
    for (let minute = 0; minute < 10; minute++) story.does(issue(tax), NINE + minute * MINUTE)
    for (let i = 0; i < 10; i++)
      for (const command of [callNext(), start(), finish()]) story.does(command, NINE + 10 * MINUTE)
    expect(figures(story.hall, story.at)).toMatchObject({ medianMinutes: 5, p90Minutes: 9, served: 10, waiting: 0 })
  })

  it('counts whoever waits, and whoever waits too long', () => {
    const story = storyOf()
    for (const minute of [0, 1, 20]) story.does(issue(), NINE + minute * MINUTE)
    expect(figures(story.hall, NINE + 15.5 * MINUTE)).toMatchObject({ waiting: 3, overdue: 1 })
  })

  it('counts arrivals up to this quarter of an hour', () => {
    const story = storyOf()
    story.does(issue(), NINE)
    const { arrivals } = figures(story.hall, NINE + 20 * MINUTE)
    expect(arrivals).toHaveLength(9 * 4 + 2)
    expect(arrivals.slice(-2)).toEqual([1, 0])
  })
})

describe('a line', () => {
  it('is that of the service for which somebody waits next', () => {
    const story = storyOf()
    for (const command of [open(W2), issue([social, tax]), callNext(W2), start(W2), finish(W2)]) story.does(command)
    expect(lines(story.hall, story.at, new Map())).toEqual([
      { serviceId: social, waiting: 0, overdue: 0, openWindows: 1 },
      { serviceId: tax, waiting: 1, overdue: 0, openWindows: 0 },
    ])
  })

  it('says what somebody who came now would be told', () => {
    const story = storyOf()
    story.does(open(W1))
    const estimate = { p50Minutes: 1, p80Minutes: 2, ahead: 0 }
    expect(lines(story.hall, story.at, new Map([[tax, estimate]]))[1]).toMatchObject({ estimate, openWindows: 1 })
  })
})
