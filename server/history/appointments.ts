/** The life of an appointment for those who look back: also when it was booked. */
import { appointmentAfter } from '#contracts/appointmentLife.ts'
import type { Appointment } from '#contracts/appointments.ts'
import type { Fact } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'

/** `bookedAt` is unknown of one whose booking was forgotten before it could be stored. */
export interface ToldAppointment {
  appointment: Appointment
  bookedAt?: Instant
}

export const toldAppointmentAfter = (before: ToldAppointment | undefined, fact: Fact): ToldAppointment | undefined => {
  const appointment = appointmentAfter(before?.appointment, fact)
  const bookedAt = fact.event.type === 'appointmentBooked' ? fact.at : before?.bookedAt
  return appointment && { appointment, ...(bookedAt !== undefined && { bookedAt }) }
}
