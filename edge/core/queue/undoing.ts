/** The last deed at a window taken back: the ticket, the window and the day's counts as they were before. */

import { SECOND } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { MissionId, WindowId } from '#contracts/ids.ts'
import type { Ticket, TicketState } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import type { UndoDeed } from '#contracts/windowCommands.ts'
import type { Deed, ServiceWindow } from '#contracts/windows.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { cancelMission } from '../fleet/missions.ts'
import { type HallState, ticketOf } from '../state.ts'
import { isFirstCall, waited } from '../tally.ts'
import { atWindow } from '../windows/lifecycle.ts'
import { withoutCalls } from './announcing.ts'
import { isAtWindow, placed } from './placing.ts'

/** Only while nothing else has happened at the window, and to the visitor, since. */
export const undoDeed = ({ windowId }: UndoDeed, hall: HallState, at: Instant): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  const last = hall.desks.get(windowId)?.last
  const now = last && ticketOf(hall, last.ticket.ticketId)
  const inTime = last && at - last.at <= hall.site.queue.undoSeconds * SECOND
  if (!last || !now || !inTime || !isStill(last.deed, now, desk)) return refuse({ code: 'nothingToUndo', windowId })
  const { deed } = last
  const { ticketId } = now
  return accept(
    ...(deed === 'handOn' && now.state === 'parked' && now.missionId ? calledOff(now.missionId, hall, at) : []),
    { type: 'ticketRestored', ticketId, windowId, deed, ticket: asBefore(last.ticket, now) },
  )
}

/** What was announced has been heard: the count of calls goes on, and says how many were taken back. */
const asBefore = (before: Ticket, { calls }: Ticket): Ticket => {
  const callsUndone = (before.callsUndone ?? 0) + calls - before.calls
  return { ...before, calls, ...(callsUndone > 0 && { callsUndone }) }
}

const calledOff = (missionId: MissionId, hall: HallState, at: Instant): HallEvent[] => {
  const decision = cancelMission({ type: 'cancelMission', missionId }, hall, at)
  return decision.ok ? decision.events : []
}

/** Where each deed leaves a ticket; one that has moved on from there is somebody else's by now. */
const leftIn: Record<Deed, readonly TicketState[]> = {
  call: ['called'],
  start: ['serving'],
  finish: ['served', 'waiting'],
  miss: ['missed'],
  park: ['parked'],
  transfer: ['waiting'],
  handOn: ['parked'],
}

const isStill = (deed: Deed, ticket: Ticket, { windowId, state, ticketId }: ServiceWindow): boolean => {
  const isHere = !('windowId' in ticket) || ticket.windowId === windowId
  const isFree = ticketId === undefined || ticketId === ticket.ticketId
  return state !== 'closed' && leftIn[deed].includes(ticket.state) && isHere && isFree
}

export const restored = (
  hall: HallState,
  before: Ticket,
  after: Ticket,
  { windowId, deed }: EventOf<'ticketRestored'>,
): HallState => {
  const { last } = hall.desks.get(windowId) ?? {}
  const back = placed(hall, before, after)
  const { served, missed } = hall.tally
  const undone = {
    ...hall.tally,
    served: served - (before.state === 'served' ? 1 : 0),
    missed: missed - (before.state === 'missed' ? 1 : 0),
  }
  return {
    ...hall,
    ...back,
    reasons: last?.reason ? back.reasons.with(after.ticketId, last.reason) : back.reasons.without(after.ticketId),
    windows: withoutUndo(atWindow(hall, windowId, isAtWindow(after) ? after.ticketId : undefined), windowId),
    desks: hall.desks.with(windowId, { streak: last?.streak ?? 0 }),
    calls: deed === 'call' && last ? withoutCalls(hall.calls, before.ticketId, last.at) : hall.calls,
    tally: deed === 'call' && last && isFirstCall(last.ticket) ? waited(undone, after, last.at, -1) : undone,
  }
}

const withoutUndo = (windows: HallState['windows'], windowId: WindowId): HallState['windows'] => {
  const desk = windows.get(windowId)
  if (!desk) return windows
  const { undoable: _, ...kept } = desk
  return windows.with(windowId, kept)
}
