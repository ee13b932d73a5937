import { describe, expect, it } from 'vitest'
import type { PersonCommand } from '#contracts/commands.ts'
import { SECOND } from '#contracts/durations.ts'
import type { Deed } from '#contracts/windows.ts'
import type { HallState } from '#edge/core/state.ts'
import {
  callNext,
  callTicket,
  cancel,
  finish,
  handOn,
  issue,
  miss,
  open,
  park,
  recall,
  requeue,
  social,
  start,
  tax,
  transfer,
  undo,
  W1,
  W2,
  W3,
} from '#test/support/asking.ts'
import { ticketId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const [A001, A002] = [ticketId('A001'), ticketId('A002')]
const nothing = { code: 'nothingToUndo', windowId: W1 }
const site = siteWith({ services: { social: { issuingWindowIds: ['W2'] } } })

/** Deeds by name: what comes before them, and what they are. */
const deeds: Record<Deed, [PersonCommand[], PersonCommand]> = {
  call: [[], callNext()],
  start: [[callNext()], start()],
  finish: [[callNext(), start()], finish()],
  miss: [[callNext()], miss()],
  park: [[callNext(), start()], park(A001)],
  transfer: [[callNext()], transfer(A001, { serviceIds: [tax] })],
  handOn: [[callNext(), start()], handOn(W1)],
}
const named = Object.entries(deeds).map(([deed, [before, command]]) => ({ deed, before, command }))

/** A001 and A002 have come for `social`, B001 for `tax`. */
const morning = (...commands: PersonCommand[]): Story => {
  const story = storyOf(site)
  const first = [open(W1), issue(social), issue(social), issue(tax)]
  for (const command of [...first, ...commands]) story.does(command)
  return story
}

/** All that a visitor, a clerk and the day's figures can see; how often a number was called is never taken back. */
const seen = ({ tickets, queues, windows, tally, gone, reasons, taken, desks }: HallState) => ({
  tickets: [...tickets.values()]
    .map(({ calls: _calls, callsUndone: _undone, ...ticket }) => ticket)
    .sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1)),
  queues: queues.map((queue) => queue.map(({ number }) => number)),
  windows: [...windows.values()].map(({ undoable: _, ...desk }) => desk),
  tally,
  gone,
  reasons: [...reasons],
  taken: [...taken],
  streaks: [...desks].map(([windowId, { streak }]) => [windowId, streak]).filter(([, streak]) => streak !== 0),
})

describe('undoing', () => {
  it.each(named)('makes everything as it was before: $deed', ({ before, command }) => {
    const story = morning(...before)
    const sight = seen(story.hall)
    story.does(command)
    expect(seen(story.hall)).not.toEqual(sight)
    story.does(undo())
    expect(seen(story.hall)).toEqual(sight)
  })

  it.each(named)('is shown at the window as long as it can be done: $deed', ({ deed, before, command }) => {
    const story = morning(...before, command)
    expect(story.hall.windows.get(W1)?.undoable).toEqual({ deed, until: story.at + 5 * SECOND })
    story.does(undo(), story.at + 5 * SECOND)
    expect(story.hall.windows.get(W1)).not.toHaveProperty('undoable')
  })

  it.each(named)('is too late after five seconds: $deed', ({ before, command }) => {
    const story = morning(...before, command)
    expect(story.cannot(undo(), story.at + 5 * SECOND + 1)).toEqual(nothing)
  })

  it.each(named)('is done only once: $deed', ({ before, command }) => {
    const story = morning(...before, command, undo())
    expect(story.cannot(undo())).toEqual(nothing)
  })

  it.each(named.filter(({ deed }) => !['call', 'start'].includes(deed)))(
    'is too late when the window has called somebody else: $deed',
    ({ before, command }) => {
      const story = morning(...before, command, callTicket(W1, A002))
      expect(story.does(undo())).toMatchObject([{ deed: 'call', ticketId: A002 }])
      expect(story.cannot(undo())).toEqual(nothing)
    },
  )

  it.each(named.filter(({ deed }) => !['call', 'start'].includes(deed)))(
    'is too late when the window has closed: $deed',
    ({ before, command }) => {
      const story = morning(...before, command, { type: 'closeWindow', windowId: W1 })
      expect(story.cannot(undo())).toEqual(nothing)
    },
  )

  it('is refused where nothing has been done yet, and at a window that is not there', () => {
    expect(morning().cannot(undo())).toEqual(nothing)
    expect(morning().cannot(undo(W3))).toEqual({ code: 'nothingToUndo', windowId: W3 })
  })
})

