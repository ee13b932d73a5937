import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import { CameraId, FloorId, StayId, ZoneId } from '#contracts/ids.ts'
import { given, hallAfter, NINE } from '#test/support/given.ts'
import { alertId, serviceId, ticketId, windowId } from '#test/support/names.ts'

const ticket = ticketId('A001')
const L1 = alertId('L0001')
const issued: HallEvent = {
  type: 'ticketIssued',
  ticketId: ticket,
  number: 'A001',
  serviceIds: [serviceId('social')],
  lane: 'walkIn',
}
const waitsSince = NINE + 1000
const source = { by: 'ticket', ticketId: ticket, number: 'A001', serviceId: serviceId('social') } as const
const found: HallEvent = { type: 'longWaitFound', alertId: L1, source, zoneId: ZoneId.parse('Z1'), since: waitsSince }
const stay = {
  type: 'reportLongStay',
  cameraId: CameraId.parse('C1'),
  zoneId: ZoneId.parse('Z1'),
  stayId: StayId.parse('C1-7'),
  since: NINE,
  seenAt: NINE + 15 * MINUTE,
  place: { floorId: FloorId.parse('F1'), x: 8, y: 9 },
} as const

describe('a ticket that waits', () => {
  it('is nothing special for a quarter of an hour', () =>
    given(issued)
      .when({ type: 'tick' }, waitsSince + 15 * MINUTE)
      .yields())

  it('raises an alert after that, in the zone of its service', () =>
    given(issued)
      .when({ type: 'tick' }, waitsSince + 15 * MINUTE + 1)
      .yields(found))

  it('raises it only once', () =>
    given(issued, found)
      .when({ type: 'tick' }, NINE + 40 * MINUTE)
      .yieldsOne('cardOpened'))

  it('needs nobody any more when it is called', () =>
    given(
      issued,
      found,
      { type: 'windowOpened', windowId: windowId('W1'), serviceIds: [serviceId('social')] },
      {
        type: 'ticketCalled',
        ticketId: ticket,
        windowId: windowId('W1'),
        reason: { code: 'waitedLongest', waitedMinutes: 16 },
      },
    )
      .when({ type: 'tick' })
      .yields({ type: 'alertEnded', alertId: L1, how: 'over' }))
})

describe('a stay that a camera has seen', () => {
  it('raises an alert where the person is', () =>
    given()
      .when(stay)
      .yields({
        type: 'longWaitFound',
        alertId: L1,
        source: { by: 'camera', cameraId: 'C1', stayId: 'C1-7' },
        zoneId: 'Z1',
        place: stay.place,
        since: NINE,
      }))

  it('ends the alert when the person leaves', () => {
    const seen: HallEvent = { ...found, source: { by: 'camera', cameraId: stay.cameraId, stayId: stay.stayId } }
    given(seen)
      .when({ type: 'reportStayOver', cameraId: stay.cameraId, stayId: stay.stayId })
      .yields({ type: 'alertEnded', alertId: L1, how: 'over' })
  })
})

describe('somebody of the staff', () => {
  const accepted: HallEvent = { type: 'alertAccepted', alertId: L1, measure: 'soothe' }

  it('accepts with the help offered', () =>
    given(issued, found).when({ type: 'acceptAlert', alertId: L1, measure: 'soothe' }).yields(accepted))

  it('learns who was first', () =>
    given(issued, found, accepted)
      .when({ type: 'acceptAlert', alertId: L1 })
      .isRefused({ code: 'alertTaken', alertId: L1, acceptedBy: 'test' }))

  it('hands over, and anybody may accept again', () => {
    const hall = hallAfter(issued, found, accepted, { type: 'alertHandedOver', alertId: L1 })
    expect(hall.alerts.get(L1)).toMatchObject({ state: 'open' })
    expect(hall.alerts.get(L1)).not.toHaveProperty('acceptedBy')
  })

  it('cannot resolve what is over', () =>
    given(issued, found, { type: 'alertEnded', alertId: L1, how: 'over' })
      .when({ type: 'resolveAlert', alertId: L1 })
      .isRefused({ code: 'alertOver', alertId: L1, state: 'over' }))
})
