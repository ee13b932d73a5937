/** What an appointment is worth when its visitor comes. */
import { describe, expect, it } from 'vitest'
import { Appointment } from '#contracts/appointments.ts'
import { mayCheckIn, standingOf } from '#dashboard/kiosk/checkingIn.ts'
import { smallSite } from '#test/support/smallSite.ts'

const at = (text: string) => Date.parse(`2026-11-${text}+08:00`)
const site = smallSite()
const booked = Appointment.parse({
  code: '12345678',
  serviceIds: ['social'],
  from: at('23T10:00'),
  until: at('23T10:30'),
  state: 'booked',
})

describe('coming with an appointment', () => {
  it.each([
    ['23T09:59', 'early'],
    ['23T10:00', 'inTime'],
    ['23T10:15', 'inTime'],
    ['23T10:16', 'late'],
    ['22T10:00', 'otherDay'],
    ['24T10:00', 'missed'],
  ])('at %s is %s', (time, standing) => expect(standingOf(booked, site, at(time))).toBe(standing))

  it.each(['arrived', 'cancelled', 'missed'] as const)('that is %s already stays so', (state) =>
    expect(standingOf({ ...booked, state }, site, at('23T10:00'))).toBe(state),
  )

  it('ends in a number only on its day and while it stands', () => {
    expect((['early', 'inTime', 'late'] as const).every(mayCheckIn)).toBe(true)
    expect((['otherDay', 'arrived', 'cancelled', 'missed'] as const).some(mayCheckIn)).toBe(false)
  })
})
