/** What goes on in the simulated hall: waiting on seats, standing at counters, passing through. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import { createDice, type Dice } from '../random.ts'
import { type Person, walker } from './persons.ts'
import { COUNTERS_X, SERVED_Z } from './room.ts'
import { type Seat, seats } from './seats.ts'
import { visitorAt } from './visits.ts'

/** How many looks the atlas holds. */
const LOOKS = 6
const LONG_WAITS = 0.3

/**
 * Everybody in the hall at that moment. Each seat, counter and way lives in cycles of its own, and what happens in a
 * cycle hangs on the seed and its number alone: the hall can be entered at any time, and again.
 */
export const peopleAt = (seed: number, at: Instant): Person[] => [
  ...seats.flatMap((seat, i) => onSeat(seat, cycle(seed, 100 + i, 40 * MINUTE, at), at) ?? []),
  ...COUNTERS_X.flatMap((x, i) => atCounter(x, cycle(seed, 200 + i, 9 * MINUTE, at), at) ?? []),
  ...WAYS.flatMap((way, i) => passing(way, cycle(seed, 300 + i, way.every, at), at) ?? []),
]

interface Cycle {
  starts: Instant
  lasts: number
  dice: Dice
}

/** The cycle that runs at that moment; those of different places do not begin together. */
const cycle = (seed: number, place: number, lasts: number, at: Instant): Cycle => {
  const shift = createDice(seed, place).uniform(0, lasts)
  const number = Math.floor((at - shift) / lasts)
  return { starts: number * lasts + shift, lasts, dice: createDice(seed, place, number) }
}

const onSeat = (seat: Seat, { starts, lasts, dice }: Cycle, at: Instant): Person | undefined => {
  const stay = dice.chance(LONG_WAITS) ? dice.uniform(17, 28) * MINUTE : Math.min(13, dice.lognormal(5, 0.6)) * MINUTE
  const enters = starts + dice.uniform(0, lasts - stay - 1.5 * MINUTE)
  return visitorAt({ look: dice.integer(0, LOOKS - 1), seat, enters, leaves: enters + 20 * SECOND + stay }, at)
}

const atCounter = (x: number, { starts, lasts, dice }: Cycle, at: Instant): Person | undefined => {
  const served = Math.min(8, dice.lognormal(4, 0.5)) * MINUTE
  const begins = starts + dice.uniform(0, lasts - served)
  const aside = dice.uniform(-0.3, 0.3)
  const look = dice.integer(0, LOOKS - 1)
  if (at < begins || at >= begins + served) return undefined
  return { look, stance: 'stand', phase: 1.4, x: x + aside, z: SERVED_Z, yaw: Math.PI - 0.25 }
}

interface Way {
  z: number
  fromX: number
  toX: number
  every: number
  chance: number
}

/** Visitors pass behind the seats, staff now and then before them. */
const WAYS: Way[] = [
  { z: 9.7, fromX: -8.5, toX: 8.5, every: 40 * SECOND, chance: 0.6 },
  { z: 10.5, fromX: 8.5, toX: -8.5, every: 45 * SECOND, chance: 0.6 },
  { z: 4.1, fromX: -5, toX: 5, every: 3 * MINUTE, chance: 0.5 },
]

const passing = ({ z, fromX, toX, chance }: Way, { starts, dice }: Cycle, at: Instant): Person | undefined => {
  if (!dice.chance(chance)) return undefined
  const path = [
    { x: fromX, z },
    { x: toX, z },
  ]
  return walker(dice.integer(0, LOOKS - 1), path, ((at - starts) / SECOND) * dice.uniform(0.9, 1.3))
}
