import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { waitedMinutes } from '#contracts/visit.ts'
import { arrived, emptyTally, keptPromise, quarterOf, waited } from '#edge/core/tally.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId, ticketId } from '#test/support/names.ts'

const MIDNIGHT = NINE - 9 * HOUR
const ticket: Ticket = {
  ticketId: ticketId('A001'),
  number: 'A001',
  serviceIds: [serviceId('social')],
  lane: 'walkIn',
  issuedAt: NINE,
  state: 'waiting',
  calls: 0,
}
const told = { ...ticket, promised: { p50Minutes: 5, p80Minutes: 9, ahead: 1 } }

describe('a wait', () => {
  it('is counted by the whole minutes, and the longest together', () => {
    expect(waited(emptyTally, ticket, NINE + 7.9 * MINUTE).waits[7]).toBe(1)
    expect(waited(emptyTally, ticket, NINE + 9 * HOUR).waits[240]).toBe(1)
  })

  it('is never less than nothing, however the clock was put', () => {
    expect(waitedMinutes(ticket, NINE - HOUR)).toBe(0)
    expect(waited(emptyTally, ticket, NINE - HOUR).waits[0]).toBe(1)
  })

  it('of an appointment begins with its slot', () =>
    expect(waitedMinutes({ ...ticket, dueAt: NINE + 5 * MINUTE }, NINE + 8 * MINUTE)).toBe(3))

  it('is gone without a trace when it is taken back', () =>
    fc.assert(
      fc.property(fc.integer({ min: -HOUR, max: 9 * HOUR }), fc.boolean(), (later, isTold) => {
        const one = isTold ? told : ticket
        expect(waited(waited(emptyTally, one, NINE + later), one, NINE + later, -1)).toEqual(emptyTally)
      }),
    ))
})

describe('a promise', () => {
  it('is kept up to the minute that was told for four of five', () => {
    expect(keptPromise(told, NINE + 9 * MINUTE)).toBe(true)
    expect(keptPromise(told, NINE + 9 * MINUTE + 1)).toBe(false)
    expect(keptPromise(ticket, NINE)).toBeUndefined()
  })

  it('counts from when it was made, also to an appointment that came early', () => {
    const early = { ...told, dueAt: NINE + 30 * MINUTE }
    expect(keptPromise(early, NINE + 30 * MINUTE)).toBe(false)
    expect(waitedMinutes(early, NINE + 30 * MINUTE)).toBe(0)
  })

  it('is counted with the wait', () => {
    expect(waited(emptyTally, told, NINE + 9 * MINUTE)).toMatchObject({ told: 1, kept: 1 })
    expect(waited(emptyTally, told, NINE + 10 * MINUTE)).toMatchObject({ told: 1, kept: 0 })
    expect(waited(emptyTally, ticket, NINE + MINUTE)).toMatchObject({ told: 0, kept: 0 })
  })
})

describe('an arrival', () => {
  it('is counted in its quarter of an hour, appointments also apart', () => {
    const tally = arrived(arrived(emptyTally, ticket, MIDNIGHT), { ...ticket, lane: 'appointment' }, MIDNIGHT)
    expect([tally.arrivals[36], tally.booked[36]]).toEqual([2, 1])
    expect(tally.arrivals.reduce((sum, count) => sum + count, 0)).toBe(2)
  })

  it('never falls out of the day, also when that has 25 hours', () => {
    expect(quarterOf(MIDNIGHT + 24.9 * HOUR, MIDNIGHT)).toBe(95)
    expect(quarterOf(MIDNIGHT - HOUR, MIDNIGHT)).toBe(0)
    expect(quarterOf(MIDNIGHT + 15 * MINUTE, MIDNIGHT)).toBe(1)
  })
})
