import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Lane } from '#contracts/tickets.ts'
import { MINUTE } from '#contracts/time.ts'
import { byTurn, type WaitingTicket } from '#edge/core/queue/ordering.ts'
import { NINE } from '#test/support/given.ts'
import { serviceId, ticketId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

const rules = smallSite().queue
const tickets = fc
  .uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 999 }),
      minute: fc.integer({ min: 0, max: 90 }),
      lane: fc.constantFrom(...Lane.options),
    }),
    {
      selector: ({ n }) => n,
      minLength: 2,
      maxLength: 40,
    },
  )
  .map((all) =>
    all.map(({ n, minute, lane }): WaitingTicket => {
      const number = `A${String(n).padStart(3, '0')}`
      return {
        ticketId: ticketId(number),
        number,
        serviceIds: [serviceId('social')],
        lane,
        issuedAt: NINE + minute * MINUTE,
        calls: 0,
        state: 'waiting',
      }
    }),
  )

describe('taking turns', () => {
  it('is the same order whatever order tickets are looked at in', () => {
    fc.assert(
      fc.property(tickets, (some) => {
        const order = [...some].sort(byTurn(rules)).map(({ number }) => number)
        const back = [...some]
          .reverse()
          .sort(byTurn(rules))
          .map(({ number }) => number)
        expect(back).toEqual(order)
      }),
    )
  })

  it('lets nobody be passed by one who came later than the largest credit', () => {
    const most = Math.max(rules.priorityCreditMinutes, rules.appointmentCreditMinutes) * MINUTE
    fc.assert(
      fc.property(tickets, (some) => {
        const order = [...some].sort(byTurn(rules))
        for (const [i, passed] of order.entries())
          for (const ahead of order.slice(0, i)) expect(ahead.issuedAt - passed.issuedAt).toBeLessThanOrEqual(most)
      }),
    )
  })
})
