/** A hall before one camera for some hours: who comes, sits, changes seats, passes and hides whom, and what looks like people. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Spot } from '#simulators/camera/lens.ts'
import { createDice, type Dice } from '#simulators/random.ts'
import { type Actor, createItinerary } from './itineraries.ts'

export interface World {
  readonly actors: readonly Actor[]
  /** Nothing comes from the camera in them. */
  readonly outages: readonly { from: Instant; until: Instant }[]
  readonly from: Instant
  readonly until: Instant
}

export const LONG_WAIT = 15 * MINUTE
/** On the floor: metres aside of the camera and ahead of it. */
export const ZONE = { left: -3.4, right: 3.4, near: 4.5, far: 8.3 }

interface Seat extends Spot {
  readonly aisleZ: number
}

/** Two rows of chairs as close as they stand in halls. */
const SEATS: readonly Seat[] = [5.6, 7.5].flatMap((z) =>
  Array.from({ length: 7 }, (_, i) => ({ x: (i - 3) * 0.9, z, aisleZ: z - 0.9 })),
)
/** The chair that looks like a person and is never taken, and the one that is. */
const [GHOST_SEAT, TAKEN_GHOST] = [3, 12]

const NEVER_MOVES = { lean: 0, every: MINUTE }

export const createWorld = (seed: number, from: Instant, lasts: number): World => {
  const dice = createDice(seed, 1)
  const until = from + lasts
  const visits = createVisits(dice, from, until)
  const others = [...passersOf(dice, from, until), ...hidersOf(dice, from, until)]
  const things = thingsOf(dice, from, until, visits.coats)
  const actors = [...visits.actors, ...others, ...things].map((actor, i) => ({ ...actor, actorId: seed * 10_000 + i }))
  return { actors, outages: outagesOf(dice, from, until), from, until }
}

type Cast = Omit<Actor, 'actorId'>

/** Under a quarter of an hour, or clearly longer: what lies between is the matter of seconds of a walk. */
const lengthOfVisit = (dice: Dice): number =>
  dice.chance(0.4) ? dice.uniform(17, 32) * MINUTE : Math.min(12.5, dice.lognormal(5, 0.6)) * MINUTE

const createVisits = (dice: Dice, from: Instant, until: Instant) => {
  const freeFrom = SEATS.map((_, i) => (i === GHOST_SEAT ? Number.POSITIVE_INFINITY : 0))
  const actors: Cast[] = []
  const coats: { seat: Spot; from: Instant; until: Instant }[] = []
  const takeSeat = (at: Instant): number | undefined => {
    const free = SEATS.flatMap((_, i) => ((freeFrom[i] ?? 0) + 15 * SECOND <= at ? [i] : []))
    const justLeft = free.filter((i) => at - (freeFrom[i] ?? 0) < MINUTE)
    return free.length === 0 ? undefined : dice.pick(justLeft.length > 0 && dice.chance(0.3) ? justLeft : free)
  }
  let comes = from - 14 * MINUTE
  for (; comes < until; comes += dice.exponential(100) * SECOND) {
    const first = takeSeat(comes + 8 * SECOND)
    const seat = SEATS[first ?? -1]
    if (first === undefined || !seat) continue
    const side = dice.pick([-1, 1])
    const speed = dice.uniform(0.8, 1.2)
    const way = createItinerary(comes, { x: 6 * side, z: seat.aisleZ })
    const leaves = comes + lengthOfVisit(dice)
    freeFrom[first] = Number.POSITIVE_INFINITY
    sitDown(way, seat, speed)
    const changesAt = comes + dice.uniform(0.2, 0.7) * (leaves - comes)
    const second = dice.chance(0.25) ? takeSeat(changesAt) : undefined
    const other = SEATS[second ?? -1]
    if (second !== undefined && other) {
      way.stay('sit', changesAt)
      freeFrom[first] = way.now()
      way.walk({ x: seat.x, z: seat.aisleZ }, speed)
      if (other.aisleZ !== seat.aisleZ) way.walk({ x: seat.x < 0 ? -3.1 : 3.1, z: seat.aisleZ }, speed)
      if (other.aisleZ !== seat.aisleZ) way.walk({ x: seat.x < 0 ? -3.1 : 3.1, z: other.aisleZ }, speed)
      sitDown(way, other, speed)
    }
    const last = other ?? seat
    way.stay('sit', leaves)
    freeFrom[second ?? first] = way.now()
    if (dice.chance(0.01)) {
      const gone = way.now() + dice.uniform(20, 50) * MINUTE
      coats.push({ seat: last, from: way.now(), until: gone })
      freeFrom[second ?? first] = gone
    }
    way.walk({ x: last.x, z: last.aisleZ }, speed)
    way.walk({ x: 6 * dice.pick([-1, 1]), z: last.aisleZ }, speed)
    const asleep = dice.chance(0.15) && comes > from
    const restlessness = asleep ? { lean: 0.01, every: 150 * SECOND } : { lean: 0.022, every: 60 * SECOND }
    actors.push({ kind: 'visitor', legs: way.legs, restlessness })
  }
  return { actors, coats }
}

