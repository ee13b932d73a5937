/** A hall before one camera for some hours: who comes, sits, changes seats, passes and hides whom, and what looks like people. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Spot } from '#simulators/camera/lens.ts'
import { seats as SEATS, type Seat } from '#simulators/camera/seats.ts'
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

/** The chair that looks like a person; nobody sits there. */
const GHOST_SEAT = 3

/** How full of people a hall is, and how much they hide each other; mean times in seconds. */
export interface Bustle {
  /** Somebody comes to sit down. */
  readonly comesEvery: number
  /** Share of the visitors who change seats once. */
  readonly changing: number
  /** Somebody passes behind the seats, before them, and through the middle of the zone. */
  readonly passesEvery: { readonly behind: number; readonly before: number; readonly through: number }
  /** Somebody stops, or something is put, right before a seat, for so long at most. */
  readonly hidesEvery: number
  readonly hidesFor: { readonly person: number; readonly screen: number }
  /** Seconds without a frame. */
  readonly outages: readonly (readonly [least: number, most: number])[]
}

export const usualBustle: Bustle = {
  comesEvery: 160,
  changing: 0.15,
  passesEvery: { behind: 60, before: 150, through: 600 },
  hidesEvery: 480,
  hidesFor: { person: 60, screen: 90 },
  outages: [
    [5, 15],
    [240, 420],
  ],
}

/** A hall on its worst day, before a camera that stutters. */
export const denseBustle: Bustle = {
  comesEvery: 100,
  changing: 0.25,
  passesEvery: { behind: 60, before: 60, through: 300 },
  hidesEvery: 240,
  hidesFor: { person: 90, screen: 115 },
  outages: [
    [10, 60],
    [10, 60],
    [70, 110],
    [240, 420],
  ],
}

const NEVER_MOVES = { lean: 0, every: MINUTE }

export const createWorld = (seed: number, from: Instant, lasts: number, bustle = usualBustle): World => {
  const dice = createDice(seed, 1)
  const until = from + lasts
  const visits = createVisits(dice, from, until, bustle)
  const others = [...passersOf(dice, from, until, bustle), ...hidersOf(dice, from, until, bustle)]
  const things = thingsOf(dice, from, until)
  const actors = [...visits, ...others, ...things].map((actor, i) => ({ ...actor, actorId: seed * 10_000 + i }))
  return { actors, outages: outagesOf(dice, from, until, bustle), from, until }
}

type Cast = Omit<Actor, 'actorId'>

/** Under a quarter of an hour, or clearly longer: what lies between is the matter of seconds of a walk. */
const lengthOfVisit = (dice: Dice): number =>
  dice.chance(0.4) ? dice.uniform(17, 32) * MINUTE : Math.min(12.5, dice.lognormal(5, 0.6)) * MINUTE

const createVisits = (dice: Dice, from: Instant, until: Instant, { comesEvery, changing }: Bustle) => {
  const freeFrom = SEATS.map((_, i) => (i === GHOST_SEAT ? Number.POSITIVE_INFINITY : 0))
  const actors: Cast[] = []
  const takeSeat = (at: Instant): number | undefined => {
    const free = SEATS.flatMap((_, i) => ((freeFrom[i] ?? 0) + 15 * SECOND <= at ? [i] : []))
    const justLeft = free.filter((i) => at - (freeFrom[i] ?? 0) < MINUTE)
    return free.length === 0 ? undefined : dice.pick(justLeft.length > 0 && dice.chance(0.3) ? justLeft : free)
  }
  let comes = from - 14 * MINUTE
  for (; comes < until; comes += dice.exponential(comesEvery) * SECOND) {
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
    const second = dice.chance(changing) ? takeSeat(changesAt) : undefined
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
    way.walk({ x: last.x, z: last.aisleZ }, speed)
    way.walk({ x: 6 * dice.pick([-1, 1]), z: last.aisleZ }, speed)
    const asleep = dice.chance(0.15) && comes > from
    const restlessness = asleep ? { lean: 0.01, every: 150 * SECOND } : { lean: 0.022, every: 60 * SECOND }
    actors.push({ kind: 'visitor', legs: way.legs, restlessness })
  }
  return actors
}

const sitDown = (way: ReturnType<typeof createItinerary>, seat: Seat, speed: number): void => {
  way.walk({ x: seat.x, z: seat.aisleZ }, speed)
  way.walk({ x: seat.x, z: seat.z - 0.35 }, speed)
}

/** Behind the seats, before them, and through the middle of the zone. */
const passersOf = (dice: Dice, from: Instant, until: Instant, { passesEvery }: Bustle): Cast[] =>
  [
    { z: 9.7, every: passesEvery.behind },
    { z: 4.1, every: passesEvery.before },
    { z: 6.6, every: passesEvery.through },
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
const hidersOf = (dice: Dice, from: Instant, until: Instant, { hidesEvery, hidesFor }: Bustle): Cast[] => {
  const hiders: Cast[] = []
  for (let at = from + MINUTE; at < until; at += dice.exponential(hidesEvery) * SECOND) {
    const isScreen = dice.chance(0.5)
    const { x, aisleZ } = dice.pick(SEATS)
    const z = isScreen ? aisleZ + 0.25 : aisleZ
    const way = createItinerary(at, { x: -6, z })
    way.walk({ x, z }, 1.2)
    way.stay('stand', way.now() + dice.uniform(20, isScreen ? hidesFor.screen : hidesFor.person) * SECOND)
    way.walk({ x: 6, z }, 1.2)
    hiders.push({
      kind: isScreen ? 'screen' : 'passer',
      legs: way.legs,
      restlessness: { lean: 0.03, every: 20 * SECOND },
    })
  }
  return hiders
}

/** A chair and a poster that look like people: one of them from the start, the other put there later. */
const thingsOf = (dice: Dice, from: Instant, until: Instant): Cast[] => {
  const hung = from + dice.uniform(20, 60) * MINUTE
  const isChairFirst = dice.chance(0.5)
  const thing = (stance: 'sit' | 'stand', spot: Spot, isFirst: boolean): Cast => {
    const way = createItinerary(isFirst ? from : hung, spot)
    way.stay(stance, until)
    return { kind: 'thing', legs: way.legs, restlessness: NEVER_MOVES }
  }
  const { x = 0, z = 0 } = SEATS[GHOST_SEAT] ?? {}
  return [thing('sit', { x, z: z - 0.15 }, isChairFirst), thing('stand', { x: 2.35, z: 8.2 }, !isChairFirst)]
}

const outagesOf = (dice: Dice, from: Instant, until: Instant, { outages }: Bustle) => {
  const part = (until - from) / outages.length
  return outages.map(([least, most], i) => {
    const starts = from + i * part + dice.uniform(0.1, 0.8) * part
    return { from: starts, until: starts + dice.uniform(least, most) * SECOND }
  })
}
