import { describe, expect, it } from 'vitest'
import type { Lane } from '#contracts/callReasons.ts'
import type { PersonCommand } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { WindowId } from '#contracts/ids.ts'
import { nextAfter } from '#edge/core/queue/calling.ts'
import { callNext, callTicket, open, social, tax, W1, W2, W3 } from '#test/support/asking.ts'
import { given, type Happening, hallAfter, inHall, NINE } from '#test/support/given.ts'
import { serviceId, ticketId, windowId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'

const opened: HallEvent = { type: 'windowOpened', windowId: W1, serviceIds: [social, tax] }
const issued = (number: string, lane: Lane = 'walkIn', more: object = {}): HallEvent => ({
  type: 'ticketIssued',
  ticketId: ticketId(number),
  number,
  serviceIds: [number.startsWith('A') ? social : tax],
  lane,
  ...more,
})
const called = (number: string, reason: object = { code: 'waitedLongest', waitedMinutes: 0 }) =>
  ({ type: 'ticketCalled', ticketId: ticketId(number), windowId: W1, reason }) as HallEvent
const after = (minutes: number, event: HallEvent): Happening => ({ event, at: NINE + minutes * MINUTE })
const parked = (number: string): HallEvent => ({
  type: 'ticketParked',
  ticketId: ticketId(number),
  parkedFor: 'visitor',
})

describe('calling the next ticket', () => {
  it('takes whoever has waited longest', () =>
    given(opened, after(1, issued('A001')), after(2, issued('B001')))
      .when(callNext(), NINE + 5 * MINUTE)
      .yields(called('A001', { code: 'waitedLongest', waitedMinutes: 4 })))

  it('counts a priority visitor as having come a quarter of an hour earlier', () =>
    given(opened, after(1, issued('A001')), after(15, issued('A002', 'priority')))
      .when(callNext(), NINE + 20 * MINUTE)
      .yields(called('A002', { code: 'laneCredit', lane: 'priority', creditMinutes: 15, waitedMinutes: 5, passed: 1 })))

  it('lets nobody pass who came later than the credit allows', () =>
    given(opened, after(1, issued('A001')), after(17, issued('A002', 'priority')))
      .when(callNext(), NINE + 20 * MINUTE)
      .yields(called('A001', { code: 'waitedLongest', waitedMinutes: 19 })))

  it('counts an appointment from its slot on', () =>
    given(
      opened,
      after(1, issued('A001', 'appointment', { dueAt: NINE + 15 * MINUTE })),
      after(3, issued('A002', 'walkIn')),
    )
      .when(callNext(), NINE + 20 * MINUTE)
      .yields(called('A002', { code: 'waitedLongest', waitedMinutes: 17 })))

  it('goes by the rules of the site', () =>
    inHall(siteWith({ queue: { lanes: 'strict' } }))
      .given(opened, after(1, issued('A001')), after(40, issued('A002', 'appointment')))
      .when(callNext(), NINE + 41 * MINUTE)
      .yields(called('A002', { code: 'laneFirst', lane: 'appointment', waitedMinutes: 1, passed: 1 })))

  it('takes one of the other lanes after as many walk-ins as the site says', () => {
    const site = siteWith({ queue: { lanes: 'ratio', walkInsPerPriority: 2 } })
    const walkIns = ['A001', 'A002', 'A003'].map((number) => issued(number))
    const served = (number: string): HallEvent[] => [
      called(number),
      { type: 'ticketCancelled', ticketId: ticketId(number) },
    ]
    const morning = [opened, issued('A009', 'priority'), ...walkIns, ...served('A001')]
    inHall(site)
      .given(...morning)
      .when(callNext(), NINE + MINUTE)
      .yields(called('A002', { code: 'laneTurn', lane: 'walkIn', after: 1, passed: 1, waitedMinutes: 56 / 60 }))
    inHall(site)
      .given(...morning, ...served('A002'))
      .when(callNext(), NINE + MINUTE)
      .yields(called('A009', { code: 'waitedLongest', waitedMinutes: 58 / 60 }))
  })

  it('takes only what the window can do', () =>
    given({ type: 'windowOpened', windowId: W2, serviceIds: [social] }, issued('B001'))
      .when(callNext(W2))
      .isRefused({ code: 'nobodyWaiting', windowId: W2, serviceIds: [social] }))

  it('takes only what the window does now', () =>
    given(opened, { type: 'windowServicesSet', windowId: W1, serviceIds: [tax] }, issued('A001'))
      .when(callNext())
      .isRefused({ code: 'nobodyWaiting', windowId: W1, serviceIds: [tax] }))

  it('leaves out whoever is parked', () =>
    given(opened, issued('A001'), parked('A001'))
      .when(callNext())
      .isRefused({ code: 'nobodyWaiting', windowId: W1, serviceIds: [social, tax] }))
})

describe('a call', () => {
  const callsAt = (windowId: WindowId): PersonCommand[] => [
    callNext(windowId),
    callTicket(windowId, ticketId('A001')),
    { type: 'serveDirectly', windowId, serviceIds: [social] },
  ]

  it.each(callsAt(W1))('is refused while the window is closed: $type', (command) =>
    given(issued('A001')).when(command).isRefused({ code: 'windowClosed', windowId: W1 }),
  )

  it.each(callsAt(W1))('is refused while the window is paused: $type', (command) =>
    given(opened, issued('A001'), { type: 'windowPaused', windowId: W1 })
      .when(command)
      .isRefused({ code: 'windowPaused', windowId: W1 }),
  )

  it.each(callsAt(W1))('is refused while a visitor is at the window: $type', (command) =>
    given(opened, issued('A001'), issued('A002'), called('A002'))
      .when(command)
      .isRefused({ code: 'windowBusy', windowId: W1, ticketId: ticketId('A002') }),
  )

  it.each(callsAt(windowId('W9')))('is refused for a window the hall does not have: $type', (command) =>
    given(issued('A001'))
      .when(command)
      .isRefused({ code: 'unknownWindow', windowId: windowId('W9') }),
  )
})

describe('calling a chosen ticket', () => {
  it('says how many it passes', () =>
    given(opened, after(1, issued('A001')), after(2, issued('B001')), after(3, issued('A002')))
      .when(callTicket(W1, ticketId('A002')), NINE + 5 * MINUTE)
      .yields(called('A002', { code: 'chosen', waitedMinutes: 2, passed: 2 })))

  it('takes one who is parked and back', () =>
    given(opened, issued('A001'), parked('A001'))
      .when(callTicket(W1, ticketId('A001')))
      .yieldsOne('ticketCalled'))

  it('is refused for a ticket that never was', () =>
    given(opened)
      .when(callTicket(W1, ticketId('A007')))
      .isRefused({ code: 'unknownTicket', ticketId: ticketId('A007') }))

  it('is refused for one that is at another window', () =>
    given(opened, { type: 'windowOpened', windowId: W2, serviceIds: [social] }, issued('A001'), called('A001'))
      .when(callTicket(W2, ticketId('A001')))
      .isRefused({
        code: 'wrongTicketState',
        ticketId: ticketId('A001'),
        state: 'called',
        expected: ['waiting', 'parked'],
      }))

  it('is refused for what the window cannot do', () =>
    given({ type: 'windowOpened', windowId: W2, serviceIds: [social] }, issued('B001'))
      .when(callTicket(W2, ticketId('B001')))
      .isRefused({ code: 'windowCannot', windowId: W2, serviceIds: [tax] }))

  it('is refused for one that waits for another window alone', () =>
    given(opened, issued('A001'), {
      type: 'ticketTransferred',
      ticketId: ticketId('A001'),
      serviceIds: [social],
      doneIds: [],
      onlyAt: W3,
    })
      .when(callTicket(W1, ticketId('A001')))
      .isRefused({ code: 'windowCannot', windowId: W1, serviceIds: [social] }))
})

describe('serving somebody from the floor', () => {
  const direct = (windowId = W1, serviceId = tax): PersonCommand => ({
    type: 'serveDirectly',
    windowId,
    serviceIds: [serviceId],
  })

  it('gives a number and starts at once', () =>
    given(opened)
      .when(direct())
      .yields(issued('B001'), called('B001', { code: 'walkedUp' }), {
        type: 'ticketStarted',
        ticketId: ticketId('B001'),
        windowId: W1,
      }))

  it('announces nobody and counts no wait', () => {
    const hall = hallAfter(opened, issued('B001'), called('B001', { code: 'walkedUp' }))
    expect(hall.calls).toEqual([])
    expect(hall.tally.waits.reduce((sum, count) => sum + count, 0)).toBe(0)
    expect(hall.taken.get(tax)).toBe(1)
  })

  it('is done also after the hall has closed', () =>
    inHall(siteWith({ hours: { monday: [{ from: '08:00', until: '08:30' }] } }))
      .given(opened)
      .when(direct())
      .yields(issued('B001'), called('B001', { code: 'walkedUp' }), expect.objectContaining({ type: 'ticketStarted' })))

  it('is refused for what the window does not do', () =>
    given({ type: 'windowOpened', windowId: W2, serviceIds: [social] })
      .when(direct(W2))
      .isRefused({ code: 'windowCannot', windowId: W2, serviceIds: [tax] }))

  it('is refused for a service the hall does not know', () =>
    given(opened)
      .when(direct(W1, serviceId('marriage')))
      .isRefused({ code: 'unknownService', serviceId: serviceId('marriage') }))
})

describe('whom a window would call next', () => {
  it('are the first three, each with the reason it will have', () => {
    const hall = hallAfter(opened, ...['A001', 'B001', 'A002', 'A003'].map((number) => issued(number)))
    const desk = hall.windows.get(W1)
    const next = desk ? nextAfter(hall, desk, NINE + MINUTE) : []
    expect(next.map(({ ticket }) => ticket.number)).toEqual(['A001', 'B001', 'A002'])
  })

  it('follows the turn of the lanes', () => {
    const rules = siteWith({ queue: { lanes: 'ratio', walkInsPerPriority: 1 } })
    const events = [opened, issued('A001'), issued('A002'), issued('A003'), issued('A009', 'priority')]
    const hall = { ...hallAfter(...events), site: rules }
    const desk = hall.windows.get(W1)
    const next = desk ? nextAfter(hall, desk, NINE + MINUTE) : []
    expect(next.map(({ ticket }) => ticket.number)).toEqual(['A001', 'A009', 'A002'])
  })
})

describe('a window just opened', () => {
  it('calls whoever came before it opened', () =>
    given(issued('A001'), opened).when(callNext()).yieldsOne('ticketCalled'))

  it('is opened by the first press only', () => given(opened).when(open()).yields())
})
