import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { RobotId } from '#contracts/ids.ts'
import {
  callNext,
  callTicket,
  finish,
  giveBack,
  handOn,
  issue,
  miss,
  open,
  recall,
  requeue,
  social,
  start,
  tax,
  tick,
  W1,
  W2,
  W3,
} from '#test/support/asking.ts'
import { given, hallAfter, inHall } from '#test/support/given.ts'
import { missionId, ticketId, windowId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const A001 = ticketId('A001')
const opened: HallEvent = { type: 'windowOpened', windowId: W1, serviceIds: [social, tax] }
const issued: HallEvent = {
  type: 'ticketIssued',
  ticketId: A001,
  number: 'A001',
  serviceIds: [social],
  lane: 'walkIn',
}
const called: HallEvent = {
  type: 'ticketCalled',
  ticketId: A001,
  windowId: W1,
  reason: { code: 'waitedLongest', waitedMinutes: 0 },
}
const started: HallEvent = { type: 'ticketStarted', ticketId: A001, windowId: W1 }
const wrong = (state: string, ...expected: string[]) => ({
  code: 'wrongTicketState' as const,
  ticketId: A001,
  state,
  expected,
})

describe('serving', () => {
  it('starts with the ticket that was called', () => given(opened, issued, called).when(start()).yields(started))

  it('frees the window when it is finished', () => {
    const served: HallEvent = { type: 'ticketServed', ticketId: A001, windowId: W1 }
    given(opened, issued, called, started).when(finish()).yields(served)
    const hall = hallAfter(opened, issued, called, started, served)
    expect(hall.windows.get(W1)).not.toHaveProperty('ticketId')
    expect(hall.gone.at(-1)).toMatchObject({ state: 'served' })
    expect(hall.tally.served).toBe(1)
  })

  it('cannot finish before it has started, nor start twice', () => {
    given(opened, issued, called).when(finish()).isRefused(wrong('called', 'serving'))
    given(opened, issued, called, started).when(start()).isRefused(wrong('serving', 'called'))
  })

  it('goes on at a window that is paused meanwhile', () => {
    const paused: HallEvent = { type: 'windowPaused', windowId: W1 }
    given(opened, issued, called, started, paused).when(finish()).yieldsOne('ticketServed')
  })

  it.each([start, finish, recall, miss, handOn])(
    'is refused at an idle window and at one that is not there',
    (deed) => {
      given(opened).when(deed(W1)).isRefused({ code: 'windowIdle', windowId: W1 })
      given(opened)
        .when(deed(windowId('W9')))
        .isRefused({ code: 'unknownWindow', windowId: windowId('W9') })
    },
  )
})

describe('two clerks on one ticket', () => {
  it('are told apart: the one at another window is refused', () =>
    given(opened, { type: 'windowOpened', windowId: W2, serviceIds: [social] }, issued, called)
      .when({ ...start(W2), ticketId: A001 })
      .isRefused({ code: 'ticketElsewhere', ticketId: A001, windowId: W2 }))

  it('never finish with whoever the other one has called meanwhile', () => {
    const story = storyOf()
    for (const command of [open(), issue(), issue(), callNext(), start(), finish(), callNext(), start()])
      story.does(command)
    expect(story.cannot({ ...finish(), ticketId: A001 })).toEqual(wrong('served', 'serving'))
    expect(story.hall.windows.get(W1)?.ticketId).toBe(ticketId('A002'))
  })
})

describe('calling a number again', () => {
  it('has a call of its own, and changes nothing else', () => {
    const again: HallEvent = { type: 'ticketRecalled', ticketId: A001, windowId: W1 }
    given(opened, issued, called).when(recall()).yields(again)
    const hall = hallAfter(opened, issued, called, again)
    expect(hall.calls.map(({ callId }) => callId)).toEqual(['20261123-A001/2', '20261123-A001/1'])
    expect(hall.tickets.get(A001)).toMatchObject({ state: 'called', calls: 2 })
  })

  it('is refused once the visitor is there', () =>
    given(opened, issued, called, started).when(recall()).isRefused(wrong('serving', 'called')))
})

describe('a visitor who does not come', () => {
  const site = siteWith({ queue: { callsBeforeNoShow: 2 } })
  const again: HallEvent = { type: 'ticketRecalled', ticketId: A001, windowId: W1 }
  const missed: HallEvent = { type: 'ticketMissed', ticketId: A001, windowId: W1 }
  const tooSoon = { code: 'callAgainFirst' as const, ticketId: A001, calls: 1, needed: 2 }

  it('is called as often as the site says first', () => {
    inHall(site).given(opened, issued, called).when(miss()).isRefused(tooSoon)
    inHall(site).given(opened, issued, called, again).when(miss()).yields(missed)
  })

  it('is called as often again after coming back', () =>
    inHall(site)
      .given(opened, issued, called, again, missed, { type: 'ticketRequeued', ticketId: A001 }, called)
      .when(miss())
      .isRefused({ ...tooSoon, calls: expect.any(Number) }))

  it('frees the window, and is counted', () => {
    const hall = hallAfter(opened, issued, called, missed)
    expect(hall.windows.get(W1)).not.toHaveProperty('ticketId')
    expect(hall.tally.missed).toBe(1)
  })
})

describe('a visit for several services', () => {
  const visit = (story: Story, at: typeof W1) => {
    for (const command of [callNext(at), start(at), finish(at)]) story.does(command)
  }

  it('goes from window to window with the same number and the first arrival', () => {
    const story = storyOf()
    for (const command of [open(W2), open(W3), issue([social, tax])]) story.does(command)
    const { issuedAt } = story.hall.tickets.get(A001) ?? {}
    story.does(issue(tax))
    visit(story, W2)
    expect(story.hall.tickets.get(A001)).toMatchObject({ state: 'waiting', doneIds: [social], issuedAt })
    expect(story.does(callNext(W3))).toMatchObject([{ type: 'ticketCalled', ticketId: A001 }])
    for (const command of [start(W3), finish(W3)]) story.does(command)
    expect(story.hall.gone).toMatchObject([{ state: 'served', windowId: W3, calls: 2 }])
    expect(story.hall.tally).toMatchObject({ served: 1 })
    expect(story.hall.tally.waits.reduce((sum, count) => sum + count, 0)).toBe(1)
  })

  it('is over at once where one window does it all', () => {
    const story = storyOf()
    for (const command of [open(W1), issue([tax, social])]) story.does(command)
    visit(story, W1)
    expect(story.hall.gone).toMatchObject([{ state: 'served', windowId: W1, calls: 1 }])
  })

  it('skips at one window what is done at another first', () => {
    const story = storyOf()
    for (const command of [open(W1), open(W3), issue([tax, social])]) story.does(command)
    visit(story, W3)
    visit(story, W1)
    expect(story.hall.gone).toMatchObject([{ state: 'served', windowId: W1 }])
  })

  it('goes on although the window has been given other services meanwhile', () => {
    const story = storyOf()
    for (const command of [open(W1), issue(social), callNext(), start()]) story.does(command)
    story.does({ type: 'setWindowServices', windowId: W1, serviceIds: [tax] })
    expect(story.does(finish())).toMatchObject([{ type: 'ticketServed' }])
  })
})

describe('handing a case on to the window that hands it out', () => {
  const issuing = siteWith({ services: { social: { issuingWindowIds: ['W2', 'W3'] } } })
  const atWindow = (site = issuing) => {
    const story = storyOf(site)
    for (const command of [open(W1), issue(social), callNext(), start()]) story.does(command)
    return story
  }
  const M1 = missionId('M0001')

  it('sends a robot with the papers, and the visitor waits until they have come', () => {
    const story = atWindow()
    story.does(open(W2))
    const events = story.does(handOn(W1))
    expect(events).toMatchObject([
      { type: 'missionRequested', missionId: M1, kind: 'delivery', from: W1, to: W2, ticketId: A001 },
      { type: 'ticketParked', ticketId: A001, parkedFor: 'papers', onlyAt: W2, missionId: M1 },
    ])
    expect(story.hall.windows.get(W1)).not.toHaveProperty('ticketId')
    expect(story.cannot(callNext(W2))).toMatchObject({ code: 'nobodyWaiting' })
  })

  it('is called at that window alone when the robot has brought them, and ends there with the same number', () => {
    const story = atWindow()
    story.does(open(W2))
    story.does(handOn(W1))
    story.happens(
      { type: 'missionAssigned', missionId: M1, robotId: RobotId.parse('R1') },
      { type: 'missionUnderway', missionId: M1 },
      { type: 'missionDelivered', missionId: M1 },
    )
    expect(story.does(tick)).toContainEqual({ type: 'ticketReturned', ticketId: A001 })
    expect(story.cannot(callNext(W1))).toMatchObject({ code: 'nobodyWaiting' })
    expect(story.does(callNext(W2))).toMatchObject([{ ticketId: A001, reason: { code: 'sentHere' } }])
    for (const command of [start(W2), finish(W2)]) story.does(command)
    expect(story.hall.gone).toMatchObject([{ number: 'A001', state: 'served', windowId: W2 }])
  })

  it('is carried by hand where no robot stops, until somebody says that they have come', () => {
    const story = atWindow()
    expect(story.does(handOn(W1, W3))).toEqual([
      { type: 'ticketParked', ticketId: A001, parkedFor: 'papers', onlyAt: W3 },
    ])
    story.does(tick)
    expect(story.hall.tickets.get(A001)).toMatchObject({ state: 'parked' })
    expect(story.cannot(requeue(A001))).toEqual({ code: 'papersUnderway', ticketId: A001 })
    story.does(giveBack(A001))
    story.does(open(W3))
    expect(story.does(callNext(W3))).toMatchObject([{ ticketId: A001, reason: { code: 'sentHere' } }])
  })

  it('may be called before that by a clerk there who has the papers in hand', () => {
    const story = atWindow()
    story.does(open(W3))
    story.does(handOn(W1, W3))
    expect(story.does(callTicket(W3, A001))).toMatchObject([{ type: 'ticketCalled', windowId: W3 }])
  })

  it('hands out the last of what was taken in on one visit, and asks for none of it again', () => {
    const story = storyOf(issuing)
    for (const command of [open(W1), open(W2), issue([tax, social]), callNext(), start()]) story.does(command)
    expect(story.does(handOn(W1)).at(-1)).toMatchObject({ type: 'ticketParked', onlyAt: W2 })
    const B001 = ticketId('B001')
    story.does(giveBack(B001))
    for (const command of [callNext(W2), start(W2)]) story.does(command)
    expect(story.does(finish(W2))).toEqual([{ type: 'ticketServed', ticketId: B001, windowId: W2 }])
  })

  it('takes an open window before a closed one', () => {
    const story = atWindow()
    story.does(open(W3))
    expect(story.does(handOn(W1)).at(-1)).toMatchObject({ onlyAt: W3 })
  })

  it('teaches how long the whole case takes, not how long the handing out', () => {
    const story = atWindow()
    story.does(open(W3))
    story.wait(10).does(handOn(W1, W3))
    story.does(giveBack(A001))
    for (const command of [callNext(W3), start(W3)]) story.does(command)
    story.does(finish(W3), story.at + MINUTE)
    expect(story.hall.pace.get(social)?.minutes ?? 10).toBeGreaterThanOrEqual(10)
  })

  it('is refused before the case was taken in, without a window for it, and to one that is not there', () => {
    given(opened, issued, called).when(handOn(W1)).isRefused(wrong('called', 'serving'))
    given(opened, issued, called, started)
      .when(handOn(W1))
      .isRefused({ code: 'noIssuingWindow', serviceIds: [social] })
    given(opened, issued, called, started)
      .when(handOn(W1, windowId('W9')))
      .isRefused({ code: 'unknownWindow', windowId: windowId('W9') })
  })
})
