/** Two big halls, drawn by seed around what is known of them: Xuhui with 145 windows, Fengxian with 202 dedicated ones. */
import { ServiceId } from '#contracts/ids.ts'
import { createDice, type Dice } from '#simulators/random.ts'
import { busyness, type Crowd } from './crowds.ts'
import type { Desk } from './halls.ts'

const OPEN_MINUTES = 480
/** Standard deviation of the logarithm of a service's minutes. */
const MINUTES_SPREAD = 0.4

/** A service of a department (or of one of several halls), wanted so much that this many windows are always busy. */
interface Offer {
  department: number
  minutes: number
  load: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The rate of a day against the mean of its shape. */
const meanBusyness = (): number =>
  sum(Array.from({ length: OPEN_MINUTES }, (_, minute) => busyness((minute + 0.5) / 60))) / OPEN_MINUTES

interface Plan {
  services: readonly { department: number; weight: number }[]
  /** Windows that are busy on average, over all services; each has of it by its weight. */
  load: number
  medianMinutes: number
}

const offersOf = (dice: Dice, { services, load, medianMinutes }: Plan): Offer[] => {
  const scale = load / sum(services.map(({ weight }) => weight))
  return services.map(({ department, weight }) => ({
    department,
    minutes: dice.lognormal(medianMinutes, MINUTES_SPREAD),
    load: weight * scale,
  }))
}

const crowdFor = (offers: readonly Offer[]): Crowd => ({
  demands: offers.map(({ minutes, load }, i) => ({
    serviceId: ServiceId.parse(`S${i + 1}`),
    minutes,
    share: load / minutes,
  })),
  visitorsPerMinute: sum(offers.map(({ load, minutes }) => load / minutes)) / meanBusyness(),
  openMinutes: OPEN_MINUTES,
  variation: 0.8,
  priorityShare: 0,
})

/** So many windows among those who need them, one at least to each, the next always to the busiest. */
const allotted = (loads: readonly number[], windows: number): number[] => {
  const given = loads.map(() => 1)
  const pressure = (i: number) => (loads[i] ?? 0) / (given[i] ?? 1)
  for (let left = windows - loads.length; left > 0; left--) {
    const busiest = loads.reduce((most, _, i) => (pressure(i) > pressure(most) ? i : most), 0)
    given[busiest] = (given[busiest] ?? 0) + 1
  }
  return given
}

/** Windows whose own services are spread by demand, each with the next services of its department around the ring. */
const chained = (offers: readonly Offer[], windowsOf: readonly number[], skills: number): Desk[] =>
  windowsOf.flatMap((windows, department) => {
    const own = offers.flatMap((offer, i) => (offer.department === department ? [i] : []))
    const loads = own.map((service) => offers[service]?.load ?? 0)
    const total = sum(loads)
    return Array.from({ length: windows }, (_, desk): Desk => {
      let passed = 0
      const first = loads.findIndex((load) => {
        passed += load
        return passed > ((desk + 0.5) / windows) * total
      })
      const length = Math.min(skills, own.length)
      return { services: Array.from({ length }, (_, step) => own[(Math.max(0, first) + step) % own.length] ?? 0) }
    })
  })

/** So many services a person can be trained for. */
const PEOPLE_SKILLS = 10

/** 145 windows, 29 departments, 500 services; 2,700 visitors a day keep the windows three quarters busy. */
export const xuhui = (): { crowd: Crowd; desks: Desk[] } => {
  const dice = createDice(145)
  const services = Array.from({ length: 500 }, (_, i) => ({ department: i % 29, weight: dice.lognormal(1, 0.5) }))
  const offers = offersOf(dice, { services, load: 0.75 * 145, medianMinutes: 16 })
  const desks = chained(offers, new Array(29).fill(5), PEOPLE_SKILLS)
  return { crowd: { ...crowdFor(offers), visitorsPerMinute: 2700 / OPEN_MINUTES / meanBusyness() }, desks }
}

export interface Fengxian {
  crowd: Crowd
  dedicated: Desk[]
  comprehensive(windows: number): Desk[]
}

/**
 * 60 services in four halls keep 202 windows 55 % busy on average. Each service has three or four windows of its own,
 * whatever its demand: some are busy `least` of the time, others `most` of it, and all others evenly in between.
 */
export const fengxian = (seed: number, { least, most }: { least: number; most: number }): Fengxian => {
  const dice = createDice(seed)
  const windows = shuffled(dice, [...new Array<number>(22).fill(4), ...new Array<number>(38).fill(3)])
  const busy = shuffled(dice, [...windows.keys()]).map((rank) => least + ((most - least) * (rank + 0.5)) / 60)
  const services = windows.map((count, i) => ({ department: i % 4, weight: count * (busy[i] ?? 0) }))
  const offers = offersOf(dice, { services, load: 0.55 * 202, medianMinutes: 9 })
  const hallLoads = [0, 1, 2, 3].map((hall) =>
    sum(offers.filter(({ department }) => department === hall).map(({ load }) => load)),
  )
  return {
    crowd: crowdFor(offers),
    dedicated: windows.flatMap((count, i) => Array.from({ length: count }, () => ({ services: [i] }))),
    comprehensive: (count) => chained(offers, allotted(hallLoads, count), PEOPLE_SKILLS),
  }
}

const shuffled = <Item>(dice: Dice, items: readonly Item[]): Item[] =>
  items
    .map((item) => ({ item, at: dice.uniform() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
