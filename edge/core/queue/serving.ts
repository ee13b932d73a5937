/** With the visitor at the window: called again, served, not come, or handed on to another window. */
import { PlaceId, type ServiceId, type WindowId } from '#contracts/ids.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { remaining, servedHere } from '#contracts/visit.ts'
import type { FinishServing, HandOn, MissTicket, RecallTicket, StartServing } from '#contracts/windowCommands.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { requestMission } from '../fleet/missions.ts'
import type { HallState } from '../state.ts'
import { ifAtWindow } from './standing.ts'

export const recallTicket = (command: RecallTicket, hall: HallState): Decision =>
  ifAtWindow(command, hall, ['called'], ({ ticketId, windowId }) =>
    accept({ type: 'ticketRecalled', ticketId, windowId }),
  )

export const startServing = (command: StartServing, hall: HallState): Decision =>
  ifAtWindow(command, hall, ['called'], ({ ticketId, windowId }) =>
    accept({ type: 'ticketStarted', ticketId, windowId }),
  )

/** With services left that this window does not do, the ticket moves on to the next of them. */
export const finishServing = (command: FinishServing, hall: HallState): Decision =>
  ifAtWindow(command, hall, ['serving'], (ticket, desk) => {
    const { ticketId, windowId } = ticket
    const doneIds = [...(ticket.doneIds ?? []), ...servedHere(ticket, desk.serviceIds)]
    return doneIds.length < ticket.serviceIds.length
      ? accept({ type: 'ticketMovedOn', ticketId, windowId, doneIds })
      : accept({ type: 'ticketServed', ticketId, windowId })
  })

export const missTicket = (command: MissTicket, hall: HallState): Decision =>
  ifAtWindow(command, hall, ['called'], (ticket) => {
    const { ticketId, windowId } = ticket
    const calls = callsThisTime(ticket, hall)
    const needed = hall.site.queue.callsBeforeNoShow
    return calls < needed
      ? refuse({ code: 'callAgainFirst', ticketId, calls, needed })
      : accept({ type: 'ticketMissed', ticketId, windowId })
  })

/** Since it was last called out of the line: those before are of another attempt. */
const callsThisTime = (
  { ticketId, windowId, calls }: Extract<Ticket, { state: 'called' }>,
  hall: HallState,
): number => {
  const last = hall.desks.get(windowId)?.last
  return last?.deed === 'call' && last.ticket.ticketId === ticketId ? calls - last.ticket.calls : calls
}

/**
 * The case is taken in here and handed out at another window: a robot brings the papers there where it can, and the
 * ticket waits until they have come. Without a robot somebody carries them and says so by `returnTicket`.
 */
export const handOn = (command: HandOn, hall: HallState, at: Instant): Decision =>
  ifAtWindow(command, hall, ['serving'], (ticket, desk) => {
    const { ticketId, windowId } = ticket
    const handed = takenIn(ticket, desk, command, hall)
    if (!handed) return refuse({ code: 'noIssuingWindow', serviceIds: [...remaining(ticket)] })
    const { toWindowId, doneIds } = handed
    if (!hall.windows.has(toWindowId)) return refuse({ code: 'unknownWindow', windowId: toWindowId })
    const parked = {
      type: 'ticketParked' as const,
      ticketId,
      parkedFor: 'papers' as const,
      onlyAt: toWindowId,
      ...(doneIds.length > 0 && { doneIds }),
    }
    const [from, to] = [PlaceId.parse(windowId), PlaceId.parse(toWindowId)]
    const ask = { type: 'requestMission' as const, kind: 'delivery' as const, from, to, ticketId, priority: 0 }
    const carried = requestMission(ask, hall, at)
    const mission = carried.ok ? carried.events[0] : undefined
    return mission?.type === 'missionRequested'
      ? accept(mission, { ...parked, missionId: mission.missionId })
      : accept(parked)
  })

/** Of what this window did on the visit, the last that is handed out elsewhere; what came before it is finished. */
const takenIn = (
  ticket: Ticket,
  desk: ServiceWindow,
  { toWindowId: meant }: HandOn,
  hall: HallState,
): { toWindowId: WindowId; doneIds: ServiceId[] } | undefined => {
  const here = servedHere(ticket, desk.serviceIds)
  const last = meant ? here.length - 1 : here.findLastIndex((id) => issuingWindow(id, desk.windowId, hall))
  const serviceId = here[last]
  const toWindowId = meant ?? (serviceId && issuingWindow(serviceId, desk.windowId, hall))
  return toWindowId && { toWindowId, doneIds: [...(ticket.doneIds ?? []), ...here.slice(0, Math.max(0, last))] }
}

/** Of the windows that hand it out: an open one before a closed one, then the one fewest wait for. */
const issuingWindow = (serviceId: ServiceId, here: WindowId, hall: HallState): WindowId | undefined => {
  const windowIds = hall.paper.services.get(serviceId)?.issuingWindowIds ?? []
  const tickets = [...hall.tickets.values()]
  const load = (windowId: WindowId) =>
    (hall.windows.get(windowId)?.state === 'open' ? 0 : 10_000) +
    tickets.filter(({ onlyAt }) => onlyAt === windowId).length
  return windowIds.filter((windowId) => windowId !== here).sort((a, b) => load(a) - load(b))[0]
}
