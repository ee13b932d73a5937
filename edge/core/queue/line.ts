/** Everybody who waits: a queue for each service and lane, and for each window alone and lane, by arrival. */
import type { Lane } from '#contracts/callReasons.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { byArrival, nextService } from '#contracts/visit.ts'
import type { Paper } from '../paper.ts'

/** Three for each service of the site, one for each lane; then three for each window. */
export type Queues = readonly (readonly WaitingTicket[])[]

export const LANES: readonly Lane[] = ['priority', 'appointment', 'walkIn']
const NOBODY: readonly WaitingTicket[] = []

export const emptyQueues = ({ services, windows }: Paper): Queues =>
  new Array((services.size + windows.size) * LANES.length).fill(NOBODY)

export const isWaiting = (ticket: Ticket): ticket is WaitingTicket => ticket.state === 'waiting'

export const queueOfService = (service: number, lane: Lane): number =>
  service * LANES.length + (lane === 'priority' ? 0 : lane === 'appointment' ? 1 : 2)

export const queueOfWindow = (paper: Paper, desk: number, lane: Lane): number =>
  queueOfService(paper.services.size + desk, lane)

/** A ticket waits in one place only: for a window, or else for the next of its services. */
const placeOf = (ticket: WaitingTicket, paper: Paper): number => {
  const { onlyAt, lane } = ticket
  const desk = onlyAt && paper.windows.get(onlyAt)
  if (desk) return queueOfWindow(paper, desk.index, lane)
  const next = nextService(ticket)
  return queueOfService((next && paper.services.get(next)?.index) ?? 0, lane)
}

const withQueue = (queues: Queues, place: number, queue: readonly WaitingTicket[]): Queues => {
  const changed = queues.slice()
  changed[place] = queue
  return changed
}

export const joined = (queues: Queues, ticket: WaitingTicket, paper: Paper): Queues => {
  const place = placeOf(ticket, paper)
  const queue = queues[place] ?? NOBODY
  const behind = queue.findLastIndex((other) => byArrival(other, ticket) < 0) + 1
  const longer = queue.slice()
  longer.splice(behind, 0, ticket)
  return withQueue(queues, place, longer)
}

export const leftLine = (queues: Queues, ticket: WaitingTicket, paper: Paper): Queues => {
  const place = placeOf(ticket, paper)
  const queue = queues[place] ?? NOBODY
  const at = queue[0]?.ticketId === ticket.ticketId ? 0 : queue.findIndex((other) => other.ticketId === ticket.ticketId)
  if (at < 0) return queues
  const shorter = queue.slice()
  shorter.splice(at, 1)
  return withQueue(queues, place, shorter)
}

/** Everybody in line, by place; the whole of it only for screens and for looking ahead. */
export const everybody = (queues: Queues): WaitingTicket[] => queues.flat()

/** The same, by what each waits for now. */
export const waitingByService = (queues: Queues): Map<ServiceId, WaitingTicket[]> => {
  const lines = new Map<ServiceId, WaitingTicket[]>()
  for (const ticket of everybody(queues)) {
    const serviceId = nextService(ticket)
    const line = serviceId && lines.get(serviceId)
    if (line) line.push(ticket)
    else if (serviceId) lines.set(serviceId, [ticket])
  }
  return lines
}
