import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import { callNext, finish, issue, open, recall, social, start, tax, undo, W1, W2, W3 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

/** W1 and W2 share the loudspeakers of one floor; W3 is upstairs. */
const site = () => {
  const { floors, windows, ...rest } = siteWith({ queue: { announceSeconds: 10 } })
  const [ground] = floors
  const upstairs = ground && { ...ground, floorId: 'F2' as typeof ground.floorId, level: 1 }
  return {
    ...rest,
    floors: upstairs ? [...floors, upstairs] : floors,
    windows: windows.map((desk) =>
      desk.windowId === 'W3' && upstairs ? { ...desk, place: { ...desk.place, floorId: upstairs.floorId } } : desk,
    ),
  }
}
const three = () => {
  const story = storyOf(site())
  for (const windowId of [W1, W2, W3]) story.does(open(windowId))
  for (const service of [social, social, tax, social]) story.does(issue(service))
  return story
}
/** From when until when each number is said, in seconds after this instant. */
const said = ({ hall }: Story, since: number) =>
  hall.calls.map(({ number, from = 0, until = 0 }) => [number, (from - since) / SECOND, (until - since) / SECOND])
const at = NINE + 60 * SECOND

describe('calls at the same moment', () => {
  it('are said one after the other on one floor, each for its full time', () => {
    const story = three()
    for (const windowId of [W1, W2]) story.does(callNext(windowId), at)
    expect(said(story, at)).toEqual([
      ['A002', 10, 20],
      ['A001', 0, 10],
    ])
  })

  it('are said at once on different floors', () => {
    const story = three()
    for (const windowId of [W1, W3, W2]) story.does(callNext(windowId), at)
    expect(said(story, at)).toEqual([
      ['A002', 10, 20],
      ['B001', 0, 10],
      ['A001', 0, 10],
    ])
  })
})

describe('a call', () => {
  it('is said at once when nothing is being said', () => {
    const story = three()
    story.does(callNext(W1), at)
    story.does(callNext(W2), at + 11 * SECOND)
    expect(said(story, at)[0]).toEqual(['A002', 11, 21])
  })

  it('waits for the rest of the one before', () => {
    const story = three()
    story.does(callNext(W1), at)
    story.does(callNext(W2), at + 4 * SECOND)
    expect(said(story, at)[0]).toEqual(['A002', 10, 20])
  })

  it('repeated is said again behind the others, as another call', () => {
    const story = three()
    for (const command of [callNext(W1), callNext(W2), recall(W1)]) story.does(command, at)
    expect(said(story, at)[0]).toEqual(['A001', 20, 30])
    expect(new Set(story.hall.calls.map(({ callId }) => callId)).size).toBe(3)
  })

  it('undone leaves its time to the next', () => {
    const story = three()
    for (const command of [callNext(W1), undo(W1), callNext(W2)]) story.does(command, at)
    expect(said(story, at)).toEqual([['A001', 0, 10]])
  })

  it('is kept as long as it has still to be said, and a few beyond that', () => {
    const story = three()
    const moment = at
    for (let i = 0; i < 30; i++) {
      story.does(issue(social), moment)
      for (const command of [callNext(W1), start(W1), finish(W1)]) story.does(command, moment)
    }
    expect(story.hall.calls).toHaveLength(30)
    for (const command of [issue(social), callNext(W1)]) story.does(command, moment + 3600 * SECOND)
    expect(story.hall.calls).toHaveLength(24)
    expect(said(story, moment + 3600 * SECOND)[0]?.slice(1)).toEqual([0, 10])
  })

  it('knows the language in which the number was taken', () => {
    const story = storyOf(site())
    for (const command of [open(W1), { ...issue(social), language: 'ko' as const }, callNext(W1)]) story.does(command)
    expect(story.hall.calls).toMatchObject([{ number: 'A001', language: 'ko', calls: 1, windowId: W1 }])
  })
})
