/** Appointments: booked by slot and capacity, kept, come too late, or never come. */
import { appointmentAfter } from '#contracts/appointmentLife.ts'
import type { Appointment } from '#contracts/appointments.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { AppointmentCode } from '#contracts/ids.ts'
import { bookedIn, isBookable, slotsOf } from '#contracts/slots.ts'
import type { BookAppointment, CancelAppointment, CheckIn } from '#contracts/ticketCommands.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { type HallState, withEntry } from '../state.ts'
import { ifNumberLeft } from './issuing.ts'

export type AppointmentEvent = Extract<HallEvent, { type: `appointment${string}` }>

/** The slot and its places are those of the first service that has slots; the others are done on the same visit. */
export const bookAppointment = (command: BookAppointment, hall: HallState, at: Instant): Decision => {
  const { code, from, priorityReason, language } = command
  const serviceIds = [...new Set(command.serviceIds)]
  const unknown = serviceIds.find((serviceId) => !hall.paper.services.has(serviceId))
  if (unknown) return refuse({ code: 'unknownService', serviceId: unknown })
  const serviceId = serviceIds.find((one) => hall.paper.services.get(one)?.appointments)
  const taking = serviceId && hall.paper.services.get(serviceId)?.appointments
  if (!serviceId || !taking) return refuse({ code: 'noAppointments', serviceIds })
  if (hall.appointments.has(code)) return refuse({ code: 'codeTaken', appointment: code })
  const slot = slotsOf(hall.site, serviceId, from).find((one) => one.from === from)
  if (!slot || !isBookable(hall.site, slot, at)) return refuse({ code: 'unknownSlot', from })
  const { capacity } = taking
  if (bookedIn(hall.appointments.values(), serviceId, from) >= capacity)
    return refuse({ code: 'slotFull', from, serviceId, capacity })
  return accept({
    type: 'appointmentBooked',
    code,
    serviceIds,
    from,
    until: slot.until,
    ...(priorityReason && { priorityReason }),
    ...(language && { language }),
  })
}

const ifBooked = (code: AppointmentCode, hall: HallState, deed: (booked: Appointment) => Decision): Decision => {
  const booked = hall.appointments.get(code)
  if (!booked) return refuse({ code: 'unknownAppointment', appointment: code })
  return booked.state === 'booked'
    ? deed(booked)
    : refuse({ code: 'appointmentOver', appointment: code, state: booked.state })
}

export const cancelAppointment = ({ code }: CancelAppointment, hall: HallState): Decision =>
  ifBooked(code, hall, () => accept({ type: 'appointmentCancelled', code }))

/**
 * In time, the visitor counts as having come when the slot begins, and goes by the lane of appointments: coming earlier
 * gains nothing, and a few minutes late lose nothing but themselves. Too late, it is a number as for any walk-in.
 */
export const checkIn = ({ code }: CheckIn, hall: HallState, at: Instant): Decision =>
  ifBooked(code, hall, (booked) => {
    const { lateMinutes } = hall.site.queue.appointments
    const { from, serviceIds, priorityReason, language } = booked
    const today = hall.day && from >= hall.day.from && from < hall.day.until
    if (!today) return refuse({ code: 'appointmentNotToday', appointment: code, from })
    const late = at > from + lateMinutes * MINUTE
    const lane = !late ? ('appointment' as const) : priorityReason ? ('priority' as const) : ('walkIn' as const)
    return ifNumberLeft({ serviceIds, lane, priorityReason, language }, hall, (issued) =>
      accept(
        { type: 'ticketIssued', ...issued, ...(at < from && { dueAt: from }) },
        { type: 'appointmentArrived', code, ticketId: issued.ticketId },
      ),
    )
  })

/** On each tick: whoever has not come by the end of the slot and the grace after it. */
export const missedAppointments = (hall: HallState, at: Instant): EventOf<'appointmentMissed'>[] => {
  const grace = hall.site.queue.appointments.lateMinutes * MINUTE
  return [...hall.appointments.values()].flatMap(({ code, state, until }) =>
    state === 'booked' && at > until + grace ? [{ type: 'appointmentMissed' as const, code }] : [],
  )
}

/** Those of today and of days to come: all that lives on into a new day. */
export const stillToCome = ({ appointments }: HallState, from: Instant): Appointment[] =>
  [...appointments.values()].filter((one) => one.state === 'booked' && one.until > from)

export const evolveAppointments = (hall: HallState, event: AppointmentEvent): HallState => {
  const after = appointmentAfter(hall.appointments.get(event.code), { event })
  return after ? { ...hall, appointments: withEntry(hall.appointments, after.code, after) } : hall
}
