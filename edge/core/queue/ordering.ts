/** Who is next: a lane counts as having come earlier by its credit, and then whoever came first. */
import type { ServiceId } from '#contracts/ids.ts'
import type { QueueRules } from '#contracts/site.ts'
import type { CallReason, Lane, Ticket } from '#contracts/tickets.ts'
import { type Instant, MINUTE } from '#contracts/time.ts'

export type WaitingTicket = Extract<Ticket, { state: 'waiting' }>

export const isWaiting = (ticket: Ticket): ticket is WaitingTicket => ticket.state === 'waiting'

const creditMinutes = (lane: Lane, rules: QueueRules): number =>
  ({ appointment: rules.appointmentCreditMinutes, priority: rules.priorityCreditMinutes, walkIn: 0 })[lane]

/** The instant by which a ticket is ranked. */
const rankedAt = ({ issuedAt, lane }: WaitingTicket, rules: QueueRules): Instant =>
  issuedAt - creditMinutes(lane, rules) * MINUTE

/** Below zero when `a` comes before `b`. Never 0 for two tickets: a number is given once. */
export const byTurn =
  (rules: QueueRules) =>
  (a: WaitingTicket, b: WaitingTicket): number =>
    rankedAt(a, rules) - rankedAt(b, rules) || a.issuedAt - b.issuedAt || (a.number < b.number ? -1 : 1)

/** Whether a window with these services can do all that the visitor came for. */
export const canServe = (serviceIds: readonly ServiceId[], ticket: Ticket): boolean =>
  ticket.serviceIds.every((serviceId) => serviceIds.includes(serviceId))

export interface Pick {
  ticket: WaitingTicket
  reason: CallReason
}

/** The ticket that a window with these services calls next, and why; nothing when nobody waits for it. */
export const pick = (
  tickets: Iterable<Ticket>,
  serviceIds: readonly ServiceId[],
  rules: QueueRules,
  at: Instant,
): Pick | undefined => {
  const line = [...tickets].filter(isWaiting).filter((ticket) => canServe(serviceIds, ticket))
  const [first, ...others] = line
  if (!first) return undefined
  const before = byTurn(rules)
  const ticket = others.reduce((best, other) => (before(other, best) < 0 ? other : best), first)
  const passed = line.filter(({ issuedAt }) => issuedAt < ticket.issuedAt).length
  const waitedMinutes = (at - ticket.issuedAt) / MINUTE
  const reason: CallReason =
    passed === 0
      ? { code: 'waitedLongest', waitedMinutes }
      : {
          code: 'laneCredit',
          lane: ticket.lane,
          creditMinutes: creditMinutes(ticket.lane, rules),
          waitedMinutes,
          passed,
        }
  return { ticket, reason }
}
