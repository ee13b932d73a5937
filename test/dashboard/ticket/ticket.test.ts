/** The page of one ticket: its link, when to come back, when to remind, how often to ask. */
import { describe, expect, it } from 'vitest'
import { TicketId } from '#contracts/ids.ts'
import { Ticket } from '#contracts/tickets.ts'
import { askAgainAfter } from '#dashboard/ticket/asking.ts'
import { backBefore } from '#dashboard/ticket/comingBack.ts'
import { secretIn, ticketLink } from '#dashboard/ticket/link.ts'
import { type Remembered, rememberedAfter, reminderOf, type Told } from '#dashboard/ticket/reminding.ts'

const MINUTE = 60_000
const NINE = Date.parse('2026-11-22T09:00:00Z')

describe('the link of a ticket', () => {
  it('carries the secret where no server sees it', () => {
    const link = ticketLink('https://hall.example/', '20261122-A001', 'a+b/c=')
    expect(new URL(link).pathname).toBe('/ticket/20261122-A001')
    expect(new URL(link).search).toBe('')
    expect(secretIn(new URL(link).hash)).toBe('a+b/c=')
  })

  it('does without', () => {
    expect(ticketLink('http://10.0.0.2:8080', '20261122-A001')).toBe('http://10.0.0.2:8080/ticket/20261122-A001')
    expect(secretIn('')).toBeUndefined()
  })
})

describe('when to come back', () => {
  const back = (p50Minutes: number, p80Minutes: number) => {
    const until = backBefore({ p50Minutes, p80Minutes, ahead: 9 }, NINE)
    return until === undefined ? undefined : (until - NINE) / MINUTE
  }

  it('is well before the middle of the range, in whole five minutes', () => expect(back(60, 72)).toBe(40))

  it('is not said for a short wait, nor for one that is hardly known', () => {
    expect([back(15, 18), back(40, 70)]).toEqual([undefined, undefined])
  })
})

const ticket = (calls: number, called: boolean) =>
  Ticket.parse({
    ticketId: TicketId.parse('20261122-A001'),
    number: 'A001',
    serviceIds: ['tax'],
    lane: 'walkIn',
    issuedAt: NINE,
    calls,
    ...(called ? { state: 'called', windowId: 'W1', calledAt: NINE } : { state: 'waiting' }),
  })
const waiting = (ahead: number) => ({ ticket: ticket(0, false), estimate: { p50Minutes: 9, p80Minutes: 12, ahead } })
const called = (calls: number) => ({ ticket: ticket(calls, true) })

const remindersOf = (...told: Told[]) => {
  let before: Remembered | undefined
  return told.flatMap((after) => {
    const reminder = reminderOf(before, after)
    before = rememberedAfter(before, after)
    return reminder ?? []
  })
}

describe('a reminder', () => {
  it('comes once at three ahead, at the call, and at each call again', () => {
    expect(remindersOf(waiting(5), waiting(3), waiting(2), called(1), called(1), called(2))).toEqual([
      'near',
      'called',
      'called',
    ])
  })

  it('does not say twice in one wait that the turn is near, whoever goes first meanwhile', () => {
    const unknown = { ticket: waiting(3).ticket }
    expect(remindersOf(waiting(5), waiting(3), waiting(4), unknown, waiting(2))).toEqual(['near'])
    expect(remindersOf(waiting(5), waiting(3), called(1), waiting(6), waiting(3))).toEqual(['near', 'called', 'near'])
  })

  it('does not come to somebody who has just opened the page', () => {
    expect([remindersOf(waiting(1)), remindersOf(called(1))]).toEqual([[], []])
  })
})

describe('asking', () => {
  it('is every five seconds, less when nobody looks, answers, or anything more can happen', () => {
    expect(askAgainAfter({ failures: 0, hidden: false, over: false })).toBe(5000)
    expect(askAgainAfter({ failures: 2, hidden: false, over: false })).toBe(20_000)
    expect(askAgainAfter({ failures: 0, hidden: true, over: false })).toBe(15_000)
    expect(askAgainAfter({ failures: 9, hidden: false, over: false })).toBe(60_000)
    expect(askAgainAfter({ failures: 0, hidden: false, over: true })).toBe(60_000)
  })
})
