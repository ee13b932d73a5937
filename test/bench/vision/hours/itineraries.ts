/** What people do in the simulated hall: where somebody is at any moment between coming and going. */
import { SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Spot } from '#simulators/camera/lens.ts'
import { createDice } from '#simulators/random.ts'

export type Stance = 'walk' | 'stand' | 'sit'

/** One leg of an itinerary. Who walks goes straight from `from` to `to`; who sits or stands is at `to`. */
export interface Leg {
  readonly stance: Stance
  readonly from: Spot
  readonly to: Spot
  readonly starts: Instant
  readonly ends: Instant
}

/** How somebody sits: leaning by so many metres, anew after about so long (ms). A thing does not. */
export interface Restlessness {
  readonly lean: number
  readonly every: number
}

export interface Actor {
  readonly actorId: number
  readonly kind: 'visitor' | 'passer' | 'thing' | 'screen'
  readonly legs: readonly Leg[]
  readonly restlessness: Restlessness
}

export interface Pose extends Spot {
  readonly stance: Stance
  /** Another number is another posture. */
  readonly posture: number
}

/** Appends legs one after the other. */
export const createItinerary = (starts: Instant, first: Spot) => {
  const legs: Leg[] = []
  let [at, here] = [starts, first]
  const add = (stance: Stance, to: Spot, lasts: number): void => {
    legs.push({ stance, from: here, to, starts: at, ends: at + lasts })
    at += lasts
    here = to
  }
  return {
    walk: (to: Spot, metresPerSecond: number): void =>
      add('walk', to, (Math.hypot(to.x - here.x, to.z - here.z) / metresPerSecond) * SECOND),
    stay: (stance: Stance, until: Instant): void => add(stance, here, Math.max(0, until - at)),
    now: () => at,
    legs,
  }
}

export const poseAt = ({ actorId, legs, restlessness }: Actor, at: Instant): Pose | undefined => {
  const leg = legs.find(({ starts, ends }) => at >= starts && at < ends)
  if (!leg) return undefined
  const { stance, from, to, starts, ends } = leg
  if (stance === 'walk') {
    const share = (at - starts) / (ends - starts)
    const posture = Math.floor(at / (0.5 * SECOND))
    return { stance, x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share, posture }
  }
  const posture = restlessness.lean === 0 ? 0 : postureAt(actorId, starts, restlessness.every, at)
  const dice = createDice(actorId, starts, posture)
  const [aside, ahead] = [dice.normal(0, restlessness.lean), dice.normal(0, restlessness.lean)]
  return { stance, x: to.x + aside, z: to.z + ahead, posture }
}

/** Postures change after exponential times; found again for any moment, in slots of one mean time each. */
const postureAt = (actorId: number, starts: Instant, every: number, at: Instant): number => {
  const slot = Math.floor((at - starts) / every)
  const changesAt = createDice(actorId, starts, slot, 7).uniform(0, 1)
  return (at - starts) / every - slot >= changesAt ? slot + 1 : slot
}
