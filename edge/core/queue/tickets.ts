/** The life of a ticket: issued, called, served or missed; and every reason why not. */
import type {
  CallNext,
  CancelTicket,
  FinishServing,
  IssueTicket,
  MissTicket,
  RecallTicket,
  StartServing,
} from '#contracts/commands.ts'
import { TicketId, type WindowId } from '#contracts/ids.ts'
import type { Ticket, TicketState } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'
import { canServe, pick, type WaitingTicket } from './ordering.ts'
import { promiseTo } from './waiting.ts'

const HIGHEST_NUMBER = 9999

export const issueTicket = (command: IssueTicket, hall: HallState, at: Instant): Decision => {
  const { lane, priorityReason, language } = command
  const serviceIds = [...new Set(command.serviceIds)]
  const services = new Map(hall.site.services.map((service) => [service.serviceId, service]))
  const unknown = serviceIds.find((serviceId) => !services.has(serviceId))
  if (unknown) return refuse({ code: 'unknownService', serviceId: unknown })
  const letter = serviceIds.flatMap((serviceId) => services.get(serviceId)?.letter ?? [])[0] ?? ''
  const number = nextNumber(letter, hall)
  if (!number) return refuse({ code: 'ticketsExhausted', letter })
  const known = {
    ticketId: TicketId.parse(`${hall.day?.day.replaceAll('-', '')}-${number}`),
    number,
    serviceIds,
    lane,
    ...(priorityReason && { priorityReason }),
    ...(language && { language }),
  }
  const ticket: WaitingTicket = { ...known, issuedAt: at, calls: 0, state: 'waiting' }
  if (!hall.site.windows.some((w) => canServe(w.serviceIds, ticket)))
    return refuse({ code: 'noWindowForAll', serviceIds })
  const promised = promiseTo(ticket, hall, at)
  return accept({ type: 'ticketIssued', ...known, ...(promised && { promised }) })
}

/** `A042`, and `A1000` after `A999`; nothing after the last. */
const nextNumber = (letter: string, hall: HallState): string | undefined => {
  const count = (hall.issued.get(letter) ?? 0) + 1
  return count > HIGHEST_NUMBER ? undefined : `${letter}${String(count).padStart(3, '0')}`
}

export const cancelTicket = ({ ticketId }: CancelTicket, hall: HallState): Decision => {
  const ticket = hall.tickets.get(ticketId) ?? hall.gone.get(ticketId)
  if (!ticket) return refuse({ code: 'unknownTicket', ticketId })
  if (ticket.state !== 'waiting' && ticket.state !== 'called') return wrongState(ticket, 'waiting', 'called')
  return accept({ type: 'ticketCancelled', ticketId })
}

export const callNext = ({ windowId }: CallNext, hall: HallState, at: Instant): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  if (desk.state === 'closed') return refuse({ code: 'windowClosed', windowId })
  if (desk.state === 'paused') return refuse({ code: 'windowPaused', windowId })
  if (desk.ticketId) return refuse({ code: 'windowBusy', windowId, ticketId: desk.ticketId })
  const next = pick(hall.tickets.values(), desk.serviceIds, hall.site.queue, at)
  if (!next) return refuse({ code: 'nobodyWaiting', windowId, serviceIds: [...desk.serviceIds] })
  return accept({ type: 'ticketCalled', ticketId: next.ticket.ticketId, windowId, reason: next.reason })
}

export const recallTicket = (command: RecallTicket, hall: HallState): Decision =>
  whoever(command, hall, 'called', (ticketId, windowId) => accept({ type: 'ticketRecalled', ticketId, windowId }))

export const startServing = (command: StartServing, hall: HallState): Decision =>
  whoever(command, hall, 'called', (ticketId, windowId) => accept({ type: 'ticketStarted', ticketId, windowId }))

export const finishServing = (command: FinishServing, hall: HallState): Decision =>
  whoever(command, hall, 'serving', (ticketId, windowId) => accept({ type: 'ticketServed', ticketId, windowId }))

export const missTicket = (command: MissTicket, hall: HallState): Decision =>
  whoever(command, hall, 'called', (ticketId, windowId) => accept({ type: 'ticketMissed', ticketId, windowId }))

/** The ticket at the window, when it is the one meant and in the state that the deed needs. */
const whoever = (
  { windowId, ticketId: meant }: { windowId: WindowId; ticketId?: TicketId | undefined },
  hall: HallState,
  expected: TicketState,
  deed: (ticketId: TicketId, windowId: WindowId) => Decision,
): Decision => {
  const desk = hall.windows.get(windowId)
  if (!desk) return refuse({ code: 'unknownWindow', windowId })
  const ticketId = meant ?? desk.ticketId
  if (!ticketId) return refuse({ code: 'windowIdle', windowId })
  const ticket = hall.tickets.get(ticketId) ?? hall.gone.get(ticketId)
  if (!ticket) return refuse({ code: 'unknownTicket', ticketId })
  if (ticket.state !== expected) return wrongState(ticket, expected)
  if (desk.ticketId !== ticketId) return refuse({ code: 'ticketElsewhere', ticketId, windowId })
  return deed(ticketId, windowId)
}

const wrongState = ({ ticketId, state }: Ticket, ...expected: TicketState[]): Decision =>
  refuse({ code: 'wrongTicketState', ticketId, state, expected })
