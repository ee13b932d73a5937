/** The day in figures, and every line with its outlook: what the hall says of itself. */

import type { ServiceId } from '#contracts/ids.ts'
import type { Figures, Line } from '#contracts/live.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Estimate } from '#contracts/tickets.ts'
import { HOUR, type Instant, MINUTE } from '#contracts/time.ts'
import { arrivalOf, nextService } from '#contracts/visit.ts'
import { everybody } from './queue/line.ts'
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

const isOverdue = (hall: HallState, ticket: WaitingTicket, at: Instant): boolean =>
  at - arrivalOf(ticket) > hall.site.queue.longWaitMinutes * MINUTE

const openWindows = (hall: HallState) => [...hall.windows.values()].filter(({ state }) => state === 'open')

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
    hoursSaved: (delivered * hall.site.savedMinutesPerDelivery * MINUTE) / HOUR,
    promised: { told, kept },
    promisedBefore: [...hall.learned.kept],
    appointments: appointmentsToday(hall),
    arrivals: arrivals.slice(0, quarterOf(at, hall.day?.from ?? at) + 1),
  }
}

const byService = (tickets: readonly WaitingTicket[]): Map<ServiceId | undefined, WaitingTicket[]> => {
  const groups = new Map<ServiceId | undefined, WaitingTicket[]>()
  for (const ticket of tickets) {
    const serviceId = nextService(ticket)
    const group = groups.get(serviceId)
    if (group) group.push(ticket)
    else groups.set(serviceId, [ticket])
  }
  return groups
}

export const lines = (hall: HallState, at: Instant, newcomers: ReadonlyMap<ServiceId, Estimate>): Line[] => {
  const waiting = byService(everybody(hall.queues))
  const open = openWindows(hall)
  return hall.site.services.map(({ serviceId }) => {
    const mine = waiting.get(serviceId) ?? []
    const estimate = newcomers.get(serviceId)
    return {
      serviceId,
      waiting: mine.length,
      overdue: mine.filter((ticket) => isOverdue(hall, ticket, at)).length,
      openWindows: open.filter(({ serviceIds }) => serviceIds.includes(serviceId)).length,
      ...(estimate && { estimate }),
    }
  })
}
