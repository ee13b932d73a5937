/** Where a ticket stands, and what that speaks against. */
import type { TicketId, WindowId } from '#contracts/ids.ts'
import type { Ticket, TicketState } from '#contracts/tickets.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { type Decision, refuse } from '../decision.ts'
import { type HallState, ticketOf } from '../state.ts'

export const wrongState = ({ ticketId, state }: Ticket, ...expected: TicketState[]): Decision =>
  refuse({ code: 'wrongTicketState', ticketId, state, expected })

type InState<S extends TicketState> = Extract<Ticket, { state: S }>

/** The ticket, when it is in one of these states. */
export const ifIn = <S extends TicketState>(
  ticketId: TicketId,
  hall: HallState,
  states: readonly S[],
  deed: (ticket: InState<S>) => Decision,
): Decision => {
  const ticket = ticketOf(hall, ticketId)
  if (!ticket) return refuse({ code: 'unknownTicket', ticketId })
  return isIn(ticket, states) ? deed(ticket) : wrongState(ticket, ...states)
}

const isIn = <S extends TicketState>(ticket: Ticket, states: readonly S[]): ticket is InState<S> =>
  states.some((state) => state === ticket.state)

/** The ticket at the window, when it is the one meant and in the state that the deed needs. */
export const ifAtWindow = <S extends TicketState>(
  { windowId, ticketId: meant }: { windowId: WindowId; ticketId?: TicketId | undefined },
  hall: HallState,
  states: readonly S[],
  deed: (ticket: InState<S>, desk: ServiceWindow) => Decision,
): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  const ticketId = meant ?? desk.ticketId
  if (!ticketId) return refuse({ code: 'windowIdle', windowId })
  return ifIn(ticketId, hall, states, (ticket) =>
    desk.ticketId === ticketId ? deed(ticket, desk) : refuse({ code: 'ticketElsewhere', ticketId, windowId }),
  )
}
