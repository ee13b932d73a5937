/** The line before a window as the clerk sees it, which has to be the order in which the hall calls. */
import { describe, expect, it } from 'vitest'
import { Ticket } from '#contracts/tickets.ts'
import { lineOf } from '#dashboard/desk/line.ts'
import { pick } from '#edge/core/queue/ordering.ts'
import { smallSite } from '#test/support/smallSite.ts'

const { queue: rules, services } = smallSite()
const everything = services.map(({ serviceId }) => serviceId)
const MINUTE = 60_000
const NOW = 1_795_395_600_000

const ticket = (number: string, waited: number, more: Partial<Ticket> = {}) =>
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
const numbers = (tickets: readonly Ticket[], serviceIds: readonly string[] = everything) =>
  lineOf(tickets, serviceIds, rules, NOW).map((place) => place.ticket.number)

describe('the line before a window', () => {
  it('has whoever waited longest first', () =>
    expect(numbers([ticket('A002', 5), ticket('A001', 9), ticket('A003', 1)])).toEqual(['A001', 'A002', 'A003']))

  it('lets a priority visitor go before those who came within the credit, and says how many', () => {
    const line = lineOf(
      [ticket('A001', 20), ticket('A002', 9), ticket('A003', 1, { lane: 'priority', priorityReason: 'elderly' })],
      everything,
      rules,
      NOW,
    )
    expect(line.map(({ ticket: { number }, passes }) => [number, passes])).toEqual([
      ['A001', 0],
      ['A003', 1],
      ['A002', 0],
    ])
  })

  it('holds only those who wait, and whom this window can serve with all they came for', () => {
    const both = ticket('A004', 4, { serviceIds: everything })
    expect(numbers([ticket('B001', 9, { serviceIds: everything.slice(1) }), both], everything.slice(0, 1))).toEqual([])
    expect(numbers([both])).toEqual(['A004'])
  })

  it('marks those who wait longer than the hall allows', () => {
    const [first, second] = lineOf([ticket('A001', 15), ticket('A002', 14)], everything, rules, NOW)
    expect([first?.overdue, second?.overdue]).toEqual([true, false])
  })

  it('is called in the order in which the hall picks', () => {
    const lanes = ['walkIn', 'priority', 'appointment'] as const
    let tickets = Array.from({ length: 12 }, (_, i) =>
      ticket(`A${String(i + 1).padStart(3, '0')}`, (i * 7) % 30, { lane: lanes[i % 3] ?? 'walkIn' }),
    )
    const shown = numbers(tickets)
    const called: string[] = []
    while (tickets.length > 0) {
      const next = pick(tickets, everything, rules, NOW)?.ticket
      if (!next) break
      called.push(next.number)
      tickets = tickets.filter(({ number }) => number !== next.number)
    }
    expect(shown).toEqual(called)
  })
})
