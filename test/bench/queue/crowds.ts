/** Who comes to a simulated hall on one day: when, for what, and how long each takes; the same seed brings the same people. */
import type { Lane } from '#contracts/callReasons.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { Dice } from '#simulators/random.ts'

export interface Visitor {
  /** Since the hall opened. */
  comes: number
  serviceId: ServiceId
  lane: Lane
  /** At a window of usual speed. */
  takes: number
}

/** One service as the crowd wants it; `share` is its part of all visitors, in any unit. */
export interface Demand {
  serviceId: ServiceId
  minutes: number
  share: number
}

export interface Crowd {
  demands: readonly Demand[]
  /** On an average day. */
  visitorsPerMinute: number
  openMinutes: number
  /** Coefficient of variation of lognormal service times. */
  variation: number
  /** 0..1 */
  priorityShare: number
}

/** Standard deviation of the logarithm, of a day's volume and of each service's share in it. */
const DAY_TO_DAY = 0.1
const MIX_TO_MIX = 0.2

const BUSIEST = 1.35

/** Two peaks, at half past nine and at two, as share of the mean; `hour` is counted from opening. */
export const busyness = (hour: number): number => {
  if ((hour >= 0.5 && hour < 2) || (hour >= 5 && hour < 6.5)) return BUSIEST
  return hour < 0.5 || hour >= 7 ? 0.6 : 0.85
}

/** Draws one index, each as likely as its weight says. */
const chooser = (weights: readonly number[]): ((dice: Dice) => number) => {
  let sum = 0
  const upTo = weights.map((weight) => {
    sum += weight
    return sum
  })
  return (dice) => {
    const drawn = dice.uniform(0, sum)
    return Math.max(
      0,
      upTo.findIndex((end) => drawn < end),
    )
  }
}

/**
 * A Poisson stream with two peaks, thinned from its busiest rate; in the order in which they come. `volume` is how busy
 * this day is against an average one.
 */
export const crowdOf = (crowd: Crowd, dice: Dice, volume = dice.lognormal(1, DAY_TO_DAY)): Visitor[] => {
  const { demands, openMinutes, variation, priorityShare } = crowd
  const spread = Math.sqrt(Math.log(1 + variation ** 2))
  const rate = crowd.visitorsPerMinute * volume * BUSIEST
  const choose = chooser(demands.map(({ share }) => share * dice.lognormal(1, MIX_TO_MIX)))
  const visitors: Visitor[] = []
  for (let minute = dice.exponential(1 / rate); minute < openMinutes; minute += dice.exponential(1 / rate)) {
    if (!dice.chance(busyness(minute / 60) / BUSIEST)) continue
    const demand = demands[choose(dice)]
    if (!demand) continue
    visitors.push({
      comes: Math.round(minute * MINUTE),
      serviceId: demand.serviceId,
      lane: dice.chance(priorityShare) ? 'priority' : 'walkIn',
      takes: Math.round(dice.lognormal(demand.minutes * Math.exp(-(spread ** 2) / 2), spread) * MINUTE),
    })
  }
  return visitors
}
