/** The day in figures, and every line with its outlook: what the hall says of itself. */

import { HOUR, SECOND } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { Figures, Line } from '#contracts/live.ts'
import type { Estimate } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { isOverdue } from './care/alerts.ts'
import { everybody, waitingByService } from './queue/line.ts'
import type { HallState } from './state.ts'
import { quarterOf } from './tally.ts'

/** The wait in whole minutes that this share of called visitors did not exceed; nothing before the first call. */
const quantile = (waits: readonly number[], share: number): number | undefined => {
  const all = waits.reduce((sum, count) => sum + count, 0)
  if (all === 0) return undefined
  let counted = 0
  const cell = waits.findIndex((count) => {
    counted += count
    return counted >= share * all
  })
  return cell
}

const openWindows = (hall: HallState) => [...hall.windows.values()].filter(({ state }) => state === 'open')

/** How many open windows do each service; none has no entry. */
export const openByService = (hall: HallState): Map<ServiceId, number> => {
  const counts = new Map<ServiceId, number>()
  for (const { serviceIds } of openWindows(hall))
    for (const serviceId of serviceIds) counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1)
  return counts
}

const appointmentsToday = ({ appointments, day }: HallState): Figures['appointments'] => {
  const today = [...appointments.values()].filter(({ from }) => day && from >= day.from && from < day.until)
  const among = (...states: string[]) => today.filter(({ state }) => states.includes(state)).length
  return { booked: among('booked', 'arrived', 'missed'), arrived: among('arrived'), missed: among('missed') }
}

export const figures = (hall: HallState, at: Instant): Figures => {
  const waiting = everybody(hall.queues)
  const { waits, served, missed, delivered, told, kept, arrivals } = hall.tally
  const median = quantile(waits, 0.5)
  const p90 = quantile(waits, 0.9)
  return {
    day: hall.day?.day ?? '1970-01-01',
    waiting: waiting.length,
    overdue: waiting.filter((ticket) => isOverdue(hall, ticket, at)).length,
    ...(median !== undefined && { medianMinutes: median }),
    ...(p90 !== undefined && { p90Minutes: p90 }),
    served,
    missed,
    openWindows: openWindows(hall).length,
    allWindows: hall.windows.size,
    delivered,
    hoursSaved: (hall.tally.savedSeconds * SECOND) / HOUR,
    promised: { told, kept },
    promisedBefore: [...hall.learned.kept],
    appointments: appointmentsToday(hall),
    arrivals: arrivals.slice(0, quarterOf(at, hall.day?.from ?? at) + 1),
  }
}

export const lines = (hall: HallState, at: Instant, newcomers: ReadonlyMap<ServiceId, Estimate>): Line[] => {
  const waiting = waitingByService(hall.queues)
  const open = openByService(hall)
  return hall.site.services.map(({ serviceId }) => {
    const mine = waiting.get(serviceId) ?? []
    const estimate = newcomers.get(serviceId)
    return {
      serviceId,
      waiting: mine.length,
      overdue: mine.filter((ticket) => isOverdue(hall, ticket, at)).length,
      openWindows: open.get(serviceId) ?? 0,
      ...(estimate && { estimate }),
    }
  })
}
