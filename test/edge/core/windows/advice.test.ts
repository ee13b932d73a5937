import { describe, expect, it } from 'vitest'
import type { Advised } from '#contracts/advice.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { Site } from '#contracts/site.ts'
import type { HallState } from '#edge/core/state.ts'
import { adviseOn } from '#edge/core/windows/advice.ts'
import { callNext, issue, open, social, start, tax, W1, W2, W3 } from '#test/support/asking.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const worked = (hall: HallState, at: number): { advised: Advised; turns: number } => {
  const working = adviseOn(hall, at)
  for (let turns = 1; ; turns++) {
    const step = working.next()
    if (step.done) return { advised: step.value, turns }
  }
}

const adviceIn = (story: Story): Advised => worked(story.hall, story.at).advised

/** Eight people for social cards before the one window that is open. */
const crowded = (site?: Site): Story => {
  const story = storyOf(site)
  story.does(open(W1))
  for (let i = 0; i < 9; i++) story.does(issue())
  for (const command of [callNext(W1), start(W1)]) story.does(command)
  return story.wait(6)
}

describe('advice', () => {
  it('opens a closed window that can serve those who wait, and says what that does to the waits', () => {
    const [best] = adviceIn(crowded()).advice
    expect(best).toMatchObject({
      adviceId: 'open-W2',
      deed: { type: 'openWindow', windowId: W2 },
      reason: { serviceId: 'social', waiting: 8, openWindows: 1 },
    })
    expect(best?.effect.p90Minutes).toBeLessThan(0.8 * (best?.without.p90Minutes ?? 0))
  })

  it('never opens a window for what nobody waits for', () => {
    const ids = adviceIn(crowded()).advice.map(({ adviceId }) => adviceId)
    expect(ids).not.toContain('open-W3')
  })

  it('gives an open window a service it can do and does not', () => {
    const story = storyOf()
    story.does({ type: 'openWindow', windowId: W1, serviceIds: [tax] })
    story.does(open(W2))
    for (let i = 0; i < 6; i++) story.does(issue(social))
    const advice = adviceIn(story.wait(5)).advice.find(({ adviceId }) => adviceId === 'widen-W1')
    expect(advice?.deed).toEqual({ type: 'setWindowServices', windowId: W1, serviceIds: [tax, social] })
  })

  it('puts off a break that begins soon while many wait', () => {
    const story = crowded()
    const from = story.at + 10 * MINUTE
    story.does({ type: 'setBreaks', windowId: W1, breaks: [{ from, until: from + 30 * MINUTE }] })
    const later = adviceIn(story).advice.find(({ adviceId }) => adviceId === 'later-W1')
    expect(later?.deed).toMatchObject({ breaks: [{ from: from + 30 * MINUTE }] })
  })

  it('opens a window also when none is open', () => {
    const story = storyOf()
    for (let i = 0; i < 4; i++) story.does(issue())
    expect(adviceIn(story).advice[0]?.deed).toMatchObject({ type: 'openWindow' })
  })

  it('closes a window at which nobody has been for long, and nothing else, in a quiet hall', () => {
    const story = storyOf()
    for (const windowId of [W1, W2, W3]) story.does(open(windowId))
    const { advice } = adviceIn(story.wait(40))
    expect(advice.map(({ deed }) => deed.type)).toEqual(['closeWindow'])
  })

  it('is the same each time, and gives way after each afternoon', () => {
    const story = crowded(siteWith({ queue: { balancing: 'gcmu' } }))
    const [one, other] = [worked(story.hall, story.at), worked(story.hall, story.at)]
    expect(one).toEqual(other)
    expect(one.turns).toBeGreaterThanOrEqual(one.advised.rolls)
  })
})
