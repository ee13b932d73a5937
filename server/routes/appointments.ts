/** Appointments: which slots are free, booking one, looking at it, arriving, calling it off. */

import { z } from 'zod'
import { appointmentAfter } from '#contracts/appointmentLife.ts'
import type { Appointment } from '#contracts/appointments.ts'
import { ServiceId } from '#contracts/ids.ts'
import { dayAround, midnightOf } from '#contracts/opening.ts'
import { bookedIn, isBookable, slotsOf } from '#contracts/slots.ts'
import { CancelAppointment, CheckIn } from '#contracts/ticketCommands.ts'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import { AppointmentAnswer, AppointmentsAnswer, SlotsAnswer, TicketAnswer } from '../answers.ts'
import type { House } from '../house.ts'
import { booking } from './booking.ts'
import { eventIn, send } from './commanding.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'
import { withPromise } from './tickets.ts'

const OfCode = CancelAppointment.pick({ code: true })
/** A day that the calendar has; of the hall's own time zone. */
const Day = z.iso.date()

const siteOf = ({ mirror }: House) => mirror.all('site')[0]?.site

/** From midnight on, as the past has them once it has caught up. */
const ofDay = async ({ past, recorder }: House, from: Instant, until: Instant): Promise<Appointment[]> => {
  await recorder?.caughtUp()
  return past.appointments(from, until)
}

const localDay = (day: ServiceDay, timeZone: string) => dayAround(midnightOf(day, timeZone), timeZone)

const known = async ({ past, recorder }: House, code: Appointment['code']): Promise<Appointment | undefined> => {
  await recorder?.caughtUp()
  return past.appointment(code)
}

/** Looked up before anything is done: what is answered with must not be missing afterwards. */
const cancelling: Route = {
  method: 'post',
  path: '/api/appointments/:code/cancel',
  summary: 'Call an appointment off; its place is free again.',
  takes: CancelAppointment,
  gives: AppointmentAnswer,
  status: 200,
  answer: async (house, asked, id, who): Promise<Answer<z.output<typeof AppointmentAnswer>>> => {
    const parsed = CancelAppointment.safeParse({ ...asked, type: 'cancelAppointment' })
    if (!parsed.success) return malformed(parsed.error)
    const { code } = parsed.data
    const before = await known(house, code)
    const receipt = await send(house, { id, by: who.by('staff'), command: parsed.data })
    if (!receipt.ok) return receipt
    if (eventIn(receipt.body, 'appointmentCancelled')?.code !== code) return no({ code: 'keyReused' })
    const appointment = receipt.body.facts.reduce(appointmentAfter, before)
    return appointment ? yes({ appointment }) : no({ code: 'unknownAppointment', appointment: code })
  },
}

export const appointmentRoutes: readonly Route[] = [
  look({
    path: '/api/appointments/slots',
    summary: 'The slots of a day that can be booked now, with the places left in each.',
    takes: z.object({ serviceId: ServiceId, day: Day }),
    gives: SlotsAnswer,
    find: async (house, { serviceId, day }) => {
      const site = siteOf(house)
      if (!site) return no({ code: 'notReady' })
      const service = site.services.find((one) => one.serviceId === serviceId)
      if (!service) return no({ code: 'unknownService', serviceId })
      if (!service.appointments) return no({ code: 'noAppointments', serviceIds: [serviceId] })
      const { capacity } = service.appointments
      const { from, until } = localDay(day, site.timeZone)
      const booked = await ofDay(house, from, until)
      const bookable = slotsOf(site, serviceId, from).filter((slot) => isBookable(site, slot, house.clock.now()))
      const left = (slot: Instant) => Math.max(0, capacity - bookedIn(booked, serviceId, slot))
      return yes({ slots: bookable.map((slot) => ({ ...slot, free: left(slot.from) })) })
    },
  }),
  booking,
  look({
    path: '/api/appointments',
    summary: 'The appointments of a day, in the order of their slots; also those that are over.',
    takes: z.object({ day: Day }),
    gives: AppointmentsAnswer,
    find: async (house, { day }) => {
      const site = siteOf(house)
      if (!site) return no({ code: 'notReady' })
      const { from, until } = localDay(day, site.timeZone)
      return yes({ appointments: await ofDay(house, from, until) })
    },
  }),
  look({
    path: '/api/appointments/:code',
    summary: 'An appointment by its code.',
    takes: OfCode,
    gives: AppointmentAnswer,
    find: async (house, { code }) => {
      const appointment = await known(house, code)
      return appointment ? yes({ appointment }) : no({ code: 'unknownAppointment', appointment: code })
    },
  }),
  deed({
    path: '/api/appointments/:code/check-in',
    summary: 'The visitor has come: a number, ahead of walk-ins when in time.',
    command: CheckIn,
    by: 'kiosk',
    subject: 'ticket',
    gives: TicketAnswer,
    status: 201,
    show: withPromise,
  }),
  cancelling,
]
