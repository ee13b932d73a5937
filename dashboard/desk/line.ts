/** Who waits for a window: first those whom the hall says it calls next, then all others as they came. */
import type { CallReason } from '#contracts/callReasons.ts'
import type { Next } from '#contracts/live.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { byArrival, nextService, waitedMinutes } from '#contracts/visit.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export interface Place {
  readonly ticket: Ticket
  readonly waitedMinutes: number
  /** Longer than the hall's long wait. */
  readonly overdue: boolean
  /** The hall calls it next, or after those before it, for this reason; absent for those behind. */
  readonly reason?: CallReason
}

export const waitedMinutesOf = (ticket: Ticket, at: number): number => Math.floor(waitedMinutes(ticket, at))

/** Whether this window can be the next for the ticket. */
export const isFor = (ticket: Ticket, { windowId, serviceIds }: ServiceWindow): boolean => {
  const next = nextService(ticket)
  return ticket.onlyAt ? ticket.onlyAt === windowId : next !== undefined && serviceIds.includes(next)
}

export interface LineNeeds {
  readonly tickets: readonly Ticket[]
  /** A closed window's services are those it would open with. */
  readonly desk: ServiceWindow
  /** As the hall last said; told only of open windows, and once a second. */
  readonly next: Next | undefined
  readonly longWaitMinutes: number
  readonly now: number
}

export const lineOf = ({ tickets, desk, next, longWaitMinutes, now }: LineNeeds): Place[] => {
  const waiting = tickets.filter((ticket) => ticket.state === 'waiting' && isFor(ticket, desk))
  const place = (ticket: Ticket): Place => {
    const waitedMinutes = waitedMinutesOf(ticket, now)
    return { ticket, waitedMinutes, overdue: waitedMinutes >= longWaitMinutes }
  }
  const told = desk.state === 'open' ? (next?.tickets ?? []) : []
  const first = told.flatMap(({ ticketId, reason }) => {
    const ticket = waiting.find((one) => one.ticketId === ticketId)
    return ticket ? [{ ...place(ticket), reason }] : []
  })
  const rest = waiting.filter((ticket) => !first.some((one) => one.ticket === ticket)).sort(byArrival)
  return [...first, ...rest.map(place)]
}

/** Those of this window who are not in line now: gone for something, or waiting for their papers; the longest first. */
export const parkedFor = (tickets: readonly Ticket[], desk: ServiceWindow): Extract<Ticket, { state: 'parked' }>[] =>
  tickets
    .filter((ticket) => ticket.state === 'parked')
    .filter((ticket) => isFor(ticket, desk))
    .sort((a, b) => a.parkedAt - b.parkedAt)
