/** Calling somebody to a window: whoever is next, a chosen one, or somebody from the floor; and every reason why not. */
import type { CallReason } from '#contracts/callReasons.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { doneHere, remaining, waitedMinutes } from '#contracts/visit.ts'
import type { CallNext, CallTicket, ServeDirectly } from '#contracts/windowCommands.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { type HallState, ticketOf } from '../state.ts'
import { ifNumberLeft, reasonAgainst } from './issuing.ts'
import { leftLine } from './line.ts'
import { type Pick, passedBy, pick } from './picking.ts'
import { wrongState } from './standing.ts'
import { streakAfter } from './worth.ts'

/** Whom a window would call now, and why; nobody when nobody waits for it. */
export const nextAt = (hall: HallState, { windowId }: ServiceWindow, at: Instant): Pick | undefined => {
  const stand = hall.stands.get(windowId)
  return stand && pick({ queues: hall.queues }, stand, hall.site.queue, at, hall.desks.get(windowId)?.streak ?? 0)
}

/** Enough for a clerk to see who comes. */
const SHOWN = 3

/** Whom it would call one after the other, if nobody else came or called. */
export const nextAfter = (hall: HallState, desk: ServiceWindow, at: Instant): Pick[] => {
  const picks: Pick[] = []
  let now = hall
  while (picks.length < SHOWN) {
    const next = nextAt(now, desk, at)
    if (!next) break
    picks.push(next)
    const streak = streakAfter(now.desks.get(desk.windowId)?.streak ?? 0, next.ticket.lane)
    now = {
      ...now,
      queues: leftLine(now.queues, next.ticket, now.paper),
      desks: now.desks.with(desk.windowId, { streak }),
    }
  }
  return picks
}

export const callNext = ({ windowId }: CallNext, hall: HallState, at: Instant): Decision =>
  ifFree(windowId, hall, (desk) => {
    const next = nextAt(hall, desk, at)
    if (!next) return refuse({ code: 'nobodyWaiting', windowId, serviceIds: [...desk.serviceIds] })
    return accept(called(next.ticket.ticketId, windowId, next.reason))
  })

const called = (ticketId: TicketId, windowId: WindowId, reason: CallReason): HallEvent => ({
  type: 'ticketCalled',
  ticketId,
  windowId,
  reason,
})

/** Somebody who waits, or who is parked and back, for a window that can do what they came for. */
export const callTicket = ({ windowId, ticketId }: CallTicket, hall: HallState, at: Instant): Decision =>
  ifFree(windowId, hall, (desk) => {
    const ticket = ticketOf(hall, ticketId)
    if (!ticket) return refuse({ code: 'unknownTicket', ticketId })
    if (ticket.state !== 'waiting' && ticket.state !== 'parked') return wrongState(ticket, 'waiting', 'parked')
    if (ticket.onlyAt ? ticket.onlyAt !== windowId : doneHere(ticket, desk.serviceIds).length === 0)
      return refuse({ code: 'windowCannot', windowId, serviceIds: [...remaining(ticket)] })
    const stand = hall.stands.get(windowId)
    const asWaiting: WaitingTicket = { ...ticket, state: 'waiting' }
    const passed = stand ? passedBy(asWaiting, { queues: hall.queues }, stand) : 0
    return accept(called(ticketId, windowId, { code: 'chosen', waitedMinutes: waitedMinutes(ticket, at), passed }))
  })

/** With a number of its own, so that the day counts everybody. */
export const serveDirectly = (command: ServeDirectly, hall: HallState, at: Instant): Decision =>
  ifFree(command.windowId, hall, (desk) => {
    const { windowId } = desk
    const serviceIds = [...new Set(command.serviceIds)]
    const against = reasonAgainst(serviceIds, hall, at)
    if (against && against.code !== 'hallClosed') return refuse(against)
    const beyond = serviceIds.filter((serviceId) => !desk.serviceIds.includes(serviceId))
    if (beyond.length > 0) return refuse({ code: 'windowCannot', windowId, serviceIds: beyond })
    return ifNumberLeft({ ...command, serviceIds, lane: 'walkIn' }, hall, (issued) => {
      const { ticketId } = issued
      return accept({ type: 'ticketIssued', ...issued }, called(ticketId, windowId, { code: 'walkedUp' }), {
        type: 'ticketStarted',
        ticketId,
        windowId,
      })
    })
  })

/** The window, when it is open and nobody is at it. */
const ifFree = (windowId: WindowId, hall: HallState, deed: (desk: ServiceWindow) => Decision): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.state === 'closed') return refuse({ code: 'windowClosed', windowId })
  if (desk.state === 'paused') return refuse({ code: 'windowPaused', windowId })
  if (desk.ticketId) return refuse({ code: 'windowBusy', windowId, ticketId: desk.ticketId })
  return deed(desk)
}
