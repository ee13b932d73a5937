import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { issue, open, social, tax, W1, W2 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { storyOf } from '#test/support/story.ts'

const FIVE = NINE + 8 * HOUR
const hours = { monday: [{ from: '08:00', until: '17:00' }] }
const closingSite = (queue = {}) => siteWith({ hours, queue })

/** At 15:30 five wait for `social`, ten minutes each. */
const lateAfternoon = (queue = {}, ...windows: (typeof W1)[]) => {
  const story = storyOf(closingSite(queue))
  story.does(open(W1), FIVE - 90 * MINUTE)
  for (const windowId of windows) story.does(open(windowId))
  for (let i = 0; i < 5; i++) story.does(issue())
  return story
}

describe('the last number of the day', () => {
  it('is given out while the hall can still serve it', () => {
    const story = lateAfternoon()
    story.does(issue(), FIVE - 85 * MINUTE)
  })

  it('is not given out when it would be called too late, and says when that would be', () => {
    const story = lateAfternoon()
    const refusal = story.cannot(issue(), FIVE - 30 * MINUTE)
    expect(refusal).toMatchObject({ code: 'noTimeLeft', serviceIds: [social], closesAt: FIVE })
    if (refusal.code === 'noTimeLeft') expect(refusal.calledAt + 10 * MINUTE).toBeGreaterThan(FIVE)
  })

  it('is given out longer when more windows are open', () => {
    lateAfternoon({}, W2).does(issue(), FIVE - 45 * MINUTE)
    lateAfternoon().cannot(issue(), FIVE - 45 * MINUTE)
  })

  it('is given out longer for what takes less time', () => {
    const story = storyOf(closingSite())
    story.does(open(W1), FIVE - 30 * MINUTE)
    story.cannot(issue(social), FIVE - 7 * MINUTE)
    story.does(issue(tax), FIVE - 7 * MINUTE)
  })

  it('counts all that is to be done on the visit', () => {
    const story = storyOf(closingSite())
    story.does(open(W1), FIVE - 30 * MINUTE)
    expect(story.cannot(issue([tax, social]), FIVE - 14 * MINUTE)).toMatchObject({ code: 'noTimeLeft' })
    story.does(issue(social), FIVE - 14 * MINUTE)
  })

  it('is given out to the end where the site says so', () =>
    void lateAfternoon({ outsideHours: 'accept' }).does(issue(), FIVE - MINUTE))

  it('supposes that windows open when none has yet, and only counts the service itself', () => {
    const story = storyOf(closingSite())
    story.does(issue(), FIVE - 10 * MINUTE)
    story.cannot(issue(), FIVE - 9 * MINUTE)
  })

  it('is nobody’s question in the morning, however long the line', () => {
    const story = storyOf(closingSite())
    story.does(open(W1))
    for (let i = 0; i < 60; i++) story.does(issue())
    story.does(issue(), FIVE - 4 * HOUR)
  })
})
