import { describe, it } from 'vitest'
import type { HallEvent } from '#contracts/facts.ts'
import { given } from '#test/support/given.ts'
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
})
