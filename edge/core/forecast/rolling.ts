/** The hall rolled forward: each window in turn, whichever is free first, calls by the same rule as the live hall. */
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import { spanAt } from '#contracts/opening.ts'
import type { QueueRules } from '#contracts/siteQueue.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import type { Break } from '#contracts/windows.ts'
import type { Queues } from '../queue/line.ts'
import { choose } from '../queue/picking.ts'
import type { Stand } from '../queue/stand.ts'
import { streakAfter } from '../queue/worth.ts'
import type { Chances } from './chances.ts'
import { createTurnstile } from './turnstile.ts'

/** A window as the roll finds it. */
export interface RollDesk {
  windowId: WindowId
  /** All it does: the less, the sooner it is given a visitor. */
  serviceIds: readonly ServiceId[]
  /** Of these, what is wanted. */
  stand: Stand
  streak: number
  /** Away then. */
  breaks: readonly Break[]
  /** Not before this instant. */
  from: Instant
  /** Who is at it: how long such a visit takes on average, how long it has taken, and which visitor it is. */
  visit?: { mean: number; elapsed: number; visitor: number }
}

/** Where every roll of the same question starts. */
export interface Outset {
  at: Instant
  queues: Queues
  desks: readonly RollDesk[]
  rules: QueueRules
  chances: Chances
  /** From the call to the first word. */
  walk: number
  /** How long this visitor takes at this window on average. */
  meanOf(ticket: WaitingTicket, desk: RollDesk): number
  /** Whoever comes later, in order, with the queue they join. */
  arrivals: readonly Arrival[]
}

export interface Arrival {
  at: Instant
  queue: number
  ticket: WaitingTicket
}

/** What the roll tells; `called` may end it by answering false. */
export interface Witness {
  called(ticket: WaitingTicket, desk: RollDesk, at: Instant): boolean | undefined
  /** The window finds nobody, for the first time. */
  idle?(desk: RollDesk, at: Instant): void
}

const NOBODY: readonly WaitingTicket[] = []

/** A number by which chances tell visitors apart: the digits and letter of the ticket. */
export const visitorOf = ({ number }: { number: string }): number =>
  number.charCodeAt(0) * 10_000 + Number(number.slice(1))

/** Moved behind the break it would fall into, and whichever follows that one at once. */
const afterBreaks = (at: Instant, breaks: readonly Break[]): Instant => {
  const away = spanAt(breaks, at)
  return away ? afterBreaks(away.until, breaks) : at
}

const freeAt = ({ at, chances }: Outset, desk: RollDesk, afternoon: number): Instant => {
  const { visit, from, breaks } = desk
  const rest = visit ? chances.rest(visit.mean, visit.elapsed, afternoon, visit.visitor) : 0
  return afterBreaks(Math.max(at + rest, from), breaks)
}

/** One of the possible afternoons, until nobody waits and nobody comes. */
export const roll = (outset: Outset, afternoon: number, witness: Witness): void => {
  const { desks, rules, chances, walk, arrivals } = outset
  const queues = outset.queues.slice()
  const gone = new Uint16Array(queues.length)
  const streaks = desks.map(({ streak }) => streak)
  const turnstile = createTurnstile(desks.length)
  const idle = new Set<number>()
  desks.forEach((desk, i) => {
    turnstile.put(i, freeAt(outset, desk, afternoon))
  })

  const serve = (i: number, desk: RollDesk, ticket: WaitingTicket, at: Instant): boolean => {
    streaks[i] = streakAfter(streaks[i] ?? 0, ticket.lane)
    if (witness.called(ticket, desk, at) === false) return false
    const takes = chances.whole(outset.meanOf(ticket, desk), afternoon, visitorOf(ticket))
    turnstile.put(i, afterBreaks(at + walk + takes, desk.breaks))
    return true
  }

  /** The first of the line for this window; without one it is idle. */
  const turn = (i: number, at: Instant): boolean => {
    const desk = desks[i]
    if (!desk) return true
    const chosen = choose({ queues, gone }, desk.stand, rules, at, streaks[i] ?? 0)
    if (chosen) {
      gone[chosen.queue] = (gone[chosen.queue] ?? 0) + 1
      return serve(i, desk, chosen.ticket, at)
    }
    witness.idle?.(desk, at)
    idle.add(i)
    return true
  }

  /** To the least flexible of the windows that are free; else into the line, and free windows that are away come back for it. */
  const come = ({ at, queue, ticket }: Arrival): boolean => {
    let best: number | undefined
    const away: number[] = []
    for (const i of idle) {
      const desk = desks[i]
      if (!desk?.stand.some((source) => source.queue === queue)) continue
      if (spanAt(desk.breaks, at)) away.push(i)
      else if (best === undefined || desk.serviceIds.length < (desks[best]?.serviceIds.length ?? 0)) best = i
    }
    const desk = best === undefined ? undefined : desks[best]
    if (best !== undefined && desk) {
      idle.delete(best)
      return serve(best, desk, ticket, at)
    }
    queues[queue] = [...(queues[queue] ?? NOBODY), ticket]
    for (const i of away) {
      idle.delete(i)
      turnstile.put(i, afterBreaks(at, desks[i]?.breaks ?? []))
    }
    return true
  }

  let next = 0
  for (;;) {
    const arrival = arrivals[next]
    const soonest = turnstile.soonest()
    if (arrival && (soonest === undefined || arrival.at < soonest)) {
      next++
      if (!come(arrival)) return
    } else if (soonest !== undefined) {
      if (!turn(turnstile.take(), soonest)) return
    } else return
  }
}
