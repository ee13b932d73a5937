/** Where a roll forward starts: the windows that work, who is at them, and who waits. */

import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import { spanAt } from '#contracts/opening.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { servedHere } from '#contracts/visit.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import type { Queues } from '../queue/line.ts'
import type { Stand } from '../queue/stand.ts'
import type { HallState } from '../state.ts'
import { minutesOf } from './pace.ts'
import { type Arrival, type Outset, type RollDesk, visitorOf } from './rolling.ts'

/** From the call to the first word at the window. */
const WALK = 30 * SECOND

/** A window that is paused for a break comes back when that ends; one that is paused otherwise, nobody knows when. */
const worksFrom = ({ state, breaks = [] }: ServiceWindow, at: Instant): Instant | undefined => {
  if (state === 'open') return at
  return state === 'paused' ? spanAt(breaks, at)?.until : undefined
}

/** Only where somebody waits or comes: most windows of a large hall can do much that nobody wants now. */
const wanted = (stand: Stand, queues: Queues, coming: ReadonlySet<number>): Stand =>
  stand.filter(({ queue }) => (queues[queue]?.length ?? 0) > 0 || coming.has(queue))

type MeanOf = (serviceId: ServiceId) => number

/** Each service looked up once, however often the hall is rolled forward. */
const meansIn = (hall: HallState): MeanOf => {
  const known = new Map<ServiceId, number>()
  return (serviceId) => {
    const mean = known.get(serviceId) ?? minutesOf(hall, serviceId) * MINUTE
    known.set(serviceId, mean)
    return mean
  }
}

/** A visit of several services lasts as long as all those that this window does. */
const meanOfVisit = (meanOf: MeanOf, ticket: Ticket, serviceIds: readonly ServiceId[]): number => {
  const [only, more] = ticket.serviceIds
  if (only && !more) return meanOf(only)
  return servedHere(ticket, serviceIds).reduce((sum, id) => sum + meanOf(id), 0)
}

const visitAt = (
  hall: HallState,
  { ticketId, serviceIds }: ServiceWindow,
  meanOf: MeanOf,
  at: Instant,
): Pick<RollDesk, 'visit'> => {
  const ticket = ticketId && hall.tickets.get(ticketId)
  if (!ticket) return {}
  const mean = meanOfVisit(meanOf, ticket, serviceIds)
  const began = ticket.state === 'serving' ? ticket.startedAt : at + WALK
  return { visit: { mean, elapsed: at - began, visitor: visitorOf(ticket) } }
}

export const outsetOf = (hall: HallState, at: Instant, arrivals: readonly Arrival[] = []): Outset => {
  const meanOf = meansIn(hall)
  const coming = new Set(arrivals.map(({ queue }) => queue))
  const desks = [...hall.windows.values()].flatMap((desk): RollDesk[] => {
    const from = worksFrom(desk, at)
    const all = hall.stands.get(desk.windowId)
    if (from === undefined || !all) return []
    const { windowId, serviceIds, breaks = [] } = desk
    const stand = wanted(all, hall.queues, coming)
    const streak = hall.desks.get(windowId)?.streak ?? 0
    return [{ windowId, serviceIds, stand, streak, breaks, from, ...visitAt(hall, desk, meanOf, at) }]
  })
  return {
    at,
    queues: hall.queues,
    desks,
    rules: hall.site.queue,
    chances: hall.paper.chances,
    walk: WALK,
    meanOf: (ticket, { serviceIds }) => meanOfVisit(meanOf, ticket, serviceIds),
    arrivals,
  }
}
