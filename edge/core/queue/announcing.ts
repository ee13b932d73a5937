/** Announcements: each call has its full time at the loudspeakers of its floor, one after the other. */

import { SECOND } from '#contracts/durations.ts'
import type { FloorId, TicketId, WindowId } from '#contracts/ids.ts'
import type { Call, Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'

/** Enough for the list of last calls on the screens of three floors; calls that have still to be said are kept beyond it. */
const CALLS_KEPT = 24

/** Some minutes of announcements: whoever has not been announced by then has long read the screen. */
const CALLS_MOST = 40

const floorOf = ({ paper }: HallState, windowId: WindowId): FloorId | undefined =>
  paper.windows.get(windowId)?.place.floorId

/** The calls with this one at the end of what its floor has still to say. */
export const announced = (hall: HallState, ticket: Ticket, windowId: WindowId, at: Instant): readonly Call[] => {
  const { ticketId, number, calls, language } = ticket
  const floorId = floorOf(hall, windowId)
  const before = hall.calls.find((call) => floorOf(hall, call.windowId) === floorId)
  const from = Math.max(at, before?.until ?? at)
  const call: Call = {
    callId: `${ticketId}/${calls}`,
    ticketId,
    number,
    windowId,
    at,
    calls,
    ...(language && { language }),
    from,
    until: from + hall.site.queue.announceSeconds * SECOND,
  }
  return [call, ...hall.calls.slice(0, stillKept(hall.calls, at))]
}

/** How many of the newest calls are kept beside a new one. */
const stillKept = (calls: readonly Call[], at: Instant): number => {
  let kept = Math.min(calls.length, CALLS_MOST - 1)
  while (kept >= CALLS_KEPT && (calls[kept - 1]?.until ?? 0) <= at) kept--
  return kept
}

/** Without what has been announced of a ticket since then: what has not been said yet is not said. */
export const withoutCalls = (calls: readonly Call[], ticketId: TicketId, since: Instant): readonly Call[] =>
  calls.filter((call) => call.ticketId !== ticketId || call.at < since)
