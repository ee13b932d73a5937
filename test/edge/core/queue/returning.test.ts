import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import {
  callNext,
  cancel,
  finish,
  giveBack,
  issue,
  miss,
  open,
  park,
  requeue,
  social,
  start,
  tax,
  transfer,
  W1,
  W2,
  W3,
} from '#test/support/asking.ts'
import { given } from '#test/support/given.ts'
import { serviceId, ticketId, windowId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const [A001, A002] = [ticketId('A001'), ticketId('A002')]
const nobody = ticketId('A007')
const wrong = (state: string, ...expected: string[]) => ({
  code: 'wrongTicketState' as const,
  ticketId: A001,
  state,
  expected,
})
const inLine = ({ hall }: Story) => hall.queues.flat().map(({ number }) => number)

/** Two have come, the first is called to W1. */
const morning = (site = siteWith({})) => {
  const story = storyOf(site)
  for (const command of [open(W1), issue(), issue(), callNext()]) story.does(command)
  return story
}

describe('whoever comes back', () => {
  it.each([
    ['after having been parked while waiting', (story: Story) => story.does(park(A002)), giveBack(A002), A002],
    ['after having been parked at the window', (story: Story) => story.does(park(A001)), giveBack(A001), A001],
    ['after having missed the call', (story: Story) => story.does(miss()), requeue(A001), A001],
  ])('has the place that the first arrival gives, %s', (_, leave, comeBack, ticketId) => {
    const story = morning()
    const before = story.hall.tickets.get(ticketId)
    leave(story)
    story.wait(5).does(issue())
    story.does(comeBack)
    expect(story.hall.tickets.get(ticketId)).toMatchObject({ state: 'waiting', issuedAt: before?.issuedAt })
    expect(inLine(story).indexOf(ticketId.slice(-4))).toBe(0)
  })

  it('has it as well at the window to which a colleague has sent them', () => {
    const story = morning()
    story.does(open(W2))
    for (const command of [issue(), transfer(A001, { windowId: W2 })]) story.does(command)
    expect(story.cannot(callNext(W3))).toMatchObject({ code: 'windowClosed' })
    expect(story.does(callNext(W2))).toMatchObject([{ ticketId: A001, reason: { code: 'sentHere' } }])
  })
})

describe('a transfer', () => {
  it('to other services leaves all of them still to be done', () => {
    const story = storyOf()
    for (const command of [open(W2), issue([social, tax]), callNext(W2), start(W2), finish(W2)]) story.does(command)
    expect(story.does(transfer(A001, { serviceIds: [tax, social, tax] }))).toEqual([
      { type: 'ticketTransferred', ticketId: A001, serviceIds: [tax, social], doneIds: [] },
    ])
    expect(story.hall.tickets.get(A001)).not.toHaveProperty('doneIds')
  })

  it('to one window leaves what has been done', () => {
    const story = storyOf()
    for (const command of [open(W2), issue([social, tax]), callNext(W2), start(W2), finish(W2)]) story.does(command)
    story.does(transfer(A001, { windowId: W1 }))
    expect(story.hall.tickets.get(A001)).toMatchObject({ doneIds: [social], onlyAt: W1, state: 'waiting' })
  })

  it('frees the window', () => {
    const story = morning()
    story.does(start())
    story.does(transfer(A001, { serviceIds: [tax] }))
    expect(story.hall.windows.get(W1)).not.toHaveProperty('ticketId')
    story.does(open(W3))
    expect(story.does(callNext(W3))).toMatchObject([{ ticketId: A001 }])
  })

  it('brings back whoever was parked', () => {
    const story = morning()
    story.does(park(A002))
    story.does(transfer(A002, { serviceIds: [tax] }))
    expect(story.hall.tickets.get(A002)).toMatchObject({ state: 'waiting', serviceIds: [tax] })
    expect(story.hall.tickets.get(A002)).not.toHaveProperty('parkedAt')
  })

  it('is refused to nowhere, and to what is not there', () => {
    const story = morning()
    expect(story.cannot(transfer(A002, {}))).toEqual({ code: 'nowhereToTransfer', ticketId: A002 })
    expect(story.cannot(transfer(A002, { windowId: windowId('W9') }))).toMatchObject({ code: 'unknownWindow' })
    expect(story.cannot(transfer(A002, { serviceIds: [serviceId('x')] }))).toMatchObject({ code: 'unknownService' })
    expect(story.cannot(transfer(nobody, { windowId: W1 }))).toEqual({ code: 'unknownTicket', ticketId: nobody })
  })

  it('is refused once the visitor has left', () => {
    const story = morning()
    story.does(cancel(A001))
    expect(story.cannot(transfer(A001, { windowId: W1 }))).toEqual(
      wrong('cancelled', 'waiting', 'called', 'serving', 'parked'),
    )
  })
})

describe('cancelling a ticket', () => {
  it('frees the window it was called to', () => {
    const story = morning()
    story.does(cancel(A001))
    expect(story.hall.windows.get(W1)).not.toHaveProperty('ticketId')
    expect(story.does(callNext())).toMatchObject([{ ticketId: A002 }])
  })

  it('is refused once it is served', () => {
    const story = morning()
    story.does(start())
    expect(story.cannot(cancel(A001))).toEqual(wrong('serving', 'waiting', 'called', 'parked'))
    story.does(finish())
    expect(story.cannot(cancel(A001))).toEqual(wrong('served', 'waiting', 'called', 'parked'))
  })
})

describe('coming back after a missed call', () => {
  const grace = (minutes: number) => morning(siteWith({ queue: { requeueGraceMinutes: minutes } }))

  it('is possible until the grace is over', () => {
    const story = grace(10)
    story.does(miss())
    const missedAt = story.at
    expect(story.cannot(requeue(A001), missedAt + 10 * MINUTE + 1)).toEqual({
      code: 'graceOver',
      ticketId: A001,
      missedAt,
      graceMinutes: 10,
    })
    story.does(requeue(A001), missedAt + 10 * MINUTE)
  })

  it('is not possible without one, but in the same moment', () => {
    const story = grace(0)
    story.does(miss())
    expect(story.cannot(requeue(A001))).toMatchObject({ code: 'graceOver' })
  })

  it('is refused to whoever has neither missed one nor gone for something', () =>
    expect(morning().cannot(requeue(A001))).toEqual(wrong('called', 'missed', 'parked')))
})

describe('parking and returning', () => {
  it('is as if nothing had been for a visitor who says so', () => {
    const story = morning()
    const before = story.hall.tickets.get(A002)
    story.does(park(A002))
    expect(story.does(requeue(A002))).toEqual([{ type: 'ticketReturned', ticketId: A002 }])
    expect(story.hall.tickets.get(A002)).toEqual(before)
  })

  it('is refused for whoever is not there', () => {
    given().when(park(nobody)).isRefused({ code: 'unknownTicket', ticketId: nobody })
    expect(morning().cannot(giveBack(A001))).toEqual(wrong('called', 'parked'))
  })

  it('is refused twice', () => {
    const story = morning()
    story.does(park(A001))
    expect(story.cannot(park(A001))).toEqual(wrong('parked', 'waiting', 'called', 'serving'))
  })

  it('keeps the window that the visitor was sent to', () => {
    const story = morning()
    for (const command of [transfer(A001, { windowId: W3 }), park(A001), giveBack(A001)]) story.does(command)
    expect(story.hall.tickets.get(A001)).toMatchObject({ onlyAt: W3 })
  })

  it('is the same ticket as if nothing had been', () => {
    const event: HallEvent = { type: 'ticketParked', ticketId: A002, parkedFor: 'visitor' }
    const story = morning()
    const before = story.hall.tickets.get(A002)
    expect(story.does(park(A002))).toEqual([event])
    story.does(giveBack(A002))
    expect(story.hall.tickets.get(A002)).toEqual(before)
  })
})
