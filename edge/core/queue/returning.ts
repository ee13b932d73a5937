/** Leaving the line and coming back to it: whoever comes back has the place that the first arrival gives. */

import { MINUTE } from '#contracts/durations.ts'
import type { EventOf } from '#contracts/facts.ts'
import type {
  CancelTicket,
  ParkTicket,
  RequeueTicket,
  ReturnTicket,
  TransferTicket,
} from '#contracts/ticketCommands.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'
import { ifIn } from './standing.ts'

export const cancelTicket = ({ ticketId }: CancelTicket, hall: HallState): Decision =>
  ifIn(ticketId, hall, ['waiting', 'called', 'parked'], () => accept({ type: 'ticketCancelled', ticketId }))

/** To other services, which are then all still to be done; or to one window for what is left. */
export const transferTicket = (command: TransferTicket, hall: HallState): Decision => {
  const { ticketId, windowId } = command
  const unknown = command.serviceIds?.find((serviceId) => !hall.paper.services.has(serviceId))
  if (unknown) return refuse({ code: 'unknownService', serviceId: unknown })
  if (windowId && !hall.windows.has(windowId)) return refuse({ code: 'unknownWindow', windowId })
  if (!windowId && !command.serviceIds) return refuse({ code: 'nowhereToTransfer', ticketId })
  return ifIn(ticketId, hall, ['waiting', 'called', 'serving', 'parked'], (ticket) => {
    const serviceIds = command.serviceIds ? [...new Set(command.serviceIds)] : ticket.serviceIds
    const doneIds = command.serviceIds ? [] : (ticket.doneIds ?? [])
    return accept({
      type: 'ticketTransferred',
      ticketId,
      serviceIds,
      doneIds,
      ...(windowId && { onlyAt: windowId }),
    })
  })
}

export const parkTicket = ({ ticketId }: ParkTicket, hall: HallState): Decision =>
  ifIn(ticketId, hall, ['waiting', 'called', 'serving'], () =>
    accept({ type: 'ticketParked', ticketId, parkedFor: 'visitor' }),
  )

export const returnTicket = ({ ticketId }: ReturnTicket, hall: HallState): Decision =>
  ifIn(ticketId, hall, ['parked'], () => accept({ type: 'ticketReturned', ticketId }))

/** The visitor is back by their own word, after a missed call or an errand. Papers that are on their way are not theirs to bring back. */
export const requeueTicket = ({ ticketId }: RequeueTicket, hall: HallState, at: Instant): Decision =>
  ifIn(ticketId, hall, ['missed', 'parked'], (ticket) => {
    if (ticket.state === 'parked')
      return ticket.parkedFor === 'papers'
        ? refuse({ code: 'papersUnderway', ticketId })
        : accept({ type: 'ticketReturned', ticketId })
    const { finishedAt: missedAt } = ticket
    const graceMinutes = hall.site.queue.requeueGraceMinutes
    return at - missedAt > graceMinutes * MINUTE
      ? refuse({ code: 'graceOver', ticketId, missedAt, graceMinutes })
      : accept({ type: 'ticketRequeued', ticketId })
  })

/** Papers that a robot has brought: their tickets are in line again. Those whose robot failed wait for somebody to carry them. */
export const papersBrought = (hall: HallState): EventOf<'ticketReturned'>[] =>
  [...hall.missions.values()].flatMap((mission) => {
    if (mission.state !== 'delivered' || !mission.ticketId) return []
    const ticket = hall.tickets.get(mission.ticketId)
    if (ticket?.state !== 'parked' || ticket.parkedFor !== 'papers') return []
    const brought = String(mission.to) === ticket.onlyAt && mission.finishedAt >= ticket.parkedAt
    return brought ? [{ type: 'ticketReturned' as const, ticketId: ticket.ticketId }] : []
  })