const sitDown = (way: ReturnType<typeof createItinerary>, seat: Seat, speed: number): void => {
  way.walk({ x: seat.x, z: seat.aisleZ }, speed)
  way.walk({ x: seat.x, z: seat.z - 0.35 }, speed)
}

/** Behind the seats, before them, and through the middle of the zone. */
const passersOf = (dice: Dice, from: Instant, until: Instant): Cast[] =>
  [
    { z: 9.7, every: 60 },
    { z: 4.1, every: 60 },
    { z: 6.6, every: 300 },
  ].flatMap(({ z, every }) => {
    const passers: Cast[] = []
    for (let at = from; at < until; at += dice.exponential(every) * SECOND) {
      const side = dice.pick([-1, 1])
      const way = createItinerary(at, { x: -6 * side, z })
      way.walk({ x: 6 * side, z }, dice.uniform(0.8, 1.4))
      passers.push({ kind: 'passer', legs: way.legs, restlessness: NEVER_MOVES })
    }
    return passers
  })

/** People who stop in the aisle before somebody, and trolleys that hide a sitter altogether, for up to 115 s. */
const hidersOf = (dice: Dice, from: Instant, until: Instant): Cast[] => {
  const hiders: Cast[] = []
  for (let at = from + MINUTE; at < until; at += dice.exponential(240) * SECOND) {
    const isScreen = dice.chance(0.5)
    const { x, aisleZ } = dice.pick(SEATS)
    const z = isScreen ? aisleZ + 0.25 : aisleZ
    const way = createItinerary(at, { x: -6, z })
    way.walk({ x, z }, 1.2)
    way.stay('stand', way.now() + dice.uniform(20, isScreen ? 115 : 90) * SECOND)
    way.walk({ x: 6, z }, 1.2)
    hiders.push({
      kind: isScreen ? 'screen' : 'passer',
      legs: way.legs,
      restlessness: { lean: 0.03, every: 20 * SECOND },
    })
  }
  return hiders
}

const thingsOf = (
  dice: Dice,
  from: Instant,
  until: Instant,
  coats: readonly { seat: Spot; from: Instant; until: Instant }[],
): Cast[] => {
  const thing = (stance: 'sit' | 'stand', spot: Spot, starts: Instant, ends: Instant): Cast => {
    const way = createItinerary(starts, spot)
    way.stay(stance, ends)
    return { kind: 'thing', legs: way.legs, restlessness: NEVER_MOVES }
  }
  const seat = (index: number): Spot => ({ x: SEATS[index]?.x ?? 0, z: (SEATS[index]?.z ?? 0) - 0.15 })
  const hung = from + dice.uniform(20, 60) * MINUTE
  return [
    thing('sit', seat(GHOST_SEAT), from, until),
    thing('sit', seat(TAKEN_GHOST), from, until),
    thing('stand', { x: -3.2, z: 8 }, from, until),
    thing('stand', { x: 3.25, z: 8.1 }, hung, until),
    ...coats.map((coat) => thing('sit', { x: coat.seat.x, z: coat.seat.z - 0.15 }, coat.from, coat.until)),
  ]
}

/** Losses of a minute, a restart of the camera, and one outage so long that its time does not count. */
const outagesOf = (dice: Dice, from: Instant, until: Instant) => {
  const lengths = [dice.uniform(10, 60), dice.uniform(10, 60), dice.uniform(70, 110), dice.uniform(240, 420)]
  const part = (until - from) / lengths.length
  return lengths.map((seconds, i) => {
    const starts = from + i * part + dice.uniform(0.1, 0.8) * part
    return { from: starts, until: starts + seconds * SECOND }
  })
}
