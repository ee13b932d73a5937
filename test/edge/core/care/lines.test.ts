import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { callNext, issue, miss, open, social, tax, tick, W1, W2, W3 } from '#test/support/asking.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const alertsBy = (story: Story, by: string) =>
  [...story.hall.alerts.values()]
    .filter(({ source }) => source.by === by)
    .map(({ source, state }) => ({ source, state }))

/** So many are called to W1 and do not come. */
const missing = (story: Story, count: number) => {
  for (let i = 0; i < count; i += 1) for (const command of [issue(social), callNext(), miss()]) story.does(command)
  story.does(tick)
}

describe('visitors who do not come when they are called', () => {
  const opened = () => {
    const story = storyOf()
    story.does(open())
    return story
  }

  it('are told of when they are three in ten minutes, with the window', () => {
    const story = opened()
    missing(story, 2)
    expect(alertsBy(story, 'noShows')).toEqual([])
    missing(story, 1)
    expect(alertsBy(story, 'noShows')).toEqual([
      { source: { by: 'noShows', serviceId: social, windowId: W1, count: 3 }, state: 'open' },
    ])
  })

  it('are not told of when they are spread over half an hour', () => {
    const story = opened()
    for (let i = 0; i < 3; i += 1) missing(story.wait(10), 1)
    expect(alertsBy(story, 'noShows')).toEqual([])
  })

  it('are told of once, and anew only for those after somebody has looked', () => {
    const story = opened()
    missing(story, 4)
    expect(alertsBy(story, 'noShows')).toHaveLength(1)
    const [alertId] = story.hall.alerts.keys()
    if (alertId) story.does({ type: 'resolveAlert', alertId })
    missing(story, 2)
    expect(alertsBy(story, 'noShows')).toHaveLength(1)
    missing(story, 1)
    expect(alertsBy(story, 'noShows')).toHaveLength(2)
  })

  it('are over when nobody has been missed for ten minutes', () => {
    const story = opened()
    missing(story, 3)
    story.wait(11).does(tick)
    expect(alertsBy(story, 'noShows')).toMatchObject([{ state: 'over' }])
  })
})

describe('a service that waits far longer than the other', () => {
  const site = () => siteWith({ windows: { W1: { serviceIds: ['social', 'tax'] } } })
  /** Tax is served at W3; three people wait for the social card, and nobody calls them. */
  const lagging = () => {
    const story = storyOf(site())
    story.does(open(W3))
    for (let i = 0; i < 3; i += 1) story.does(issue(social))
    story.wait(11).does(tick)
    return story
  }

  it('is told of with the windows that could do it', () =>
    expect(alertsBy(lagging(), 'imbalance')).toEqual([
      { source: { by: 'imbalance', serviceId: social, waitedMinutes: 11, windowIds: [W1, W2] }, state: 'open' },
    ]))

  it('is no matter when the other waits as long', () => {
    const story = storyOf(site())
    story.does(open(W3))
    story.does(issue(tax))
    for (let i = 0; i < 3; i += 1) story.does(issue(social))
    story.wait(11).does(tick)
    expect(alertsBy(story, 'imbalance')).toEqual([])
  })

  it('is no matter when every window that can do it does it', () => {
    const story = storyOf(site())
    for (const desk of [W1, W2, W3]) story.does(open(desk))
    for (let i = 0; i < 3; i += 1) story.does(issue(social))
    story.wait(11).does(tick)
    expect(alertsBy(story, 'imbalance')).toEqual([])
  })

  it('is over two minutes after a window has opened for it, not at once', () => {
    const story = lagging()
    for (const desk of [W1, W2]) story.does(open(desk))
    story.does(tick)
    expect(alertsBy(story, 'imbalance')).toMatchObject([{ state: 'open' }])
    story.does(tick, story.at + 2 * MINUTE)
    expect(alertsBy(story, 'imbalance')).toMatchObject([{ state: 'over' }])
  })

  it('is told again ten minutes after somebody has said that it is seen to', () => {
    const story = lagging()
    const alertId = [...story.hall.alerts.values()].find(({ source }) => source.by === 'imbalance')?.alertId
    if (alertId) story.does({ type: 'dismissAlert', alertId })
    story.wait(9).does(tick)
    expect(alertsBy(story, 'imbalance')).toHaveLength(1)
    story.wait(2).does(tick)
    expect(alertsBy(story, 'imbalance')).toHaveLength(2)
  })
})
