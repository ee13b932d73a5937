/** What a clerk can do now, and by which key. */
import { describe, expect, it } from 'vitest'
import { type Deed, type DeskSight, isPossible, keys, nextDeed, thenDeeds } from '#dashboard/desk/deeds.ts'
import { chordOf, deedOf, FIND_KEY, HANDOVER_KEY, isOurs, keySaid, once, PAPERS_KEY } from '#dashboard/desk/pressing.ts'

const press = (key: string, more: Partial<Parameters<typeof deedOf>[0]> = {}) => ({
  key,
  repeat: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
})
const sight = (state: DeskSight['state'], more: Partial<DeskSight> = {}): DeskSight => ({
  state,
  visitor: 'none',
  waiting: 3,
  handsOn: false,
  ratable: false,
  undoable: false,
  ...more,
})
const called = sight('open', { visitor: 'called' })
const serving = sight('open', { visitor: 'serving' })
const all = Object.keys(keys) as Deed[]
const sights = (['closed', 'open', 'paused'] as const).flatMap((state) =>
  (['none', 'called', 'serving'] as const).flatMap((visitor) =>
    [0, 3].flatMap((waiting) =>
      [false, true].map((both) => sight(state, { visitor, waiting, handsOn: both, ratable: both, undoable: both })),
    ),
  ),
)

describe('the next right deed', () => {
  it('leads through a visit from the closed window to the finished visitor', () => {
    expect(nextDeed(sight('closed'))).toBe('open')
    expect(nextDeed(sight('open'))).toBe('callNext')
    expect(nextDeed(called)).toBe('start')
    expect(nextDeed(serving)).toBe('finish')
  })

  it('serves a visitor to the end during a pause, and then resumes', () => {
    expect(nextDeed(sight('paused', { visitor: 'serving' }))).toBe('finish')
    expect(nextDeed(sight('paused'))).toBe('resume')
  })

  it('is always possible, but for a call while nobody waits', () => {
    const stuck = sights
      .filter((one) => one.state !== 'closed' || one.visitor === 'none')
      .filter((one) => !isPossible(nextDeed(one), one))
    expect(stuck.map(({ state, visitor, waiting }) => [state, visitor, waiting])).toEqual([
      ['open', 'none', 0],
      ['open', 'none', 0],
    ])
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
    expect(deedOf(press('F8'), called)).toBe('start')
    expect(deedOf(press('F6'), serving)).toBe('finish')
    expect(deedOf(press('F1'), serving)).toBe('finishAndCall')
  })

  it('recalls, misses, transfers and parks the visitor at the window, and nobody else', () => {
    const deeds = [press('F2'), press('F3'), press('F4'), press('F8', { shiftKey: true })]
    expect(deeds.map((deed) => deedOf(deed, called))).toEqual(['recall', 'noShow', 'transfer', 'park'])
    expect(deeds.map((deed) => deedOf(deed, serving))).toEqual([undefined, undefined, 'transfer', 'park'])
    expect(deeds.map((deed) => deedOf(deed, sight('open')))).toEqual(deeds.map(() => undefined))
  })

  it('does nothing twice when it is pressed twice: a called visitor is not started by F1', () =>
    expect(deedOf(press('F1'), called)).toBeUndefined())

  it('asks the visitor at the window how it was, or the last one while nobody has come', () => {
    expect(deedOf(press('F7'), serving)).toBe('rate')
    expect(deedOf(press('F7'), sight('open', { ratable: true }))).toBe('rate')
    expect(deedOf(press('F7'), called)).toBeUndefined()
  })

  it('pauses and resumes with the same key', () => {
    expect(deedOf(press('F5'), serving)).toBe('pause')
    expect(deedOf(press('F5'), sight('paused', { visitor: 'serving' }))).toBe('resume')
  })

  it('does a kindred deed with Shift', () => {
    expect(deedOf(press('F1', { shiftKey: true }), sight('open'))).toBe('direct')
    expect(deedOf(press('F4', { shiftKey: true }), { ...serving, handsOn: true })).toBe('handOn')
    expect(deedOf(press('F5', { shiftKey: true }), sight('open'))).toBe('close')
  })

  it('takes back with Ctrl and Z, on a Mac with its command key, while there is something to take back', () => {
    expect(deedOf(press('z', { ctrlKey: true }), { ...called, undoable: true })).toBe('undo')
    expect(deedOf(press('z', { metaKey: true }), { ...called, undoable: true })).toBe('undo')
    expect(deedOf(press('z', { ctrlKey: true }), called)).toBeUndefined()
    expect(deedOf(press('z'), { ...called, undoable: true })).toBeUndefined()
  })

  it('does nothing while it is held down or joined with another', () => {
    expect(deedOf(press('F1', { repeat: true }), sight('open'))).toBeUndefined()
    expect(deedOf(press('F4', { altKey: true }), called)).toBeUndefined()
  })

  it('is kept from the browser even where it does nothing now', () => {
    expect(isOurs(press('F5'))).toBe(true)
    expect(isOurs(press('F3', { repeat: true }))).toBe(true)
    expect(isOurs(press('F9'), [PAPERS_KEY, FIND_KEY])).toBe(true)
  })

  it('is left to the browser where it is not ours', () => {
    expect(isOurs(press('F12'))).toBe(false)
    expect(isOurs(press('F5', { ctrlKey: true }))).toBe(false)
    expect(isOurs(press('a'))).toBe(false)
  })

  it('is named on its button as it is on the keyboard', () => {
    expect(keySaid('Shift+F5')).toBe('⇧F5')
    expect(keySaid('Ctrl+Z')).toBe('Ctrl Z')
    expect(chordOf(press('F5', { shiftKey: true }))).toBe(keys.close)
  })

  it('is given to every deed, and none of them to the papers, the search or a robot at the window', () => {
    const taken = new Set(Object.values(keys))
    expect([PAPERS_KEY, FIND_KEY, HANDOVER_KEY].filter((key) => taken.has(key))).toEqual([])
    expect(new Set([PAPERS_KEY, FIND_KEY, HANDOVER_KEY]).size).toBe(3)
    expect(all.every((deed) => keys[deed] !== '')).toBe(true)
  })
})

describe('what may come next instead', () => {
  it('offers the issuing window only where there is one', () => {
    expect(thenDeeds(serving)).toEqual(['finishAndCall'])
    expect(thenDeeds({ ...serving, handsOn: true })).toEqual(['finishAndCall', 'handOn'])
  })

  it('offers to serve somebody without a number while the window is free', () => {
    expect(thenDeeds(sight('open', { waiting: 0 }))).toEqual(['direct'])
    expect(thenDeeds(sight('paused'))).toEqual([])
  })
})

describe('closing a window', () => {
  it('is not offered while somebody is at it', () => {
    expect(isPossible('close', serving)).toBe(false)
    expect(isPossible('close', sight('paused'))).toBe(true)
  })
})

describe('a double click', () => {
  it('does once what is meant once', () => {
    const done: string[] = []
    const click = once(() => done.push('start'))
    for (const detail of [1, 2]) click({ detail })
    click({ detail: 0 })
    expect(done).toEqual(['start', 'start'])
  })
})
