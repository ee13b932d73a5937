/** The slots that may be booked: from each opening on, one after the other, as long as they end before it closes. */
import type { Appointment } from './appointments.ts'
import { HOUR, MINUTE } from './durations.ts'
import type { ServiceId } from './ids.ts'
import { openSpans } from './opening.ts'
import type { Site } from './site.ts'
import type { Instant } from './time.ts'

export interface SlotTime {
  readonly from: Instant
  readonly until: Instant
}

/** Those of the local day around `at`; none where the service takes no appointments. */
export const slotsOf = (
  { services, hours, timeZone }: Site,
  serviceId: ServiceId,
  at: Instant,
): readonly SlotTime[] => {
  const taken = services.find((service) => service.serviceId === serviceId)?.appointments
  if (!taken) return []
  const long = taken.slotMinutes * MINUTE
  return openSpans(hours, timeZone, at).flatMap(({ from, until }) =>
    Array.from({ length: Math.floor((until - from) / long) }, (_, i) => ({
      from: from + i * long,
      until: from + (i + 1) * long,
    })),
  )
}

/** At `at`: not over yet, and no further ahead than the site lets people book. */
export const isBookable = ({ queue }: Site, { from, until }: SlotTime, at: Instant): boolean =>
  until > at && from <= at + queue.appointments.daysAhead * 24 * HOUR

/** How many places of a slot are taken, by visits for this service and whatever else is done on them. */
export const bookedIn = (appointments: Iterable<Appointment>, serviceId: ServiceId, from: Instant): number =>
  [...appointments].filter(
    (one) => one.from === from && one.serviceIds.includes(serviceId) && one.state !== 'cancelled',
  ).length
