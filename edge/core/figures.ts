/** The day in figures, and every line with its outlook: what the hall says of itself. */

import type { ServiceId } from '#contracts/ids.ts'
import type { Figures, Line } from '#contracts/live.ts'
import type { Estimate } from '#contracts/tickets.ts'
import { HOUR, type Instant, MINUTE } from '#contracts/time.ts'
import { isWaiting, type WaitingTicket } from './queue/ordering.ts'
import type { HallState } from './state.ts'

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

const waitingIn = (hall: HallState): WaitingTicket[] => [...hall.tickets.values()].filter(isWaiting)

const isOverdue = (hall: HallState, { issuedAt }: WaitingTicket, at: Instant): boolean =>
  at - issuedAt > hall.site.queue.longWaitMinutes * MINUTE

const openWindows = (hall: HallState) => [...hall.windows.values()].filter(({ state }) => state === 'open')

export const figures = (hall: HallState, at: Instant): Figures => {
  const waiting = waitingIn(hall)
  const { waits, served, missed, delivered, told, kept, arrivals } = hall.tally
  const median = quantile(waits, 0.5)
  const p90 = quantile(waits, 0.9)
  const quarters = Math.floor((at - (hall.day?.from ?? at)) / (15 * MINUTE)) + 1
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
    arrivals: arrivals.slice(0, quarters),
  }
}

export const lines = (hall: HallState, at: Instant, newcomers: ReadonlyMap<ServiceId, Estimate>): Line[] => {
  const waiting = waitingIn(hall)
  return hall.site.services.map(({ serviceId }) => {
    const mine = waiting.filter(({ serviceIds }) => serviceIds.includes(serviceId))
    const estimate = newcomers.get(serviceId)
    return {
      serviceId,
      waiting: mine.length,
      overdue: mine.filter((ticket) => isOverdue(hall, ticket, at)).length,
      openWindows: openWindows(hall).filter(({ serviceIds }) => serviceIds.includes(serviceId)).length,
      ...(estimate && { estimate }),
    }
  })
}
