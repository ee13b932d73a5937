/** Where a roll forward starts: the windows that work, who is at them, and who waits. */
import type { ServiceId } from '#contracts/ids.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { type Instant, MINUTE, SECOND } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { doneHere, LANES, type Queues } from '../queue/line.ts'
import { type Stand, standOf } from '../queue/picking.ts'
import type { HallState } from '../state.ts'
import { minutesOf } from './pace.ts'
import { type Arrival, type Outset, type RollDesk, visitorOf } from './rolling.ts'

/** From the call to the first word at the window. */
const WALK = 30 * SECOND

/** A window that is paused for a break comes back when that ends; one that is paused otherwise, nobody knows when. */
const worksFrom = ({ state, breaks = [] }: ServiceWindow, at: Instant): Instant | undefined => {
  if (state === 'open') return at
  const away = state === 'paused' && breaks.find(({ from, until }) => at >= from && at < until)
  return away ? away.until : undefined
}

/** Only the services for which somebody waits or comes: most windows of a large hall can do much that nobody wants now. */
const wanted = ({ skills, alone }: Stand, queues: Queues, coming: ReadonlySet<number>): Stand => ({
  skills: skills.filter(({ queue }) =>
    LANES.some((_, lane) => (queues[queue + lane]?.length ?? 0) > 0 || coming.has(queue + lane)),
  ),
  alone,
})

/** A visit of several services lasts as long as all those that this window does. */
const meanOfVisit = (hall: HallState, ticket: Ticket, serviceIds: readonly ServiceId[]): number => {
  const [only, more] = ticket.serviceIds
  if (only && !more) return minutesOf(hall, only) * MINUTE
  const here = doneHere(ticket, serviceIds)
  return (here.length > 0 ? here : ticket.serviceIds.slice(0, 1)).reduce(
    (sum, serviceId) => sum + minutesOf(hall, serviceId) * MINUTE,
    0,
  )
}

const visitAt = (hall: HallState, { ticketId, serviceIds }: ServiceWindow, at: Instant): Pick<RollDesk, 'visit'> => {
  const ticket = ticketId && hall.tickets.get(ticketId)
  if (!ticket) return {}
  const mean = meanOfVisit(hall, ticket, serviceIds)
  const began = ticket.state === 'serving' ? ticket.startedAt : at + WALK
  return { visit: { mean, elapsed: at - began, visitor: visitorOf(ticket) } }
}

export const outsetOf = (hall: HallState, at: Instant, arrivals: readonly Arrival[] = []): Outset => {
  const coming = new Set(arrivals.map(({ queue }) => queue))
  const desks = [...hall.windows.values()].flatMap((desk): RollDesk[] => {
    const from = worksFrom(desk, at)
    if (from === undefined) return []
    const { windowId, serviceIds, breaks = [] } = desk
    const stand = wanted(standOf(hall.paper, windowId, serviceIds), hall.queues, coming)
    const streak = hall.desks.get(windowId)?.streak ?? 0
    return [{ windowId, serviceIds, stand, streak, breaks, from, ...visitAt(hall, desk, at) }]
  })
  return {
    at,
    queues: hall.queues,
    desks,
    rules: hall.site.queue,
    chances: hall.paper.chances,
    walk: WALK,
    meanOf: (ticket, { serviceIds }) => meanOfVisit(hall, ticket, serviceIds),
    arrivals,
  }
}
