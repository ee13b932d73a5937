/** Giving out numbers: what speaks against it, which number is next, and what happens when paper or wire fails. */

import { MINUTE } from '#contracts/durations.ts'
import type { EventOf } from '#contracts/facts.ts'
import { type ServiceId, TicketId, type TicketNumber } from '#contracts/ids.ts'
import { nextOpening } from '#contracts/opening.ts'
import type { Refusal } from '#contracts/refusals.ts'
import type { IssueTicket, LeaseNumbers, ReportPrinted, ReportUnprinted } from '#contracts/ticketCommands.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { type HallState, ticketOf, withEntry } from '../state.ts'
import { closingBefore } from './closing.ts'

const HIGHEST_NUMBER = 9999

/** Everything a new ticket says of itself. */
export type Issued = Omit<EventOf<'ticketIssued'>, 'type' | 'promised' | 'rolled' | 'issuedAt'>

export const issueTicket = (command: IssueTicket, hall: HallState, at: Instant): Decision => {
  const serviceIds = [...new Set(command.serviceIds)]
  const { leased } = command
  if (leased) return reconcile({ ...command, serviceIds }, leased, hall, at)
  const against = reasonAgainst(serviceIds, hall, at)
  if (against) return refuse(against)
  return ifNumberLeft({ ...command, serviceIds }, hall, (issued) => {
    const late = closingBefore(issued, hall, at)
    return late ? refuse(late) : accept({ type: 'ticketIssued', ...issued })
  })
}

/** The visitor holds this number already: only one that was never this kiosk's to give is refused. */
const reconcile = (
  command: IssueTicket,
  { number, kioskId, issuedAt }: NonNullable<IssueTicket['leased']>,
  hall: HallState,
  at: Instant,
): Decision => {
  const { serviceIds } = command
  const unknown = serviceIds.find((serviceId) => !hall.paper.services.has(serviceId))
  if (unknown) return refuse({ code: 'unknownService', serviceId: unknown })
  const issued = numbered(number, command, hall)
  if (ticketOf(hall, issued.ticketId)) return refuse({ code: 'numberTaken', number })
  if (hall.leased.get(number) !== kioskId || !number.startsWith(letterOf(serviceIds, hall)))
    return refuse({ code: 'numberNotLeased', number })
  return accept({ type: 'ticketIssued', ...issued, issuedAt: Math.min(issuedAt, at) })
}

type Asked = Pick<IssueTicket, 'serviceIds' | 'lane'> & Partial<Pick<IssueTicket, 'priorityReason' | 'language'>>

const numbered = (number: TicketNumber, asked: Asked, { day }: HallState): Issued => {
  const { serviceIds, lane, priorityReason, language } = asked
  const ticketId = TicketId.parse(`${day?.day.replaceAll('-', '')}-${number}`)
  return {
    ticketId,
    number,
    serviceIds,
    lane,
    ...(priorityReason && { priorityReason }),
    ...(language && { language }),
  }
}

const letterOf = ([serviceId]: readonly ServiceId[], { paper }: HallState): string =>
  (serviceId && paper.services.get(serviceId)?.letter) ?? ''

/** With the next number of the first service's letter: `A042`, and `A1000` after `A999`; refused after the last. */
export const ifNumberLeft = (asked: Asked, hall: HallState, deed: (issued: Issued) => Decision): Decision => {
  const letter = letterOf(asked.serviceIds, hall)
  const count = (hall.issued.get(letter) ?? 0) + 1
  return count > HIGHEST_NUMBER
    ? refuse({ code: 'ticketsExhausted', letter })
    : deed(numbered(written(letter, count), asked, hall))
}

const written = (letter: string, count: number): TicketNumber => `${letter}${String(count).padStart(3, '0')}`

/** The first thing that speaks against giving out a number for these services. */
export const reasonAgainst = (serviceIds: readonly ServiceId[], hall: HallState, at: Instant): Refusal | undefined => {
  for (const serviceId of serviceIds) {
    const service = hall.paper.services.get(serviceId)
    if (!service) return { code: 'unknownService', serviceId }
    const limit = service.dailyLimit
    if (limit !== undefined && (hall.taken.get(serviceId) ?? 0) >= limit)
      return { code: 'dailyLimitReached', serviceId, limit }
  }
  return isGivingOut(hall, at) ? undefined : closedNow(hall, at)
}

const isGivingOut = ({ day, site }: HallState, at: Instant): boolean =>
  site.queue.outsideHours === 'accept' ||
  (day?.open.some(({ from, until }) => at >= from - site.queue.earlyMinutes * MINUTE && at < until) ?? false)

const closedNow = ({ site }: HallState, at: Instant): Refusal => {
  const opensAt = nextOpening(site.hours, site.timeZone, at)
  return { code: 'hallClosed', ...(opensAt !== undefined && { opensAt }) }
}

/** The next numbers of the letter, for one kiosk alone; those it does not use are never called. */
export const leaseNumbers = ({ kioskId, letter, count }: LeaseNumbers, hall: HallState): Decision => {
  const given = hall.issued.get(letter) ?? 0
  const known = hall.site.services.some((service) => service.letter === letter)
  const left = known ? HIGHEST_NUMBER - given : 0
  if (count > left) return refuse({ code: 'leaseTooLarge', letter, left })
  return accept({ type: 'numbersLeased', kioskId, letter, from: given + 1, count })
}

export const evolveLeases = (hall: HallState, leased: EventOf<'numbersLeased'>): HallState => {
  const { kioskId, letter, from, count } = leased
  const numbers = Array.from({ length: count }, (_, i) => written(letter, from + i))
  return {
    ...hall,
    issued: withEntry(hall.issued, letter, from + count - 1),
    leased: new Map([...hall.leased, ...numbers.map((number) => [number, kioskId] as const)]),
  }
}

export const reportUnprinted = ({ ticketId }: ReportUnprinted, hall: HallState): Decision => {
  const ticket = ticketOf(hall, ticketId)
  if (!ticket) return refuse({ code: 'unknownTicket', ticketId })
  return ticket.issuedUnprinted ? accept() : accept({ type: 'ticketUnprinted', ticketId })
}

export const reportPrinted = ({ ticketId }: ReportPrinted, hall: HallState): Decision => {
  const ticket = ticketOf(hall, ticketId)
  if (!ticket) return refuse({ code: 'unknownTicket', ticketId })
  return ticket.issuedUnprinted ? accept({ type: 'ticketPrinted', ticketId }) : accept()
}
