/** The appointments of a day as the managers see them: by slot, and how many there are of each state. */
import type { Appointment } from '#contracts/appointments.ts'

export type AppointmentState = Appointment['state']
export const appointmentStates: readonly AppointmentState[] = ['booked', 'arrived', 'missed', 'cancelled']

export interface SlotOfDay {
  readonly from: number
  readonly until: number
  readonly appointments: readonly Appointment[]
}

/** In the order of the slots; slots that begin together but end apart are two. */
export const slotsOfDay = (appointments: readonly Appointment[]): SlotOfDay[] => {
  const slots = new Map<string, Appointment[]>()
  for (const appointment of appointments) {
    const key = `${appointment.from}-${appointment.until}`
    slots.set(key, [...(slots.get(key) ?? []), appointment])
  }
  return [...slots.values()]
    .flatMap((own) => {
      const [first] = own
      const byCode = own.toSorted((a, b) => (a.code < b.code ? -1 : 1))
      return first ? [{ from: first.from, until: first.until, appointments: byCode }] : []
    })
    .sort((a, b) => a.from - b.from || a.until - b.until)
}

export const countsOf = (appointments: readonly Appointment[]): Readonly<Record<AppointmentState, number>> => {
  const counts = { booked: 0, arrived: 0, missed: 0, cancelled: 0 }
  for (const { state } of appointments) counts[state] += 1
  return counts
}
