/** How many visitors wait too long when windows help each other, against windows that do one thing only. */
import { MINUTE } from '#contracts/time.ts'
import { createDice } from '#simulators/random.ts'
import { type Figure, quantile } from '../measure.ts'
import { slownessOn } from './clerks.ts'
import { crowdOf } from './crowds.ts'
import { type Desk, OPENS_AT, type Rules, siteOf, tidalDesks, trial, trialDesks } from './halls.ts'
import { keepHouse } from './house.ts'
import { simulateDay } from './simulating.ts'

const SEED = 7
const DAYS = 100
/** For the table of policies. */
const FEWER_DAYS = 40
const LONG_MINUTES = 15

/** All days of one way to run the hall; the same visitors and clerks for each way. */
interface Played {
  /** Minutes, by day. */
  waits: number[][]
  /** Mean minutes of the service that waits longest. */
  worstService: number
  decisions: number
  spent: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const play = (desks: readonly Desk[], rules: Rules = {}, { days = DAYS, ticks = false } = {}): Played => {
  const site = siteOf('trial', trial.demands, desks, rules)
  const played: Played = { waits: [], worstService: 0, decisions: 0, spent: 0 }
  const byService = new Map<string, number[]>()
  for (let day = 1; day <= days; day++) {
    const house = keepHouse(site)
    const visitors = crowdOf(trial, createDice(SEED, day))
    const slowness = slownessOn(SEED, day, desks.length)
    const visits = simulateDay({ house, opensAt: OPENS_AT, visitors, slowness, ticks })
    played.waits.push(visits.map(({ waited }) => waited / MINUTE))
    for (const { visitor, waited } of visits) {
      const known = byService.get(visitor.serviceId) ?? []
      known.push(waited / MINUTE)
      byService.set(visitor.serviceId, known)
    }
    played.decisions += house.cost().decisions
    played.spent += house.cost().spent
  }
  return { ...played, worstService: Math.max(...[...byService.values()].map(mean)) }
}

const tooLong = (waits: readonly number[]): number => waits.filter((minutes) => minutes > LONG_MINUTES).length

const overShare = ({ waits }: Played): number => tooLong(waits.flat()) / waits.flat().length

/** Of two sums over the same days, with twice its standard error (delta method, days drawn alike). */
const ratioOfDays = (one: Played, other: Played): { ratio: number; twoErrors: number } => {
  const [over, base] = [one.waits.map(tooLong), other.waits.map(tooLong)]
  const sum = base.reduce((total, count) => total + count, 0)
  const ratio = over.reduce((total, count) => total + count, 0) / sum
  const squares = over.reduce((total, count, day) => total + (count - ratio * (base[day] ?? 0)) ** 2, 0)
  return { ratio, twoErrors: (2 * Math.sqrt((squares * DAYS) / (DAYS - 1))) / sum }
}

/** One row of the table of policies. */
const row = (name: string, played: Played): Figure => {
  const waits = played.waits.flat()
  const [p95, over30] = [quantile(waits, 0.95), waits.filter((minutes) => minutes > 30).length / waits.length]
  const worst = `worst service ${played.worstService.toFixed(1)}, longest ${Math.max(...waits).toFixed(0)}`
  const note = `${played.waits.length} days: mean ${mean(waits).toFixed(1)} min, P95 ${p95.toFixed(0)}, > 30 min ${(100 * over30).toFixed(1)} %, ${worst}`
  return { name: `queue.over15.${name}`, value: overShare(played), note }
}

const against = (name: string, bar: number, played: Played, dedicated: Played, what: string): Figure => {
  const { ratio, twoErrors } = ratioOfDays(played, dedicated)
  const cost = `${((1000 * played.spent) / played.decisions).toFixed(0)} us a decision`
  const shares = `${(100 * overShare(played)).toFixed(1)} % against ${(100 * overShare(dedicated)).toFixed(1)} %`
  return {
    name,
    value: ratio,
    note: `bar ${bar}; +-${twoErrors.toFixed(2)}; ${shares}; ${what}; ${DAYS} days, ${cost}`,
  }
}

const POLICIES = ['longestWait', 'gcmu', 'longestQueue'] as const

export const benchRouting = (): Figure[] => {
  const dedicated = play(trialDesks.dedicated)
  const chain = play(trialDesks.chain)
  const tidal = play([...trialDesks.chain, ...tidalDesks], { tidal: { mode: 'automatic' } }, { ticks: true })
  const rows = (['chain', 'ring', 'wideRing', 'full'] as const).flatMap((skills) =>
    POLICIES.map((balancing) =>
      row(`${skills}.${balancing}`, play(trialDesks[skills], { balancing }, { days: FEWER_DAYS })),
    ),
  )
  return [
    against('queue.over15VsDedicated', 0.5, chain, dedicated, 'chain of evidence 6a, default rules'),
    against('queue.tidalOver15VsDedicated', 0.3, tidal, dedicated, 'that chain and two tidal windows'),
    row('dedicated', dedicated),
    ...rows,
    row('chain.tidal', tidal),
  ]
}
