/** Whether robots ever wait for each other for ever, or meet, however late each of them comes. */
import { type Figure, quantile } from '../measure.ts'
import { driveCourses } from './driving.ts'
import { together } from './errands.ts'
import { mean, progress } from './means.ts'
import { driveNaively } from './naive.ts'
import { createInstance, type Warehouse } from './warehouse.ts'

const FLEETS = [10, 20, 30, 50]
/** Probability of each step to be late by a turn. */
const DELAYS = [0, 0.2, 0.35, 0.5]
const SEEDS = 10
const NAIVE_SEEDS = 3
const ERRANDS = 500

const naiveDeadlocks = (house: Warehouse): string => {
  const sizes = FLEETS.flatMap((robots) => Array.from({ length: NAIVE_SEEDS }, (_, seed) => ({ robots, seed })))
  const runs = sizes.map(({ robots, seed }) =>
    driveNaively(createInstance(house, { robots, errands: ERRANDS, frequency: 1 }, seed)),
  )
  const dead = runs.filter(({ delivered }) => delivered < ERRANDS)
  return `shortest way when free: ${dead.length} of ${runs.length}, after ${mean(dead.map((run) => run.delivered)).toFixed(0)} errands`
}

export const benchDeadlocks = (house: Warehouse): Figure[] => {
  const began = performance.now()
  const planMs: number[] = []
  const makespans: string[] = []
  let [runs, deadlocks, collisions] = [0, 0, 0]
  for (const robots of FLEETS) {
    for (const delay of DELAYS) {
      const seeds = Array.from({ length: SEEDS }, (_, seed) => seed)
      const driven = seeds.map((seed) =>
        driveCourses(createInstance(house, { robots, errands: ERRANDS, frequency: 1 }, seed), together, delay),
      )
      runs += driven.length
      deadlocks += driven.filter(({ delivered }) => delivered < ERRANDS).length
      collisions += driven.reduce((sum, run) => sum + run.collisions, 0)
      if (robots === Math.max(...FLEETS)) planMs.push(...driven.flatMap((run) => run.planMs))
      makespans.push(mean(driven.map(({ makespan }) => makespan)).toFixed(0))
    }
    progress(`${robots} robots, delays ${DELAYS.join(' ')}: makespan ${makespans.slice(-DELAYS.length).join(' ')}`)
  }
  const size = `${runs} runs: ${FLEETS.join('/')} robots, ${ERRANDS} errands, delays ${DELAYS.join('/')}`
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  const p99 = `p99 ${quantile(planMs, 0.99).toFixed(2)}, most ${Math.max(...planMs.slice(1)).toFixed(1)}`
  return [
    { name: 'fleet.deadlocks', value: deadlocks, note: `bar 0; ${size}; ${seconds} s; ${naiveDeadlocks(house)}` },
    { name: 'fleet.collisions', value: collisions, note: `bar 0; same runs; two in one cell or swapping` },
    { name: 'fleet.planMs', value: mean(planMs), note: `bar 5; ${p99}; 50 robots, plan and release of one turn` },
  ]
}
