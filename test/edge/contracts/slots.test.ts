import { describe, expect, it } from 'vitest'
import type { Appointment } from '#contracts/appointments.ts'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { bookedIn, isBookable, slotsOf } from '#contracts/slots.ts'
import { NINE } from '../../support/given.ts'
import { appointmentCode, serviceId } from '../../support/names.ts'
import { siteWith } from '../../support/smallSite.ts'

const [social, tax] = [serviceId('social'), serviceId('tax')]
const site = siteWith({
  hours: {
    monday: [
      { from: '09:00', until: '10:10' },
      { from: '13:00', until: '13:50' },
    ],
  },
  services: { social: { appointments: { slotMinutes: 20, capacity: 3 } } },
})
const minutesAfterNine = (slots: readonly { from: number; until: number }[]) =>
  slots.map(({ from, until }) => [(from - NINE) / MINUTE, (until - NINE) / MINUTE])

describe('the slots of a day', () => {
  it('follow each other from each opening on, and end before it closes', () =>
    expect(minutesAfterNine(slotsOf(site, social, NINE))).toEqual([
      [0, 20],
      [20, 40],
      [40, 60],
      [240, 260],
      [260, 280],
    ]))

  it('are those of the day around an instant, whatever the hour', () =>
    expect(slotsOf(site, social, NINE + 10 * HOUR)).toEqual(slotsOf(site, social, NINE - 8 * HOUR)))

  it('are none on a day without hours, for a service without slots, and for one that is not there', () => {
    expect(slotsOf(site, social, NINE + 24 * HOUR)).toEqual([])
    expect(slotsOf(site, tax, NINE)).toEqual([])
    expect(slotsOf(site, serviceId('marriage'), NINE)).toEqual([])
  })
})

describe('a slot', () => {
  const slot = { from: NINE, until: NINE + 20 * MINUTE }

  it('may be booked until it is over, and as far ahead as the site says', () => {
    expect(isBookable(site, slot, NINE + 20 * MINUTE - 1)).toBe(true)
    expect(isBookable(site, slot, NINE + 20 * MINUTE)).toBe(false)
    expect(isBookable(site, slot, NINE - 14 * 24 * HOUR)).toBe(true)
    expect(isBookable(site, slot, NINE - 14 * 24 * HOUR - 1)).toBe(false)
  })

  it('has as many places taken as were booked and not cancelled', () => {
    const visit = (code: string, more: Partial<Appointment>): Appointment => ({
      code: appointmentCode(code),
      serviceIds: [social],
      ...slot,
      state: 'booked',
      ...more,
    })
    const visits = [
      visit('100001', {}),
      visit('100002', { state: 'arrived' }),
      visit('100003', { state: 'missed', serviceIds: [tax, social] }),
      visit('100004', { state: 'cancelled' }),
      visit('100005', { serviceIds: [tax] }),
      visit('100006', { from: slot.until }),
    ]
    expect(bookedIn(visits, social, NINE)).toBe(3)
  })
})
