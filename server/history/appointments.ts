/** The life of an appointment, folded from its facts for those who look back. */
import type { Appointment } from '#contracts/appointments.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'

/** `bookedAt` is unknown of one whose booking was forgotten before it could be stored. */
export interface ToldAppointment {
  appointment: Appointment
  bookedAt?: Instant
}

/** As before when the fact says nothing of it. */
export const appointmentAfter = (before: Appointment | undefined, { event }: Fact): Appointment | undefined => {
  if (event.type === 'appointmentBooked') {
    const { type: _, ...booked } = event
    return { ...booked, state: 'booked' }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'appointmentCancelled':
      return { ...before, state: 'cancelled' }
    case 'appointmentArrived':
      return { ...before, state: 'arrived', ticketId: event.ticketId }
    case 'appointmentMissed':
      return { ...before, state: 'missed' }
    default:
      return before
  }
}

export const toldAppointmentAfter = (before: ToldAppointment | undefined, fact: Fact): ToldAppointment | undefined => {
  const appointment = appointmentAfter(before?.appointment, fact)
  const bookedAt = fact.event.type === 'appointmentBooked' ? fact.at : before?.bookedAt
  return appointment && { appointment, ...(bookedAt !== undefined && { bookedAt }) }
}
