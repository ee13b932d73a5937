import { describe, expect, it } from 'vitest'
import type { PersonCommand } from '#contracts/commands.ts'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { callNext, issue, open, social, tax, tick, W1 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { appointmentCode, serviceId } from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'
import { type Story, storyOf } from '#test/support/story.ts'

const DAY = 24 * HOUR
const TEN = NINE + HOUR
const one = appointmentCode('100001')
const two = appointmentCode('100002')
const three = appointmentCode('100003')

const day = [
  { from: '09:00', until: '12:00' },
  { from: '13:00', until: '17:00' },
]
const site = siteWith({
  hours: { monday: day, tuesday: day, wednesday: day, holidays: ['2026-11-25'] },
  services: { social: { appointments: { slotMinutes: 15, capacity: 2 } } },
})
const book = (code = one, from: Instant = TEN, serviceIds: ServiceId[] = [social]): PersonCommand => ({
  type: 'bookAppointment',
  code,
  serviceIds,
  from,
})
const checkIn = (code = one): PersonCommand => ({ type: 'checkIn', code })
const cancel = (code = one): PersonCommand => ({ type: 'cancelAppointment', code })
const booked = (...commands: PersonCommand[]): Story => {
  const story = storyOf(site)
  for (const command of [book(), ...commands]) story.does(command)
  return story
}

describe('booking an appointment', () => {
  it('takes a place in a slot, for all that is to be done on the visit', () =>
    expect(
      storyOf(site).does({ ...book(one, TEN, [tax, social, tax]), priorityReason: 'elderly' } as PersonCommand),
    ).toContainEqual({
      type: 'appointmentBooked',
      code: one,
      serviceIds: [tax, social],
      from: TEN,
      until: TEN + 15 * MINUTE,
      priorityReason: 'elderly',
    }))

  it('is refused when the slot is full, until somebody cancels', () => {
    const story = booked(book(two))
    const full = { code: 'slotFull', from: TEN, serviceId: social, capacity: 2 }
    expect(story.cannot(book(three))).toEqual(full)
    story.does(cancel(two))
    story.does(book(three))
  })

  it('counts the places of a slot also where the service is not the first of the visit', () => {
    const story = booked(book(two, TEN, [tax, social]))
    expect(story.cannot(book(three))).toMatchObject({ code: 'slotFull' })
  })

  it('leaves the other slots free', () => {
    const story = booked(book(two))
    story.does(book(three, TEN + 15 * MINUTE))
  })

  it.each([
    ['between two slots', TEN + MINUTE],
    ['in the break', NINE + 3 * HOUR],
    ['after closing', NINE + 8 * HOUR],
    ['on a holiday', TEN + 2 * DAY],
    ['on a day without hours', TEN + 3 * DAY],
    ['further ahead than the site lets people book', TEN + 15 * DAY],
    ['when the slot is over', NINE - 7 * DAY],
  ])('is refused %s', (_, from) => expect(storyOf(site).cannot(book(one, from))).toEqual({ code: 'unknownSlot', from }))

  it('is possible until the slot is over', () => {
    storyOf(site).does(book(), TEN + 15 * MINUTE - 1)
    expect(storyOf(site).cannot(book(), TEN + 15 * MINUTE)).toMatchObject({ code: 'unknownSlot' })
  })

  it('is refused with a code that is taken, also by one who has cancelled', () => {
    expect(booked().cannot(book(one, TEN + 15 * MINUTE))).toEqual({ code: 'codeTaken', appointment: one })
    expect(booked(cancel()).cannot(book())).toEqual({ code: 'codeTaken', appointment: one })
  })

  it('is refused where no service takes appointments, or the hall does not know it', () => {
    const story = storyOf(site)
    expect(story.cannot(book(one, TEN, [tax]))).toEqual({ code: 'noAppointments', serviceIds: [tax] })
    const unknown = serviceId('marriage')
    expect(story.cannot(book(one, TEN, [social, unknown]))).toEqual({ code: 'unknownService', serviceId: unknown })
  })
})

describe('checking in', () => {
  const ticketOf = (story: Story) => [...story.hall.tickets.values()].at(-1)

  it('gives a number in the lane of appointments, and says whose it is', () => {
    const events = booked().does(checkIn(), TEN)
    expect(events).toEqual([
      { type: 'ticketIssued', ticketId: '20261123-A001', number: 'A001', serviceIds: [social], lane: 'appointment' },
      { type: 'appointmentArrived', code: one, ticketId: '20261123-A001' },
    ])
  })

  it('early counts from the slot on, and gains nothing on who came before that', () => {
    const story = booked()
    story.does(checkIn(), TEN - 30 * MINUTE)
    expect(ticketOf(story)).toMatchObject({ lane: 'appointment', dueAt: TEN })
    story.does(issue(), TEN - 15 * MINUTE)
    story.does(open(W1))
    expect(story.does(callNext(), TEN)).toMatchObject([{ ticketId: '20261123-A002' }])
  })

  it('early passes who came within the credit of the slot, or later', () => {
    const story = booked()
    story.does(checkIn(), TEN - 30 * MINUTE)
    story.does(issue(), TEN - 9 * MINUTE)
    story.does(open(W1))
    expect(story.does(callNext(), TEN)).toMatchObject([
      { ticketId: '20261123-A001', reason: { code: 'laneCredit', waitedMinutes: 0, passed: 1 } },
    ])
  })

  it('late within the grace loses nothing but those minutes', () => {
    const story = booked()
    story.does(checkIn(), TEN + 15 * MINUTE)
    expect(ticketOf(story)).toMatchObject({ lane: 'appointment', issuedAt: TEN + 15 * MINUTE })
    expect(ticketOf(story)).not.toHaveProperty('dueAt')
  })

  it('too late is a number as for any walk-in, or for a priority that was said', () => {
    const walkIn = booked()
    walkIn.does(checkIn(), TEN + 15 * MINUTE + 1)
    expect(ticketOf(walkIn)).toMatchObject({ lane: 'walkIn' })
    const elderly = storyOf(site)
    elderly.does({ ...book(), priorityReason: 'elderly' } as PersonCommand)
    elderly.does(checkIn(), TEN + 16 * MINUTE)
    expect(ticketOf(elderly)).toMatchObject({ lane: 'priority', priorityReason: 'elderly' })
  })

  it('is refused on another day', () => {
    const story = storyOf(site)
    story.does(book(one, TEN + DAY))
    expect(story.cannot(checkIn())).toEqual({ code: 'appointmentNotToday', appointment: one, from: TEN + DAY })
  })

  it('is refused twice, after cancelling, and with a code nobody has', () => {
    const over = (state: string) => ({ code: 'appointmentOver', appointment: one, state })
    expect(booked(checkIn()).cannot(checkIn())).toEqual(over('arrived'))
    expect(booked(checkIn()).cannot(cancel())).toEqual(over('arrived'))
    expect(booked(cancel()).cannot(checkIn())).toEqual(over('cancelled'))
    expect(booked().cannot(checkIn(two))).toEqual({ code: 'unknownAppointment', appointment: two })
  })
})

describe('somebody who never comes', () => {
  it('is missed when the slot and the grace after it are over', () => {
    const story = booked()
    expect(story.does(tick, TEN + 30 * MINUTE)).toEqual([])
    expect(story.does(tick, TEN + 30 * MINUTE + 1)).toEqual([{ type: 'appointmentMissed', code: one }])
    expect(story.does(tick)).toEqual([])
    expect(story.cannot(checkIn())).toMatchObject({ code: 'appointmentOver', state: 'missed' })
  })

  it('is missed at the end of the day at the latest, also when the box has slept for days', () => {
    const story = booked(book(two, TEN + DAY))
    const events = story.does(tick, NINE + 7 * DAY)
    expect(events.filter(({ type }) => type === 'appointmentMissed')).toEqual([
      { type: 'appointmentMissed', code: one },
      { type: 'appointmentMissed', code: two },
    ])
  })
})

describe('an appointment of another day', () => {
  it('lives on over midnight, and those of the past do not', () => {
    const story = booked(book(two, TEN + DAY))
    const dawn = story.does(tick, NINE + DAY).find(({ type }) => type === 'dayBegan')
    expect(dawn).toMatchObject({ appointments: [{ code: two, from: TEN + DAY, state: 'booked' }] })
    expect([...story.hall.appointments.keys()]).toEqual([two])
    story.does(checkIn(two), TEN + DAY)
  })

  it('keeps its place in the slot', () => {
    const story = storyOf(site)
    for (const code of [one, two]) story.does(book(code, TEN + DAY))
    expect(story.cannot(book(three, TEN + DAY), NINE + DAY)).toMatchObject({ code: 'slotFull' })
  })
})
