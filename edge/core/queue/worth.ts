/** What a minute of waiting is worth, by the site's policies: whoever is worth most at a window is called there. */
import type { Lane } from '#contracts/callReasons.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf } from '#contracts/visit.ts'

/** More than any wait of milliseconds times any factor; twice of it still adds up exactly. */
const ABOVE_ALL = 1e15
/** Above any wait, below `ABOVE_ALL`, for lines of up to ten thousand people. */
const PER_PERSON = 1e10

/** All that a policy may look at beside the ticket itself. */
export interface Circumstances {
  at: Instant
  /** Walk-ins called at this window since the last visitor of another lane. */
  streak: number
  /** The window only helps with this service. */
  helps: boolean
  usualMinutes: number
  /** How many wait for this service. */
  waiting: number
}

/** How many walk-ins in a row, after a call from this lane. */
export const streakAfter = (streak: number, lane: Lane): number => (lane === 'walkIn' ? streak + 1 : 0)

/** `timeCredit`, in milliseconds. */
export const creditOf = (lane: Lane, rules: QueueRules): number =>
  lane === 'walkIn' ? 0 : MINUTE * (lane === 'priority' ? rules.priorityCreditMinutes : rules.appointmentCreditMinutes)

/** `accumulating`: how often a minute counts. */
export const factorOf = (lane: Lane, rules: QueueRules): number =>
  lane === 'walkIn' ? 1 : lane === 'priority' ? rules.priorityFactor : rules.appointmentFactor

const waited = (ticket: WaitingTicket, rules: QueueRules, at: Instant): number => {
  const waiting = at - arrivalOf(ticket)
  if (rules.lanes === 'timeCredit') return waiting + creditOf(ticket.lane, rules)
  return rules.lanes === 'accumulating' ? waiting * factorOf(ticket.lane, rules) : waiting
}

/** What puts a lane above the others whatever the wait. */
const rank = (lane: Lane, rules: QueueRules, streak: number): number => {
  if (rules.lanes === 'strict') return lane === 'priority' ? 2 * ABOVE_ALL : lane === 'appointment' ? ABOVE_ALL : 0
  if (rules.lanes !== 'ratio' || lane === 'walkIn') return 0
  return streak >= rules.walkInsPerPriority ? ABOVE_ALL : -ABOVE_ALL
}

/**
 * Never less for the one of two tickets of the same service and lane that came first: so only the first of each queue
 * has to be compared. `timeCredit` with `longestWait` compares arrivals alone: nobody is passed by one who came more
 * than the credit (and the lead of own services) later.
 */
export const worth = (ticket: WaitingTicket, rules: QueueRules, around: Circumstances): number => {
  const lead = around.helps ? 0 : rules.ownServiceMinutes * MINUTE
  const weight = waited(ticket, rules, around.at) + lead
  const first = rank(ticket.lane, rules, around.streak)
  if (rules.balancing === 'gcmu') return first + weight / around.usualMinutes
  return rules.balancing === 'longestQueue' ? first + around.waiting * PER_PERSON + weight : first + weight
}
