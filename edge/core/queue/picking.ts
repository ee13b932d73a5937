/** Who is next at a window, and why: the one rule that the live hall, the estimate, the advice and the simulator use. */
import type { CallReason } from '#contracts/callReasons.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf, waitedMinutes } from '#contracts/visit.ts'
import { LANES, type Queues } from './line.ts'
import type { Source, Stand } from './stand.ts'
import { type Circumstances, creditOf, factorOf, worth } from './worth.ts'

export interface Pick {
  ticket: WaitingTicket
  reason: CallReason
}

/** Whoever is first in each queue; `gone` counts those at the front of each who have been called meanwhile. */
export interface Line {
  queues: Queues
  gone?: ArrayLike<number>
}

/** Whom the window calls next; nobody when nobody waits for it. */
export const choose = (
  line: Line,
  stand: Stand,
  rules: QueueRules,
  at: Instant,
  streak: number,
): { ticket: WaitingTicket; queue: number } | undefined => {
  const around: Circumstances = { at, streak, helps: false, usualMinutes: 1, waiting: 0 }
  let best: WaitingTicket | undefined
  let queue = 0
  let most = Number.NEGATIVE_INFINITY
  for (const source of stand) {
    const first = firstOf(line, source.queue)
    if (!first) continue
    around.helps = source.kind === 'help'
    around.usualMinutes = source.usualMinutes
    if (rules.balancing === 'longestQueue') around.waiting = waitingFor(source, line)
    const value = worth(first, rules, around)
    if (best && (value < most || (value === most && arrivalOf(first) >= arrivalOf(best)))) continue
    best = first
    most = value
    queue = source.queue
  }
  return best && { ticket: best, queue }
}

const firstOf = (line: Line, place: number): WaitingTicket | undefined => {
  const queue = line.queues[place]
  return queue?.[line.gone ? (line.gone[place] ?? 0) : 0]
}

/** Longer than any line: nobody else calls whoever is sent to one window. */
const EVERYBODY = 10_000

const waitingFor = ({ first, kind }: Source, { queues, gone }: Line): number => {
  if (kind === 'sent') return EVERYBODY
  let waiting = 0
  for (let place = first; place < first + LANES.length; place++)
    waiting += (queues[place]?.length ?? 0) - (gone?.[place] ?? 0)
  return waiting
}

/** The ticket that the window calls next, and why this one. */
export const pick = (line: Line, stand: Stand, rules: QueueRules, at: Instant, streak: number): Pick | undefined => {
  const chosen = choose(line, stand, rules, at, streak)
  if (!chosen) return undefined
  const { ticket, queue } = chosen
  const source = stand.find((one) => one.queue === queue)
  return source && { ticket, reason: reasonFor(ticket, source, line, stand, rules, at, streak) }
}

/** How many whom the window could have called came earlier. */
export const passedBy = (ticket: WaitingTicket, { queues }: Line, stand: Stand): number =>
  stand.reduce((passed, { queue }) => passed + earlier(queues[queue], arrivalOf(ticket)), 0)

const earlier = (queue: readonly WaitingTicket[] = [], arrival: Instant): number => {
  let count = 0
  for (const other of queue) {
    if (arrivalOf(other) >= arrival) break
    count++
  }
  return count
}

/** Whether some of those it passes stand in another lane; otherwise lanes had nothing to do with it. */
const passesAnotherLane = (ticket: WaitingTicket, source: Source, { queues }: Line, stand: Stand): boolean =>
  stand.some(
    ({ queue, first }) =>
      queue - first !== source.queue - source.first && earlier(queues[queue], arrivalOf(ticket)) > 0,
  )

const reasonFor = (
  ticket: WaitingTicket,
  source: Source,
  line: Line,
  stand: Stand,
  rules: QueueRules,
  at: Instant,
  streak: number,
): CallReason => {
  const waited = waitedMinutes(ticket, at)
  const passed = passedBy(ticket, line, stand)
  const { serviceId, kind, usualMinutes } = source
  if (!serviceId) return { code: 'sentHere', waitedMinutes: waited, passed }
  const byWait: CallReason =
    kind === 'help'
      ? { code: 'helping', waitedMinutes: waited, serviceId }
      : { code: 'waitedLongest', waitedMinutes: waited }
  if (passed === 0) return byWait
  const ahead = { waitedMinutes: waited, passed }
  const byLane = laneReason(ticket, ahead, rules, streak)
  if (byLane && passesAnotherLane(ticket, source, line, stand)) return byLane
  if (rules.balancing === 'longestQueue')
    return { code: 'longestLine', ...ahead, serviceId, waiting: Math.max(1, waitingFor(source, line)) }
  if (rules.balancing === 'gcmu') return { code: 'shortService', ...ahead, usualMinutes }
  const { ownServiceMinutes: ownMinutes } = rules
  return kind === 'own' && ownMinutes > 0 ? { code: 'ownService', ...ahead, ownMinutes } : byWait
}

/** What the policy of lanes has to say for a ticket, if anything. */
const laneReason = (
  { lane }: WaitingTicket,
  ahead: { waitedMinutes: number; passed: number },
  rules: QueueRules,
  streak: number,
): CallReason | undefined => {
  if (rules.lanes === 'ratio')
    return lane === 'walkIn' || streak >= rules.walkInsPerPriority
      ? { code: 'laneTurn', ...ahead, lane, after: Math.max(1, streak) }
      : undefined
  if (lane === 'walkIn') return undefined
  if (rules.lanes === 'strict') return { code: 'laneFirst', ...ahead, lane }
  if (rules.lanes === 'accumulating') return { code: 'laneFactor', ...ahead, lane, factor: factorOf(lane, rules) }
  return { code: 'laneCredit', ...ahead, lane, creditMinutes: creditOf(lane, rules) / MINUTE }
}
