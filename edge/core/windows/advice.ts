/** Advice: each thing that could be done is done to a copy of the hall, and both are rolled forward by the hall's own rules. */
import type { Advice, Advised, Outcome } from '#contracts/advice.ts'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { CommandId, type ServiceId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { waitedMinutes } from '#contracts/visit.ts'
import { openByService } from '../figures.ts'
import { comingTo } from '../forecast/coming.ts'
import { outsetOf } from '../forecast/outset.ts'
import { quantile } from '../forecast/quantile.ts'
import { type Arrival, roll } from '../forecast/rolling.ts'
import { decide, evolve } from '../hall.ts'
import { everybody, waitingByService } from '../queue/line.ts'
import type { HallState } from '../state.ts'
import { type Candidate, candidatesFor } from './candidates.ts'

/** How far ahead visitors are foreseen. */
const HORIZON = HOUR
/** Whom no open window serves waits for the whole day. */
const NEVER_MINUTES = (8 * HOUR) / MINUTE
/** Every candidate is tried on some afternoons; the best of them on all. */
const TRIED = 4
const AFTERNOONS = 16
const FINALISTS = 5

/** Less than this is not worth a clerk's getting up. */
const LEAST_MINUTES = 1
const LEAST_SHARE = 0.02

/** A thing to say next: nothing is done for long without giving way. */
export type Working = Generator<undefined, Advised, undefined>

/** The hall as it would be right after. */
const hallIf = (hall: HallState, { deed }: Candidate, at: Instant): HallState | undefined => {
  const decision = decide(deed, hall, at)
  if (!decision.ok || decision.events.length === 0) return undefined
  const cause = CommandId.parse('advice')
  return decision.events.reduce((now, event) => evolve(now, { seq: 1, at, by: 'advice', cause, event }), hall)
}

interface Trial {
  candidate?: Candidate
  hall: HallState
  waits: number[]
}

/** Adds the waits of one afternoon: of everybody in line, and of everybody who comes. */
const live = ({ hall, waits }: Trial, afternoon: number, arrivals: readonly Arrival[], at: Instant): void => {
  const outset = outsetOf(hall, at, arrivals)
  const before = waits.length
  roll(outset, afternoon, {
    called: (ticket, _, when) => {
      waits.push(Math.min(NEVER_MINUTES, waitedMinutes(ticket, when)))
      return true
    },
  })
  const expected = everybody(hall.queues).length + arrivals.length
  const never = expected - (waits.length - before)
  for (let i = 0; i < never; i++) waits.push(NEVER_MINUTES)
}

const mean = (waits: readonly number[]): number =>
  waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length)

const outcomeOf = (waits: readonly number[], longWaitMinutes: number): Outcome => {
  if (waits.length === 0) return { meanMinutes: 0, p90Minutes: 0, longWaitShare: 0 }
  return {
    meanMinutes: mean(waits),
    p90Minutes: quantile(waits, 0.9),
    longWaitShare: waits.filter((wait) => wait > longWaitMinutes).length / waits.length,
  }
}

/**
 * All that is worth doing now, best first. Gives way after each afternoon, so that whoever runs it can let the hall
 * work in between. The same afternoons, visitors and service times fall to each candidate.
 */
export function* adviseOn(hall: HallState, at: Instant): Working {
  const { longWaitMinutes } = hall.site.queue
  const come = comingTo(hall, at, HORIZON)
  yield undefined
  const afternoons: Arrival[][] = []
  const nothing: Trial = { hall, waits: [] }
  const trials: Trial[] = []
  for (const candidate of candidatesFor(hall, at)) {
    const then = hallIf(hall, candidate, at)
    if (then) trials.push({ candidate, hall: then, waits: [] })
  }
  let rolls = 0
  const play = function* (some: readonly Trial[], from: number, until: number) {
    for (const trial of some)
      for (let afternoon = from; afternoon < until; afternoon++) {
        afternoons[afternoon] ??= come(afternoon)
        live(trial, afternoon, afternoons[afternoon] ?? [], at)
        rolls++
        yield undefined
      }
  }
  yield* play([nothing, ...trials], 0, TRIED)
  const finalists = trials.sort((a, b) => mean(a.waits) - mean(b.waits)).slice(0, FINALISTS)
  yield* play([nothing, ...finalists], TRIED, AFTERNOONS)
  const without = outcomeOf(nothing.waits, longWaitMinutes)
  const advice = finalists.flatMap((trial): Advice[] => {
    if (!trial.candidate) return []
    const { adviceId, deed, serviceId } = trial.candidate
    const effect = outcomeOf(trial.waits, longWaitMinutes)
    return isWorthIt(deed.type, without, effect, hall)
      ? [{ adviceId, deed, without, effect, reason: reasonOf(hall, serviceId, at) }]
      : []
  })
  return { type: 'advised', advice, horizonMinutes: HORIZON / MINUTE, rolls, seconds: 0 }
}

/** Opening must help; closing must cost nothing that anybody would notice. */
const isWorthIt = (deed: Advice['deed']['type'], without: Outcome, effect: Outcome, { site }: HallState): boolean => {
  const minutes = without.p90Minutes - effect.p90Minutes
  const share = without.longWaitShare - effect.longWaitShare
  if (deed === 'closeWindow')
    return effect.p90Minutes <= site.queue.targetMinutes / 2 && minutes >= -LEAST_MINUTES && share >= 0
  const onAverage = without.meanMinutes - effect.meanMinutes
  return share >= 0 && (minutes >= LEAST_MINUTES || onAverage >= LEAST_MINUTES || share >= LEAST_SHARE)
}

const reasonOf = (hall: HallState, serviceId: ServiceId, at: Instant): Advice['reason'] => {
  const line = waitingByService(hall.queues).get(serviceId) ?? []
  return {
    serviceId,
    waiting: line.length,
    longestMinutes: Math.max(0, ...line.map((ticket) => waitedMinutes(ticket, at))),
    openWindows: openByService(hall).get(serviceId) ?? 0,
  }
}
