/** The line before a window as the clerk sees it, which has to be the one that the hall calls. */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { Next } from '#contracts/live.ts'
import { Ticket } from '#contracts/tickets.ts'
import { ServiceWindow } from '#contracts/windows.ts'
import { isFor, lineOf, parkedFor } from '#dashboard/desk/line.ts'
import { eventually } from '#test/support/eventually.ts'
import { type OpenedHouse, openHouse } from '#test/support/openHouse.ts'

const NOW = 1_795_395_600_000

const ticket = (number: string, waited: number, more: object = {}) =>
  Ticket.parse({
    ticketId: `20261122-${number}`,
    number,
    serviceIds: ['social'],
    lane: 'walkIn',
    issuedAt: NOW - waited * MINUTE,
    calls: 0,
    state: 'waiting',
    ...more,
  })
const desk = (more: object = {}) =>
  ServiceWindow.parse({ windowId: 'W1', state: 'open', serviceIds: ['social', 'tax'], since: 0, ...more })
const line = (tickets: readonly Ticket[], more: Partial<Parameters<typeof lineOf>[0]> = {}) =>
  lineOf({ tickets, desk: desk(), next: undefined, longWaitMinutes: 15, now: NOW, ...more })
const numbers = (...needs: Parameters<typeof line>) => line(...needs).map((place) => place.ticket.number)
const told = (...some: readonly Ticket[]): Next => ({
  windowId: desk().windowId,
  tickets: some.map(({ ticketId }) => ({ ticketId, reason: { code: 'waitedLongest', waitedMinutes: 1 } })),
})

const [early, late, urgent] = [ticket('A001', 9), ticket('A002', 5), ticket('A003', 1, { lane: 'priority' })]

describe('the line before a window', () => {
  it('begins with those whom the hall calls next, in its order and with its reasons', () => {
    const places = line([early, late, urgent], { next: told(urgent, early) })
    expect(places.map(({ ticket: { number }, reason }) => [number, reason?.code])).toEqual([
      ['A003', 'waitedLongest'],
      ['A001', 'waitedLongest'],
      ['A002', undefined],
    ])
  })

  it('has all others as they came, an appointment by its slot', () => {
    const booked = ticket('B004', 1, { serviceIds: ['tax'], lane: 'appointment', dueAt: NOW - 7 * MINUTE })
    expect(numbers([urgent, late, booked, early])).toEqual(['A001', 'B004', 'A002', 'A003'])
  })

  it('shows nobody who has been called since the hall last said who is next', () => {
    const gone = ticket('A001', 9, { state: 'called', windowId: 'W2', calledAt: NOW, calls: 1 })
    expect(numbers([gone, late], { next: told(early, late) })).toEqual(['A002'])
  })

  it('makes nothing of what was said before the window was paused', () => {
    const places = line([early, late], { next: told(late, early), desk: desk({ state: 'paused' }) })
    expect(places.map(({ ticket: { number }, reason }) => [number, reason])).toEqual([
      ['A001', undefined],
      ['A002', undefined],
    ])
  })

  it('holds whoever waits for a service of the window next, or for the window alone', () => {
    const both = ticket('A005', 4, { serviceIds: ['social', 'tax'], doneIds: ['social'] })
    const only = desk({ serviceIds: ['social'] })
    expect(isFor(both, only)).toBe(false)
    expect(isFor(both, desk({ serviceIds: ['tax'] }))).toBe(true)
    expect(isFor(ticket('A006', 4, { serviceIds: ['passport'], onlyAt: 'W1' }), only)).toBe(true)
    expect(isFor(ticket('A007', 4, { onlyAt: 'W2' }), only)).toBe(false)
  })

  it('marks those who wait longer than the hall allows', () => {
    const [first, second] = line([ticket('A001', 15), ticket('A002', 14)])
    expect([first?.overdue, second?.overdue]).toEqual([true, false])
  })
})

describe('those who are not in line', () => {
  it('are the parked ones of this window, the longest away first', () => {
    const parked = (number: string, minutes: number, more: object = {}) =>
      ticket(number, 30, { state: 'parked', parkedAt: NOW - minutes * MINUTE, parkedFor: 'visitor', ...more })
    const papers = parked('A003', 3, { parkedFor: 'papers', onlyAt: 'W2' })
    const away = parkedFor([parked('A001', 2), parked('A002', 8), papers, early], desk())
    expect(away.map(({ number }) => number)).toEqual(['A002', 'A001'])
  })
})

describe('the line of a real hall', () => {
  it('is called from its first place on, whatever the lanes', async () => {
    const house = await openHouse()
    try {
      await house.ask('POST', '/api/windows/W1/open', {})
      const lanes = ['walkIn', 'walkIn', 'priority', 'walkIn', 'priority', 'walkIn']
      for (const [i, lane] of lanes.entries()) {
        await house.ask('POST', '/api/tickets', { serviceIds: [i % 2 ? 'tax' : 'social'], lane })
        house.clock.advance(4 * MINUTE)
      }
      await house.tick()
      const shown = await eventually(async () => {
        const places = await lineIn(house)
        return places.filter(({ reason }) => reason).length === 3 && places
      })
      for (const { ticket: expected } of shown.slice(0, 3)) {
        const called = await (await house.ask('POST', '/api/windows/W1/call-next', {})).json()
        expect(called.ticket.number).toBe(expected.number)
        await house.ask('POST', '/api/windows/W1/no-show', {})
      }
    } finally {
      await house.close()
    }
  })
})

const lineIn = async (house: OpenedHouse) => {
  const { records } = await (await house.ask('GET', '/api/hall')).json()
  const of = (kind: string) => records.filter((one: { kind: string }) => one.kind === kind)
  return lineOf({
    tickets: of('ticket').map((one: { ticket: Ticket }) => one.ticket),
    desk: of('window').find((one: { id: string }) => one.id === 'W1').window,
    next: of('next').find((one: { id: string }) => one.id === 'W1')?.next,
    longWaitMinutes: 15,
    now: house.clock.now(),
  })
}
