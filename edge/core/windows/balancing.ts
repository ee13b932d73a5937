/** Which window is given a visitor when several are free: the one that can do least else. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { nextAt } from '../queue/calling.ts'
import { leftLine } from '../queue/line.ts'
import type { HallState } from '../state.ts'

/** Since its last visitor, or since it opened. */
export const freeSince = ({ desks }: HallState, { windowId, since }: ServiceWindow): Instant =>
  Math.max(since, desks.get(windowId)?.last?.at ?? 0)

/** Windows at which nobody is, the least flexible first; among equals the one that has been free longest. */
export const freeWindows = (hall: HallState): ServiceWindow[] =>
  [...hall.windows.values()]
    .filter(({ state, ticketId }) => state === 'open' && ticketId === undefined)
    .sort(
      (a, b) =>
        a.serviceIds.length - b.serviceIds.length ||
        freeSince(hall, a) - freeSince(hall, b) ||
        (a.windowId < b.windowId ? -1 : 1),
    )

/** Where the site has the hall call: a visitor for each free window. Called once a second. */
export const callsForFree = (hall: HallState, at: Instant): HallEvent[] => {
  if (hall.site.queue.calling !== 'automatic') return []
  const calls: HallEvent[] = []
  let now = hall
  for (const desk of freeWindows(hall)) {
    const next = nextAt(now, desk, at)
    if (!next) continue
    const { ticket, reason } = next
    calls.push({ type: 'ticketCalled', ticketId: ticket.ticketId, windowId: desk.windowId, reason })
    now = { ...now, queues: leftLine(now.queues, ticket, now.paper) }
  }
  return calls
}
