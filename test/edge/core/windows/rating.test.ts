import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { callNext, finish, issue, miss, open, start, undo, W1 } from '#test/support/asking.ts'
import { ticketId } from '#test/support/names.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const A001 = ticketId('A001')
const A002 = ticketId('A002')
const ask = { type: 'askRating', windowId: W1 } as const
const rate = (id: typeof A001, stars = 5) => ({ type: 'rateVisit', windowId: W1, ticketId: id, stars }) as const
const askedAt = ({ hall }: Story) => hall.windows.get(W1)?.rating?.number

const served = (): Story => {
  const story = storyOf()
  for (const deed of [open(), issue(), callNext(), start(), finish()]) story.does(deed)
  return story
}

describe('asking how a visit was', () => {
  it('begins when the visitor has been served, and ends with the answer', () => {
    const story = served()
    expect(askedAt(story)).toBe('A001')
    expect(story.does(rate(A001, 2))).toEqual([{ type: 'visitRated', windowId: W1, ticketId: A001, stars: 2 }])
    expect(askedAt(story)).toBeUndefined()
    expect(story.cannot(rate(A001)).code).toBe('nobodyToRate')
  })

  it('goes on while the next visitor is called and served', () => {
    const story = served()
    for (const deed of [issue(), callNext(), start()]) story.does(deed)
    expect(askedAt(story)).toBe('A001')
    expect(story.does(rate(A001))).toHaveLength(1)
  })

  it('asks whoever is at the window when the clerk wants it', () => {
    const story = served()
    for (const deed of [issue(), callNext(), start(), ask]) story.does(deed)
    expect(askedAt(story)).toBe('A002')
    expect(story.cannot(rate(A001)).code).toBe('nobodyToRate')
    expect(story.does(rate(A002, 4))).toHaveLength(1)
  })

  it('asks the last one again when nobody is there', () => {
    const story = served()
    story.wait(3)
    expect(story.cannot(rate(A001)).code).toBe('nobodyToRate')
    story.does(ask)
    expect(story.does(rate(A001))).toHaveLength(1)
  })

  it('ends after a minute', () => {
    const story = served()
    expect(story.cannot(rate(A001), story.at + MINUTE + 1).code).toBe('nobodyToRate')
  })

  it('is void when the visit is taken back', () => {
    const story = served()
    story.does(undo())
    expect(askedAt(story)).toBeUndefined()
  })

  it('does not ask whoever never came', () => {
    const story = storyOf()
    for (const deed of [open(), issue(), callNext(), miss()]) story.does(deed)
    expect(story.cannot(ask).code).toBe('nobodyToRate')
  })
})