describe('a visitor to whom something else has happened since', () => {
  const movedOn = () => {
    const story = storyOf(site)
    for (const command of [open(W2), open(W3), issue([social, tax]), callNext(W2), start(W2), finish(W2)])
      story.does(command, story.at)
    return story
  }
  const refusal = { code: 'nothingToUndo', windowId: W2 }

  it('stays where another window has called', () => {
    const story = movedOn()
    story.does(callNext(W3))
    expect(story.cannot(undo(W2))).toEqual(refusal)
  })

  it('stays missed, or served, where another window has said so', () => {
    for (const commands of [
      [callNext(W3), miss(W3)],
      [callNext(W3), start(W3), finish(W3)],
    ]) {
      const story = movedOn()
      for (const command of commands) story.does(command, story.at)
      expect(story.cannot(undo(W2))).toEqual(refusal)
    }
  })

  it('stays parked, where somebody has parked the ticket', () => {
    const story = movedOn()
    story.does(park(A001))
    expect(story.cannot(undo(W2))).toEqual(refusal)
  })

  it('stays gone, having cancelled the ticket that was called', () => {
    const story = morning(callNext(), cancel(A001))
    expect(story.cannot(undo())).toEqual(nothing)
    expect(story.hall.tickets.has(A001)).toBe(false)
  })

  it('stays in line, having come back after a missed call', () => {
    const story = morning(callNext(), miss(), requeue(A001))
    expect(story.cannot(undo())).toEqual(nothing)
  })
})

describe('a call undone', () => {
  it('takes its announcement back, and a later call is another one', () => {
    const story = morning(callNext())
    expect(story.hall.calls.map(({ callId }) => callId)).toEqual(['20261123-A001/1'])
    story.does(undo())
    expect(story.hall.calls).toEqual([])
    story.does(callNext())
    expect(story.hall.calls.map(({ callId }) => callId)).toEqual(['20261123-A001/2'])
  })

  it('takes back also what was repeated', () => {
    const story = morning(callNext(), recall(), undo())
    expect(story.hall.calls).toEqual([])
    expect(story.hall.tally).toEqual(morning().hall.tally)
  })

  it('leaves the wait to be counted when the visitor is called for good, once', () => {
    const story = morning(callNext(), undo(), callNext(), undo(), callNext(), recall())
    expect(story.hall.tally.waits.reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  it('leaves the turn to the lane whose turn it was', () => {
    const story = storyOf(siteWith({ queue: { lanes: 'ratio', walkInsPerPriority: 1 } }))
    for (const command of [open(), issue(), issue(), issue(social, 'priority'), callNext(), start(), finish()])
      story.does(command)
    for (const command of [callNext(), undo()]) story.does(command)
    expect(story.does(callNext())).toMatchObject([{ ticketId: ticketId('A003') }])
  })
})

describe('a case handed on', () => {
  it('calls its robot off when that is undone', () => {
    const story = morning(callNext(), start(), handOn(W1))
    expect(story.does(undo())).toMatchObject([
      { type: 'missionCancelled', missionId: 'M0001' },
      { type: 'ticketRestored', deed: 'handOn', ticket: { state: 'serving' } },
    ])
    expect(story.does(finish())).toMatchObject([{ type: 'ticketServed' }])
  })

  it('stays handed on when the papers have come already', () => {
    const story = morning(callNext(), start(), handOn(W1), { type: 'returnTicket', ticketId: A001 })
    expect(story.cannot(undo())).toEqual(nothing)
  })
})
