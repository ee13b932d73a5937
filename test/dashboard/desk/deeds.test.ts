/** What a clerk can do now, and by which key. */
import { describe, expect, it } from 'vitest'
import { type Deed, type DeskSight, deedOf, isOurs, isPossible, keys, nextDeed } from '#dashboard/desk/deeds.ts'

const press = (key: string, more: Partial<Parameters<typeof deedOf>[0]> = {}) => ({
  key,
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
})
const sight = (state: DeskSight['state'], visitor: DeskSight['visitor'] = 'none', waiting = 3): DeskSight => ({
  state,
  visitor,
  waiting,
})
const all = Object.keys(keys) as Deed[]
const sights = (['closed', 'open', 'paused'] as const).flatMap((state) =>
  (['none', 'called', 'serving'] as const).flatMap((visitor) =>
    [0, 3].map((waiting) => sight(state, visitor, waiting)),
  ),
)

describe('the next right deed', () => {
  it('leads through a visit from the closed window to the finished visitor', () => {
    expect(nextDeed(sight('closed'))).toBe('open')
    expect(nextDeed(sight('open'))).toBe('callNext')
    expect(nextDeed(sight('open', 'called'))).toBe('start')
    expect(nextDeed(sight('open', 'serving'))).toBe('finish')
  })

  it('serves a visitor to the end during a pause, and then resumes', () => {
    expect(nextDeed(sight('paused', 'serving'))).toBe('finish')
    expect(nextDeed(sight('paused'))).toBe('resume')
  })

  it('is always possible, but for a call while nobody waits', () => {
    const stuck = sights
      .filter((one) => one.state !== 'closed' || one.visitor === 'none')
      .filter((one) => !isPossible(nextDeed(one), one))
    expect(stuck).toEqual([sight('open', 'none', 0)])
  })
})

describe('a key', () => {
  it('stands for one possible deed at most, whatever happens at the window', () => {
    const doubtful = sights.filter((one) => {
      const possible = all.filter((deed) => isPossible(deed, one)).map((deed) => keys[deed])
      return new Set(possible).size < possible.length
    })
    expect(doubtful).toEqual([])
  })

  it('calls, starts, finishes and calls again', () => {
    expect(deedOf(press('F1'), sight('open'))).toBe('callNext')
    expect(deedOf(press('F4'), sight('open', 'called'))).toBe('start')
    expect(deedOf(press('F6'), sight('open', 'serving'))).toBe('finish')
    expect(deedOf(press('F1'), sight('open', 'serving'))).toBe('finishAndCall')
  })

  it('does nothing twice when it is pressed twice: a called visitor is not started by F1', () =>
    expect(deedOf(press('F1'), sight('open', 'called'))).toBeUndefined())

  it('pauses and resumes with the same key', () => {
    expect(deedOf(press('F5'), sight('open', 'serving'))).toBe('pause')
    expect(deedOf(press('F5'), sight('paused', 'serving'))).toBe('resume')
  })

  it('does nothing while it is held down or joined with another', () => {
    expect(deedOf(press('F1', { repeat: true }), sight('open'))).toBeUndefined()
    expect(deedOf(press('F4', { altKey: true }), sight('open', 'called'))).toBeUndefined()
  })

  it('is kept from the browser even where it does nothing now', () => {
    expect(isOurs(press('F5'))).toBe(true)
    expect(isOurs(press('F3', { repeat: true }))).toBe(true)
    expect(isOurs(press('F9'), ['F9'])).toBe(true)
  })

  it('is left to the browser where it is not ours', () => {
    expect(isOurs(press('F12'))).toBe(false)
    expect(isOurs(press('F5', { ctrlKey: true }))).toBe(false)
    expect(isOurs(press('a'))).toBe(false)
  })
})

describe('closing a window', () => {
  it('is not offered while somebody is at it', () => {
    expect(isPossible('close', sight('open', 'serving'))).toBe(false)
    expect(isPossible('close', sight('paused'))).toBe(true)
  })
})
