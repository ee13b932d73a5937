/** How few comprehensive windows, each with a chain of skills, do for visitors what 202 dedicated windows did. */
import { MINUTE } from '#contracts/durations.ts'
import { createDice } from '#simulators/random.ts'
import { type Figure, quantile } from '../measure.ts'
import { type Fengxian, fengxian } from './bigHalls.ts'
import { slownessOn } from './clerks.ts'
import { crowdOf } from './crowds.ts'
import { type Desk, OPENS_AT, siteOf } from './halls.ts'
import { keepHouse } from './house.ts'
import { simulateDay } from './simulating.ts'

const BEFORE = 202
const SEEDS = [1, 2]
const ONE_SEED = [1]
/** One day from each fifth of the year, from the quietest to the busiest: as the volume of days varies by a tenth. */
const VOLUMES = [-1.2816, -0.5244, 0, 0.5244, 1.2816].map((deviations) => Math.exp(0.1 * deviations))
/** Looked for among these. */
const FEWEST = 100
const MOST = 163

interface Played {
  p90: number
  visitors: number
  spent: number
}

/** The same visitors for the same seed, whatever the windows. */
const play = (halls: ReadonlyMap<number, Fengxian>, desksOf: (hall: Fengxian) => Desk[]): Played => {
  const waits: number[] = []
  let spent = 0
  halls.forEach((hall, seed) => {
    const desks = desksOf(hall)
    const site = siteOf('fengxian', hall.crowd.demands, desks)
    VOLUMES.forEach((volume, day) => {
      const house = keepHouse(site)
      const visitors = crowdOf(hall.crowd, createDice(seed, day), volume)
      const slowness = slownessOn(seed, day, desks.length)
      for (const { waited } of simulateDay({ house, opensAt: OPENS_AT, visitors, slowness }))
        waits.push(waited / MINUTE)
      spent += house.cost().spent
    })
  })
  return { p90: quantile(waits, 0.9), visitors: waits.length, spent }
}

/** More windows never make the wait longer, so halving finds the fewest. */
const fewest = (isEnough: (windows: number) => boolean): number => {
  let [low, high] = [FEWEST, MOST]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isEnough(middle)) high = middle
    else low = middle + 1
  }
  return low
}

interface Search {
  name: string
  bar?: number
  busy: { least: number; most: number }
  seeds: readonly number[]
}

const search = ({ name, bar, busy, seeds }: Search): Figure => {
  const halls = new Map(seeds.map((seed) => [seed, fengxian(seed, busy)]))
  const before = play(halls, ({ dedicated }) => dedicated)
  let last = before
  const windows = fewest((count) => {
    const after = play(halls, ({ comprehensive }) => comprehensive(count))
    if (after.p90 <= before.p90) last = after
    return after.p90 <= before.p90
  })
  const days = seeds.length * VOLUMES.length
  const range = `services ${100 * busy.least}-${100 * busy.most} % busy`
  const waits = `P90 ${last.p90.toFixed(1)} min against ${before.p90.toFixed(1)} of ${BEFORE} dedicated`
  const cost = `${days} days, ${(before.visitors / days).toFixed(0)} visitors and ${(last.spent / days).toFixed(0)} ms a day`
  return { name, value: windows, note: `${bar ? `bar ${bar}; ` : ''}${range}; ${waits}; ${cost}` }
}

/** How many are spared depends on how unevenly the dedicated windows were used, so a second hall shows by how much. */
export const benchFengxian = (): Figure[] => [
  search({ name: 'queue.fengxianWindows', bar: 123, busy: { least: 0.2, most: 0.9 }, seeds: SEEDS }),
  search({ name: 'queue.fengxianWindowsEvener', busy: { least: 0.3, most: 0.8 }, seeds: ONE_SEED }),
]
