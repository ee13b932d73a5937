import { describe, expect, it } from 'vitest'
import type { Lane } from '#contracts/callReasons.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { MINUTE } from '#contracts/time.ts'
import { decide } from '#edge/core/hall.ts'
import { given, type Happening, hallAfter, NINE } from '#test/support/given.ts'
import { serviceId, ticketId, windowId } from '#test/support/names.ts'

const [W1, W2] = [windowId('W1'), windowId('W2')]
const [social, tax] = [serviceId('social'), serviceId('tax')]

const opened: HallEvent = { type: 'windowOpened', windowId: W1, serviceIds: [social, tax] }
const issued = (number: string, lane: Lane = 'walkIn'): HallEvent => ({
  type: 'ticketIssued',
  ticketId: ticketId(number),
  number,
  serviceIds: [number.startsWith('A') ? social : tax],
  lane,
})
const called = (number: string): HallEvent => ({
  type: 'ticketCalled',
  ticketId: ticketId(number),
  windowId: W1,
  reason: { code: 'waitedLongest', waitedMinutes: 0 },
})
const started = (number: string): HallEvent => ({ type: 'ticketStarted', ticketId: ticketId(number), windowId: W1 })
const after = (minutes: number, event: HallEvent): Happening => ({ event, at: NINE + minutes * MINUTE })

describe('issuing a ticket', () => {
  it('counts on within the letter of the service', () =>
    given(issued('A001'), issued('B001'))
      .when({ type: 'issueTicket', serviceIds: [social], lane: 'walkIn' })
      .yields({
        type: 'ticketIssued',
        ticketId: ticketId('A002'),
        number: 'A002',
        serviceIds: [social],
        lane: 'walkIn',
      }))

  it('is refused for a service the hall does not know', () =>
    given()
      .when({ type: 'issueTicket', serviceIds: [serviceId('marriage')], lane: 'walkIn' })
      .isRefused({ code: 'unknownService', serviceId: serviceId('marriage') }))

  it('is refused when no number of the letter is left', () => {
    const hall = { ...hallAfter(issued('A001')), issued: new Map([['A', 9999]]) }
    const decision = decide({ type: 'issueTicket', serviceIds: [social], lane: 'walkIn' }, hall, NINE + MINUTE)
    expect(decision).toEqual({ ok: false, refusal: { code: 'ticketsExhausted', letter: 'A' } })
  })
})

describe('calling the next ticket', () => {
  const callNext = { type: 'callNext', windowId: W1 } as const

  it('takes whoever has waited longest', () =>
    given(opened, after(1, issued('A001')), after(2, issued('B001')))
      .when(callNext, NINE + 5 * MINUTE)
      .yields({ ...called('A001'), reason: { code: 'waitedLongest', waitedMinutes: 4 } }))

  it('counts a priority visitor as having come a quarter of an hour earlier', () =>
    given(opened, after(1, issued('A001')), after(15, issued('A002', 'priority')))
      .when(callNext, NINE + 20 * MINUTE)
      .yields({
        ...called('A002'),
        reason: { code: 'laneCredit', lane: 'priority', creditMinutes: 15, waitedMinutes: 5, passed: 1 },
      }))

  it('lets nobody pass who came later than the credit allows', () =>
    given(opened, after(1, issued('A001')), after(17, issued('A002', 'priority')))
      .when(callNext, NINE + 20 * MINUTE)
      .yields({ ...called('A001'), reason: { code: 'waitedLongest', waitedMinutes: 19 } }))

  it('takes only what the window can do', () =>
    given({ type: 'windowOpened', windowId: W2, serviceIds: [social] }, issued('B001'))
      .when({ type: 'callNext', windowId: W2 })
      .isRefused({ code: 'nobodyWaiting', windowId: W2, serviceIds: [social] }))

  it('is refused while the window is closed', () =>
    given(issued('A001')).when(callNext).isRefused({ code: 'windowClosed', windowId: W1 }))

  it('is refused while the window is paused', () =>
    given(opened, issued('A001'), { type: 'windowPaused', windowId: W1 })
      .when(callNext)
      .isRefused({ code: 'windowPaused', windowId: W1 }))

  it('is refused while a visitor is at the window', () =>
    given(opened, issued('A001'), issued('A002'), called('A001'))
      .when(callNext)
      .isRefused({ code: 'windowBusy', windowId: W1, ticketId: ticketId('A001') }))
})

describe('serving', () => {
  it('starts with the ticket that was called', () =>
    given(opened, issued('A001'), called('A001')).when({ type: 'startServing', windowId: W1 }).yields(started('A001')))

  it('frees the window when it is finished', () => {
    const hall = hallAfter(opened, issued('A001'), called('A001'), started('A001'), {
      type: 'ticketServed',
      ticketId: ticketId('A001'),
      windowId: W1,
    })
    expect(hall.windows.get(W1)).not.toHaveProperty('ticketId')
    expect(hall.gone.at(-1)).toMatchObject({ state: 'served' })
    expect(hall.tally.served).toBe(1)
  })

  it('cannot finish before it has started', () =>
    given(opened, issued('A001'), called('A001'))
      .when({ type: 'finishServing', windowId: W1 })
      .isRefused({ code: 'wrongTicketState', ticketId: ticketId('A001'), state: 'called', expected: ['serving'] }))

  it('calls a number again without losing its place', () => {
    const again: HallEvent = { type: 'ticketRecalled', ticketId: ticketId('A001'), windowId: W1 }
    given(opened, issued('A001'), called('A001')).when({ type: 'recallTicket', windowId: W1 }).yields(again)
    const hall = hallAfter(opened, issued('A001'), called('A001'), again)
    expect(hall.calls.map(({ callId }) => callId)).toEqual(['20261123-A001/2', '20261123-A001/1'])
  })

  it('marks a visitor who did not come', () =>
    given(opened, issued('A001'), called('A001'))
      .when({ type: 'missTicket', windowId: W1 })
      .yields({ type: 'ticketMissed', ticketId: ticketId('A001'), windowId: W1 }))

  it('is refused at an idle window', () =>
    given(opened).when({ type: 'startServing', windowId: W1 }).isRefused({ code: 'windowIdle', windowId: W1 }))
})

describe('cancelling a ticket', () => {
  it('frees the window it was called to', () => {
    const hall = hallAfter(opened, issued('A001'), called('A001'), {
      type: 'ticketCancelled',
      ticketId: ticketId('A001'),
    })
    expect(hall.windows.get(W1)).not.toHaveProperty('ticketId')
  })

  it('is refused once it has been served', () =>
    given(opened, issued('A001'), called('A001'), started('A001'))
      .when({ type: 'cancelTicket', ticketId: ticketId('A001') })
      .isRefused({
        code: 'wrongTicketState',
        ticketId: ticketId('A001'),
        state: 'serving',
        expected: ['waiting', 'called', 'parked'],
      }))
})
