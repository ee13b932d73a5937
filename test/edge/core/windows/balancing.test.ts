import { describe, expect, it } from 'vitest'
import { callNext, finish, issue, open, social, start, tax, tick, W1, W2, W3 } from '#test/support/asking.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const automatic = siteWith({ queue: { calling: 'automatic' } })
const callsIn = (story: Story) =>
  story
    .does(tick)
    .flatMap((event) => (event.type === 'ticketCalled' ? [`${event.ticketId.slice(-4)} to ${event.windowId}`] : []))
const opened = (site = automatic) => {
  const story = storyOf(site)
  for (const windowId of [W1, W2, W3]) story.does(open(windowId))
  return story
}

describe('a hall that calls by itself', () => {
  it('gives a visitor to the window that can do least else', () => {
    const story = opened()
    story.does(issue(social))
    expect(callsIn(story)).toEqual(['A001 to W2'])
  })

  it('gives each free window one visitor, and nobody to two', () => {
    const story = opened()
    for (const service of [social, social, tax, tax, tax]) story.does(issue(service))
    expect(callsIn(story)).toEqual(['A001 to W2', 'B001 to W3', 'A002 to W1'])
    expect(callsIn(story)).toEqual([])
  })

  it('gives the next one when a window is free again', () => {
    const story = opened()
    for (const service of [social, social, social]) story.does(issue(service))
    callsIn(story)
    for (const command of [start(W2), finish(W2)]) story.does(command)
    expect(callsIn(story)).toEqual(['A003 to W2'])
  })

  it('gives none to a window that is paused or closed', () => {
    const story = opened()
    story.does({ type: 'pauseWindow', windowId: W2 })
    story.does({ type: 'closeWindow', windowId: W1 })
    story.does(issue(social))
    expect(callsIn(story)).toEqual([])
  })

  it('starts with the one that has been free longest, of those that can do as much', () => {
    const site = siteWith({
      queue: { calling: 'automatic' },
      windows: { W3: { serviceIds: ['social', 'tax'] }, W2: { serviceIds: ['social'] } },
    })
    const story = storyOf(site)
    for (const windowId of [W3, W1]) story.does(open(windowId))
    story.does(issue(tax))
    expect(callsIn(story)).toEqual(['B001 to W3'])
  })

  it('says the same reason as if a clerk had pressed', () => {
    const story = opened()
    story.does(issue(social))
    const [event] = story.does(tick, story.at + 60_000)
    expect(event).toMatchObject({ reason: { code: 'waitedLongest', waitedMinutes: 1 } })
  })
})

describe('a hall whose clerks call', () => {
  it('leaves that to them', () => {
    const story = opened(siteWith({}))
    story.does(issue(social))
    expect(callsIn(story)).toEqual([])
    story.does(callNext(W2))
  })
})
