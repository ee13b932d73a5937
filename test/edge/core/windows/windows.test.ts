import { describe, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { given, NINE } from '#test/support/given.ts'
import { serviceId, ticketId, windowId } from '#test/support/names.ts'

const W1 = windowId('W1')
const W2 = windowId('W2')
const [social, tax] = [serviceId('social'), serviceId('tax')]
const opened: HallEvent = { type: 'windowOpened', windowId: W1, serviceIds: [social, tax] }
const atTheWindow: HallEvent[] = [
  opened,
  { type: 'ticketIssued', ticketId: ticketId('A001'), number: 'A001', serviceIds: [social], lane: 'walkIn' },
  {
    type: 'ticketCalled',
    ticketId: ticketId('A001'),
    windowId: W1,
    reason: { code: 'waitedLongest', waitedMinutes: 0 },
  },
]

describe('opening a window', () => {
  it('takes what the site says it can do', () => given().when({ type: 'openWindow', windowId: W1 }).yields(opened))

  it('takes a part of it when asked', () =>
    given()
      .when({ type: 'openWindow', windowId: W1, serviceIds: [tax] })
      .yields({ type: 'windowOpened', windowId: W1, serviceIds: [tax] }))

  it('names each service once', () =>
    given()
      .when({ type: 'openWindow', windowId: W1, serviceIds: [tax, tax] })
      .yields({ type: 'windowOpened', windowId: W1, serviceIds: [tax] }))

  it('ends a pause, and changes what it does when asked', () =>
    given(opened, { type: 'windowPaused', windowId: W1 })
      .when({ type: 'openWindow', windowId: W1, serviceIds: [tax] })
      .yields({ type: 'windowResumed', windowId: W1 }, { type: 'windowServicesSet', windowId: W1, serviceIds: [tax] }))

  it('is refused for what it cannot do', () =>
    given()
      .when({ type: 'openWindow', windowId: W2, serviceIds: [social, tax] })
      .isRefused({ code: 'windowCannot', windowId: W2, serviceIds: [tax] }))

  it('changes nothing when it is open', () => given(opened).when({ type: 'openWindow', windowId: W1 }).yields())

  it('is refused for a window the hall does not have', () =>
    given()
      .when({ type: 'openWindow', windowId: windowId('W9') })
      .isRefused({ code: 'unknownWindow', windowId: windowId('W9') }))
})

describe('closing a window', () => {
  it('waits for the visitor who is there', () =>
    given(...atTheWindow)
      .when({ type: 'closeWindow', windowId: W1 })
      .isRefused({ code: 'windowBusy', windowId: W1, ticketId: ticketId('A001') }))

  it('is done when nobody is there', () =>
    given(opened).when({ type: 'closeWindow', windowId: W1 }).yields({ type: 'windowClosed', windowId: W1 }))
})

describe('a break', () => {
  it('may begin while somebody is served', () =>
    given(...atTheWindow)
      .when({ type: 'pauseWindow', windowId: W1 })
      .yields({ type: 'windowPaused', windowId: W1 }))

  it('is refused at a closed window', () =>
    given().when({ type: 'pauseWindow', windowId: W1 }).isRefused({ code: 'windowClosed', windowId: W1 }))

  it('ends with the window open again', () =>
    given(opened, { type: 'windowPaused', windowId: W1 })
      .when({ type: 'resumeWindow', windowId: W1 })
      .yields({ type: 'windowResumed', windowId: W1 }))
})

describe('changing what an open window does', () => {
  it('takes the new services from now on', () =>
    given(opened)
      .when({ type: 'setWindowServices', windowId: W1, serviceIds: [tax] })
      .yields({ type: 'windowServicesSet', windowId: W1, serviceIds: [tax] }))

  it('changes nothing when they are the same, in whatever order', () =>
    given(opened)
      .when({ type: 'setWindowServices', windowId: W1, serviceIds: [tax, social] })
      .yields())

  it('is refused for what it cannot do, what is not there, and while it is closed', () => {
    const set = (windowId: typeof W1, service: typeof tax) =>
      given().when({ type: 'setWindowServices', windowId, serviceIds: [service] })
    set(W2, tax).isRefused({ code: 'windowCannot', windowId: W2, serviceIds: [tax] })
    set(W1, serviceId('none')).isRefused({ code: 'unknownService', serviceId: serviceId('none') })
    set(W1, tax).isRefused({ code: 'windowClosed', windowId: W1 })
    set(windowId('W9'), tax).isRefused({ code: 'unknownWindow', windowId: windowId('W9') })
  })
})

describe('saying when the clerk is away', () => {
  const away = (from: number, minutes: number) => ({
    from: NINE + from * MINUTE,
    until: NINE + (from + minutes) * MINUTE,
  })
  const set = (...breaks: ReturnType<typeof away>[]) => ({ type: 'setBreaks' as const, windowId: W1, breaks })

  it('puts the breaks in order, whether the window is open or not', () =>
    given()
      .when(set(away(120, 30), away(60, 10)))
      .yields({ type: 'windowBreaksSet', windowId: W1, breaks: [away(60, 10), away(120, 30)] }))

  it('makes void what was said before', () =>
    given({ type: 'windowBreaksSet', windowId: W1, breaks: [away(60, 10)] })
      .when(set())
      .yields({ type: 'windowBreaksSet', windowId: W1, breaks: [] }))

  it.each([0, -5, 241])('is refused for a break of %d minutes', (minutes) =>
    given()
      .when(set(away(30, 10), away(60, minutes)))
      .isRefused({ code: 'wrongBreak', windowId: W1, ...away(60, minutes) }),
  )

  it('is refused for a window the hall does not have', () =>
    given()
      .when({ ...set(), windowId: windowId('W9') })
      .isRefused({ code: 'unknownWindow', windowId: windowId('W9') }))
})
