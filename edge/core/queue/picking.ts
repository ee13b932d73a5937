/** Who is next at a window, and why: the one rule that the live hall, the estimate, the advice and the simulator use. */
import type { CallReason } from '#contracts/callReasons.ts'
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import { type Instant, MINUTE } from '#contracts/time.ts'
import type { Paper } from '../paper.ts'
import { arrivalOf, LANES, type Queues, queueOfService, queueOfWindow } from './line.ts'
import { type Circumstances, creditOf, factorOf, worth } from './worth.ts'

/** One service of a window. */
interface Skill {
  serviceId: ServiceId
  /** Its first queue; the others of its lanes follow. */
  queue: number
  helps: boolean
  usualMinutes: number
}

/** A window as turn-taking sees it. */
export interface Stand {
  skills: readonly Skill[]
  /** The queue of those who wait for this window alone. */
  alone: number
}

export interface Pick {
  ticket: WaitingTicket
  reason: CallReason
}

export const standOf = (paper: Paper, windowId: WindowId, serviceIds: readonly ServiceId[]): Stand => {
  const desk = paper.windows.get(windowId)
  const skills = serviceIds.flatMap((serviceId): Skill[] => {
    const service = paper.services.get(serviceId)
    if (!service) return []
    const helps = desk?.helpIds.includes(serviceId) ?? false
    return [{ serviceId, queue: queueOfService(service.index, 'priority'), helps, usualMinutes: service.usualMinutes }]
  })
  return { skills, alone: queueOfWindow(paper, desk?.index ?? 0) }
}

/** Whoever is first in each queue; `gone` counts those at the front of each who have been called meanwhile. */
export interface Line {
  queues: Queues
  gone?: ArrayLike<number>
}

/** How the queue of a window alone is weighed: as its own. */
const alone = (at: Instant, streak: number): Circumstances => ({
  at,
  streak,
  helps: false,
  usualMinutes: 1,
  waiting: 0,
})

/** Whom the window calls next; nobody when nobody waits for it. */
export const choose = (
  line: Line,
  stand: Stand,
  rules: QueueRules,
  at: Instant,
  streak: number,
): { ticket: WaitingTicket; queue: number } | undefined => {
  const around = alone(at, streak)
  let best = firstOf(line, stand.alone)
  let queue = stand.alone
  let most = best ? worth(best, rules, around) : Number.NEGATIVE_INFINITY
  for (const skill of stand.skills) {
    around.helps = skill.helps
    around.usualMinutes = skill.usualMinutes
    if (rules.balancing === 'longestQueue') around.waiting = waitingFor(skill, line)
    for (let place = skill.queue; place < skill.queue + LANES.length; place++) {
      const first = firstOf(line, place)
      if (!first) continue
      const value = worth(first, rules, around)
      if (best && (value < most || (value === most && arrivalOf(first) >= arrivalOf(best)))) continue
      best = first
      most = value
      queue = place
    }
  }
  return best && { ticket: best, queue }
}

const firstOf = ({ queues, gone }: Line, place: number): WaitingTicket | undefined =>
  queues[place]?.[gone ? (gone[place] ?? 0) : 0]

const waitingFor = ({ queue }: Skill, { queues, gone }: Line): number => {
  let waiting = 0
  for (let place = queue; place < queue + LANES.length; place++)
    waiting += (queues[place]?.length ?? 0) - (gone?.[place] ?? 0)
  return waiting
}

/** The ticket that the window calls next, and why this one. */
export const pick = (line: Line, stand: Stand, rules: QueueRules, at: Instant, streak: number): Pick | undefined => {
  const chosen = choose(line, stand, rules, at, streak)
  if (!chosen) return undefined
  const { ticket, queue } = chosen
  const skill = stand.skills.find((one) => queue >= one.queue && queue < one.queue + LANES.length)
  return { ticket, reason: reasonFor(ticket, skill, line, stand, rules, at, streak) }
}

/** How many whom the window could have called came earlier. */
export const passedBy = (ticket: WaitingTicket, { queues }: Line, stand: Stand): number => {
  const arrival = arrivalOf(ticket)
  let passed = earlier(queues[stand.alone], arrival)
  for (const { queue } of stand.skills)
    for (let lane = 0; lane < LANES.length; lane++) passed += earlier(queues[queue + lane], arrival)
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

const reasonFor = (
  ticket: WaitingTicket,
  skill: Skill | undefined,
  line: Line,
  stand: Stand,
  rules: QueueRules,
  at: Instant,
  streak: number,
): CallReason => {
  const waitedMinutes = Math.max(0, at - arrivalOf(ticket)) / MINUTE
  const passed = passedBy(ticket, line, stand)
  if (!skill) return { code: 'sentHere', waitedMinutes }
  if (passed === 0)
    return skill.helps
      ? { code: 'helping', waitedMinutes, serviceId: skill.serviceId }
      : { code: 'waitedLongest', waitedMinutes }
  const { lane } = ticket
  const ahead = { waitedMinutes, passed }
  if (rules.lanes === 'ratio' && (lane === 'walkIn' || streak >= rules.walkInsPerPriority))
    return { code: 'laneTurn', ...ahead, lane, after: Math.max(1, streak) }
  if (lane !== 'walkIn') {
    if (rules.lanes === 'strict') return { code: 'laneFirst', ...ahead, lane }
    if (rules.lanes === 'accumulating') return { code: 'laneFactor', ...ahead, lane, factor: factorOf(lane, rules) }
    if (rules.lanes === 'timeCredit')
      return { code: 'laneCredit', ...ahead, lane, creditMinutes: creditOf(lane, rules) / MINUTE }
  }
  if (rules.balancing === 'longestQueue')
    return { code: 'longestLine', ...ahead, serviceId: skill.serviceId, waiting: Math.max(1, waitingFor(skill, line)) }
  if (rules.balancing === 'gcmu') return { code: 'shortService', ...ahead, usualMinutes: skill.usualMinutes }
  if (!skill.helps && rules.ownServiceMinutes > 0)
    return { code: 'ownService', ...ahead, ownMinutes: rules.ownServiceMinutes }
  return skill.helps
    ? { code: 'helping', waitedMinutes, serviceId: skill.serviceId }
    : { code: 'waitedLongest', waitedMinutes }
}
