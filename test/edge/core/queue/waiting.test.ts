import { describe, expect, it } from 'vitest'
import type { HallEvent } from '#contracts/facts.ts'
import { MINUTE } from '#contracts/time.ts'
import { outlook } from '#edge/core/queue/waiting.ts'
import { hallAfter, NINE } from '#test/support/given.ts'
import { serviceId, ticketId, windowId } from '#test/support/names.ts'

const [W1, W3] = [windowId('W1'), windowId('W3')]
const [social, tax] = [serviceId('social'), serviceId('tax')]
const now = NINE + 10 * MINUTE

const opened = (id: typeof W1, ...serviceIds: (typeof social)[]): HallEvent => ({
  type: 'windowOpened',
  windowId: id,
  serviceIds,
})
const issued = (number: string): HallEvent => ({
  type: 'ticketIssued',
  ticketId: ticketId(number),
  number,
  serviceIds: [number.startsWith('A') ? social : tax],
  lane: 'walkIn',
})
const served = (number: string): { event: HallEvent; at: number }[] => [
  {
    event: {
      type: 'ticketCalled',
      ticketId: ticketId(number),
      windowId: W1,
      reason: { code: 'waitedLongest', waitedMinutes: 0 },
    },
    at: now,
  },
  { event: { type: 'ticketStarted', ticketId: ticketId(number), windowId: W1 }, at: now },
]

describe('how long still', () => {
  it('is nothing anybody can say while no open window does the service', () => {
    const { tickets, newcomers } = outlook(hallAfter(opened(W3, tax), issued('A001')), now)
    expect(tickets.get(ticketId('A001'))).toBeUndefined()
    expect(newcomers.has(social)).toBe(false)
  })

  it('adds up what those before need at the same window', () => {
    const hall = hallAfter(opened(W1, social, tax), issued('A001'), issued('B001'), issued('A002'), ...served('A001'))
    const { tickets } = outlook(hall, now)
    expect(tickets.get(ticketId('B001'))).toMatchObject({ p50Minutes: 10, ahead: 0 })
    expect(tickets.get(ticketId('A002'))).toMatchObject({ p50Minutes: 16, ahead: 1 })
  })

  it('knows that a second window takes some of them', () => {
    const hall = hallAfter(
      opened(W1, social, tax),
      opened(W3, tax),
      issued('A001'),
      issued('B001'),
      issued('A002'),
      ...served('A001'),
    )
    const { tickets } = outlook(hall, now)
    expect(tickets.get(ticketId('B001'))).toMatchObject({ p50Minutes: 0, ahead: 0 })
    expect(tickets.get(ticketId('A002'))).toMatchObject({ p50Minutes: 10 })
  })

  it('counts everybody who is in the way of a newcomer, whatever they came for', () => {
    const hall = hallAfter(opened(W1, social, tax), issued('A001'), issued('A002'), ...served('A001'))
    expect(outlook(hall, now).newcomers.get(tax)).toMatchObject({ p50Minutes: 21, ahead: 1 })
  })

  it('never promises less than a minute', () => {
    const { newcomers } = outlook(hallAfter(opened(W1, social, tax)), now)
    expect(newcomers.get(social)).toEqual({ p50Minutes: 0, p80Minutes: 1, ahead: 0 })
  })
})
