/** The line before a window, in the order in which it will be called, and why. */
import type { QueueRules } from '#contracts/site.ts'
import type { Lane, Ticket } from '#contracts/tickets.ts'

export interface Place {
  readonly ticket: Ticket
  readonly waitedMinutes: number
  /** Longer than the hall's long wait. */
  readonly overdue: boolean
  /** How many who came earlier it goes before; 0 where it is simply its turn. */
  readonly passes: number
}

const MINUTE = 60_000

const credit = (lane: Lane, rules: QueueRules): number =>
  ({ appointment: rules.appointmentCreditMinutes, priority: rules.priorityCreditMinutes, walkIn: 0 })[lane]

/** The same order in which the hall picks: earliest arrival less the lane's credit, then earliest arrival. */
export const lineOf = (
  tickets: Iterable<Ticket>,
  serviceIds: readonly string[],
  rules: QueueRules,
  now: number,
): Place[] => {
  const turn = ({ issuedAt, lane }: Ticket) => issuedAt - credit(lane, rules) * MINUTE
  const line = [...tickets]
    .filter((ticket) => ticket.state === 'waiting' && ticket.serviceIds.every((id) => serviceIds.includes(id)))
    .sort((a, b) => turn(a) - turn(b) || a.issuedAt - b.issuedAt || (a.number < b.number ? -1 : 1))
  return line.map((ticket, i) => {
    const waitedMinutes = Math.max(0, Math.floor((now - ticket.issuedAt) / MINUTE))
    return {
      ticket,
      waitedMinutes,
      overdue: waitedMinutes >= rules.longWaitMinutes,
      passes: line.slice(i + 1).filter(({ issuedAt }) => issuedAt < ticket.issuedAt).length,
    }
  })
}
