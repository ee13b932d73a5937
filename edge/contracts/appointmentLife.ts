/** The life of an appointment: what it is after each fact that speaks of it. The hall and its history fold it alike. */
import type { Appointment } from './appointments.ts'
import type { Fact } from './facts.ts'

/** As before when the fact says nothing of it. */
export const appointmentAfter = (
  before: Appointment | undefined,
  { event }: Pick<Fact, 'event'>,
): Appointment | undefined => {
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
