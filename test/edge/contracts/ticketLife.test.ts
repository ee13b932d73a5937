import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import { ticketAfter } from '#contracts/ticketLife.ts'
import { Ticket } from '#contracts/tickets.ts'
import { NINE } from '../../support/given.ts'
import { commandId, missionId, serviceId, ticketId, windowId } from '../../support/names.ts'

const A001 = ticketId('A001')
const [social, tax] = [serviceId('social'), serviceId('tax')]
const [W1, W2] = [windowId('W1'), windowId('W2')]

const issued: HallEvent = {
  type: 'ticketIssued',
  ticketId: A001,
  number: 'A001',
  serviceIds: [social, tax],
  lane: 'walkIn',
}
const called: HallEvent = {
  type: 'ticketCalled',
  ticketId: A001,
  windowId: W1,
  reason: { code: 'waitedLongest', waitedMinutes: 1 },
}
const started: HallEvent = { type: 'ticketStarted', ticketId: A001, windowId: W1 }
const cancelled: HallEvent = { type: 'ticketCancelled', ticketId: A001 }
const papers: HallEvent = {
  type: 'ticketParked',
  ticketId: A001,
  parkedFor: 'papers',
  onlyAt: W2,
  missionId: missionId('M0001'),
}

const factOf = (event: HallEvent, i: number): Fact => ({
  seq: i + 1,
  at: NINE + i * MINUTE,
  by: 'test',
  cause: commandId(i),
  event,
})
/** What the facts make of a ticket, each a minute after the one before. */
const after = (...events: HallEvent[]): Ticket | undefined =>
  events.map(factOf).reduce<Ticket | undefined>((ticket, fact) => ticketAfter(ticket, fact), undefined)

const lives: [string, HallEvent[]][] = [
  ['waiting', [issued]],
  ['called', [issued, called]],
  ['serving', [issued, called, started]],
  ['served', [issued, called, started, { type: 'ticketServed', ticketId: A001, windowId: W1 }]],
  ['missed', [issued, called, { type: 'ticketMissed', ticketId: A001, windowId: W1 }]],
  ['cancelled', [issued, called, cancelled]],
  ['expired', [issued, { type: 'ticketExpired', ticketId: A001 }]],
  ['parked', [issued, called, started, papers]],
]

describe('the life of a ticket', () => {
  it.each(lives)('comes to be %s, with only what belongs to it then', (state, events) => {
    const ticket = after(...events)
    expect(ticket?.state).toBe(state)
    expect(Ticket.parse(ticket)).toEqual(ticket)
  })

  it.each(lives)('may be called out of the line again, as if it had never been %s', (_, events) =>
    expect(after(...events, called)).toMatchObject({ state: 'called', windowId: W1, issuedAt: NINE }),
  )

  it('leaves nothing of the window behind when it is in line again', () => {
    const back: HallEvent = { type: 'ticketMovedOn', ticketId: A001, windowId: W1, doneIds: [social] }
    const moved = after(issued, called, started, back)
    expect(moved).toEqual({ ...after(issued), calls: 1, doneIds: [social] })
    const again: HallEvent = { type: 'ticketRequeued', ticketId: A001 }
    const missed: HallEvent = { type: 'ticketMissed', ticketId: A001, windowId: W1 }
    expect(after(issued, called, missed, again)).toEqual({ ...after(issued), calls: 1 })
  })

  it('keeps the window that hands out until it has been there', () => {
    const returned: HallEvent = { type: 'ticketReturned', ticketId: A001 }
    const done: HallEvent = { type: 'ticketMovedOn', ticketId: A001, windowId: W2, doneIds: [social] }
    const there = [issued, called, started, papers, returned]
    expect(after(...there)).toMatchObject({ state: 'waiting', onlyAt: W2 })
    expect(after(...there)).not.toHaveProperty('missionId')
    expect(after(...there, called, started, done)).not.toHaveProperty('onlyAt')
  })

  it('is restored word for word', () => {
    const ticket = after(issued, called)
    if (!ticket) throw new Error('no ticket')
    const restored: HallEvent = { type: 'ticketRestored', ticketId: A001, windowId: W1, deed: 'miss', ticket }
    expect(after(issued, called, { type: 'ticketMissed', ticketId: A001, windowId: W1 }, restored)).toEqual(ticket)
  })

  it('began when a kiosk gave out the number, if that was before', () =>
    expect(after({ ...issued, issuedAt: NINE - MINUTE })).toMatchObject({ issuedAt: NINE - MINUTE }))
})

describe('a fact that does not fit', () => {
  it.each([
    ['served', { type: 'ticketServed', ticketId: A001, windowId: W1 }],
    ['returned', { type: 'ticketReturned', ticketId: A001 }],
    ['requeued', { type: 'ticketRequeued', ticketId: A001 }],
    ['missed', { type: 'ticketMissed', ticketId: A001, windowId: W1 }],
    ['started', started],
  ] as [string, HallEvent][])('leaves a waiting ticket as it is: %s', (_, event) =>
    expect(after(issued, event)).toEqual(after(issued)),
  )

  it('says nothing of a ticket that is not known', () => expect(after(called)).toBeUndefined())

  it('says nothing when it is about something else', () =>
    expect(after(issued, { type: 'windowClosed', windowId: W1 })).toEqual(after(issued)))
})
