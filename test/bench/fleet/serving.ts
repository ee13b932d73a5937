/** How soon errands are done: against taking the nearest, against token passing, against the ways themselves. */
import type { Figure } from '../measure.ts'
import { driveCourses } from './driving.ts'
import { nearest, together } from './errands.ts'
import { mean, progress } from './means.ts'
import { passTokens } from './tokenPassing.ts'
import { createInstance, type Instance, stepsBetween, type Warehouse } from './warehouse.ts'

const FLEETS = [10, 20, 30, 50]
/** Errands that appear each turn. */
const FREQUENCIES = [0.2, 1, 5]
const SEEDS = 4
const ERRANDS = 500

interface Served {
  frequency: number
  robots: number
  /** Mean turns from appearing to being brought. */
  ours: number
  greedy: number
  tokens: number
  /** Mean steps from pick-up to drop: nobody can be faster. */
  bound: number
  makespan: number
  tokensMakespan: number
}

const boundOf = ({ house, errands }: Instance): number =>
  mean(errands.map(({ pick, drop }) => stepsBetween(house, pick, drop)))

const serve = (house: Warehouse, frequency: number, robots: number, seed: number): Served => {
  const instance = createInstance(house, { robots, errands: ERRANDS, frequency }, seed)
  const [ours, greedy] = [driveCourses(instance, together, 0), driveCourses(instance, nearest, 0)]
  const tokens = passTokens(instance)
  const lost = [ours, greedy, tokens].find(({ delivered }) => delivered < ERRANDS)
  if (lost) throw new Error(`only ${lost.delivered} errands done: ${robots} robots, frequency ${frequency}, ${seed}`)
  return {
    frequency,
    robots,
    ours: mean(ours.times),
    greedy: mean(greedy.times),
    tokens: mean(tokens.times),
    bound: boundOf(instance),
    makespan: ours.makespan,
    tokensMakespan: tokens.makespan,
  }
}

const told = (all: readonly Served[]): string => {
  const of = (key: keyof Served): string => mean(all.map((served) => served[key])).toFixed(0)
  const { robots, frequency } = all[0] ?? { robots: 0, frequency: 0 }
  const times = `service time ${of('ours')}, nearest ${of('greedy')}, tokens ${of('tokens')}, bound ${of('bound')}`
  return `${robots} robots, ${frequency} a turn: ${times}; makespan ${of('makespan')}, tokens ${of('tokensMakespan')}`
}

export const benchServing = (house: Warehouse): Figure[] => {
  const all = FREQUENCIES.flatMap((frequency) =>
    FLEETS.flatMap((robots) => {
      const runs = Array.from({ length: SEEDS }, (_, seed) => serve(house, frequency, robots, seed))
      progress(told(runs))
      return runs
    }),
  )
  const ratio = (over: (served: Served) => number, runs = all): number => mean(runs.map(over))
  const byFrequency = (over: (served: Served) => number): string =>
    FREQUENCIES.map(
      (f) =>
        `${ratio(
          over,
          all.filter(({ frequency }) => frequency === f),
        ).toFixed(2)} at ${f}`,
    ).join(', ')
  const figure = (name: string, bar: string, over: (served: Served) => number): Figure => ({
    name: `fleet.${name}`,
    value: ratio(over),
    note: `${bar}; ${byFrequency(over)} errands a turn`,
  })
  const tokens = ratio(({ ours, tokens: theirs }) => ours / theirs).toFixed(2)
  return [
    figure('serviceTimeVsNearest', `bar 0.95; ${all.length} instances`, ({ ours, greedy }) => ours / greedy),
    figure('makespanVsTokenPassing', `bar 1.00; service time ${tokens}`, (run) => run.makespan / run.tokensMakespan),
    figure('serviceTimeVsLowerBound', 'bound: steps from pick-up to drop alone', ({ ours, bound }) => ours / bound),
  ]
}
