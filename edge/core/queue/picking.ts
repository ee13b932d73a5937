/** Who is next at a window, and why: the one rule that the live hall, the estimate, the advice and the simulator use. */
import type { CallReason } from '#contracts/callReasons.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import { type Instant, MINUTE } from '#contracts/time.ts'
import { arrivalOf, LANES, type Queues } from './line.ts'
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
  let queue = stand.alone
  let most = Number.NEGATIVE_INFINITY
  for (const source of stand.sources) {
    const first = firstOf(line, source.queue)
    if (!first) continue
    around.helps = source.helps
    around.usualMinutes = source.usualMinutes
    if (rules.balancing === 'longestQueue') around.waiting = waitingFor(source, line)
    const value = worth(first, rules, around)
    if (best && (value < most || (value === most && arrivalOf(first) >= arrivalOf(best)))) continue
    best = first
    most = value
    queue = source.queue
  }
  const sent = firstOf(line, stand.alone)
  if (sent && (!best || isDueBefore(sent, best, rules))) return { ticket: sent, queue: stand.alone }
  return best && { ticket: best, queue }
}

/**
 * Whoever waits for this window alone goes by arrival and credit, whatever is balanced: nobody else will ever call them.
 * Where lanes are strict, they are strict here too.
 */
const isDueBefore = (sent: WaitingTicket, other: WaitingTicket, rules: QueueRules): boolean => {
  if (rules.lanes === 'strict' && sent.lane !== other.lane) return LANES.indexOf(sent.lane) < LANES.indexOf(other.lane)
  return arrivalOf(sent) - creditOf(sent.lane, rules) <= arrivalOf(other) - creditOf(other.lane, rules)
}

const firstOf = (line: Line, place: number): WaitingTicket | undefined => {
  const queue = line.queues[place]
  return queue?.[line.gone ? (line.gone[place] ?? 0) : 0]
}

const waitingFor = ({ service }: Source, { queues, gone }: Line): number => {
  let waiting = 0
  for (let place = service; place < service + LANES.length; place++)
    waiting += (queues[place]?.length ?? 0) - (gone?.[place] ?? 0)
  return waiting
}

/** The ticket that the window calls next, and why this one. */
export const pick = (line: Line, stand: Stand, rules: QueueRules, at: Instant, streak: number): Pick | undefined => {
  const chosen = choose(line, stand, rules, at, streak)
  if (!chosen) return undefined
  const { ticket, queue } = chosen
  const source = stand.sources.find((one) => one.queue === queue)
  return { ticket, reason: reasonFor(ticket, source, line, stand, rules, at, streak) }
}

/** How many whom the window could have called came earlier. */
export const passedBy = (ticket: WaitingTicket, { queues }: Line, stand: Stand): number => {
  const arrival = arrivalOf(ticket)
  let passed = earlier(queues[stand.alone], arrival)
  for (const { queue } of stand.sources) passed += earlier(queues[queue], arrival)
  return passed
}

const earlier = (queue: readonly WaitingTicket[] = [], arrival: Instant): number => {
  let count = 0
  for (const other of queue) {
    if (arrivalOf(other) >= arrival) break
    count++
  }
  return count
}

/** Whether some of those it passes stand in another lane; otherwise lanes had nothing to do with it. */
const passesAnotherLane = (ticket: WaitingTicket, source: Source, { queues }: Line, { sources }: Stand): boolean =>
  sources.some(
    ({ queue, service }) =>
      queue - service !== source.queue - source.service && earlier(queues[queue], arrivalOf(ticket)) > 0,
  )

const reasonFor = (
  ticket: WaitingTicket,
  source: Source | undefined,
  line: Line,
  stand: Stand,
  rules: QueueRules,
  at: Instant,
  streak: number,
): CallReason => {
  const waitedMinutes = Math.max(0, at - arrivalOf(ticket)) / MINUTE
  const passed = passedBy(ticket, line, stand)
  if (!source) return { code: 'sentHere', waitedMinutes }
  if (passed === 0)
    return source.helps
      ? { code: 'helping', waitedMinutes, serviceId: source.serviceId }
      : { code: 'waitedLongest', waitedMinutes }
  const { lane } = ticket
  const ahead = { waitedMinutes, passed }
  if (
    rules.lanes === 'ratio' &&
    (lane === 'walkIn' || streak >= rules.walkInsPerPriority) &&
    passesAnotherLane(ticket, source, line, stand)
  )
    return { code: 'laneTurn', ...ahead, lane, after: Math.max(1, streak) }
  if (lane !== 'walkIn' && passesAnotherLane(ticket, source, line, stand)) {
    if (rules.lanes === 'strict') return { code: 'laneFirst', ...ahead, lane }
    if (rules.lanes === 'accumulating') return { code: 'laneFactor', ...ahead, lane, factor: factorOf(lane, rules) }
    if (rules.lanes === 'timeCredit')
      return { code: 'laneCredit', ...ahead, lane, creditMinutes: creditOf(lane, rules) / MINUTE }
  }
  if (rules.balancing === 'longestQueue')
    return {
      code: 'longestLine',
      ...ahead,
      serviceId: source.serviceId,
      waiting: Math.max(1, waitingFor(source, line)),
    }
  if (rules.balancing === 'gcmu') return { code: 'shortService', ...ahead, usualMinutes: source.usualMinutes }
  if (!source.helps && rules.ownServiceMinutes > 0)
    return { code: 'ownService', ...ahead, ownMinutes: rules.ownServiceMinutes }
  return source.helps
    ? { code: 'helping', waitedMinutes, serviceId: source.serviceId }
    : { code: 'waitedLongest', waitedMinutes }
}
