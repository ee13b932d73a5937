/** How many visitors wait too long when windows help each other, against windows that do one thing only. */

import { MINUTE } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
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

/** One visitor called: for what, and after how many minutes. */
interface Wait {
  serviceId: ServiceId
  minutes: number
}

/** One way to run the hall, day by day; the same visitors and clerks for each way. */
interface Played {
  days: Wait[][]
  decisions: number
  spent: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const play = (desks: readonly Desk[], rules: Rules = {}, { days = DAYS, ticks = false } = {}): Played => {
  const site = siteOf('trial', trial.demands, desks, rules)
  const played: Played = { days: [], decisions: 0, spent: 0 }
  for (let day = 1; day <= days; day++) {
    const house = keepHouse(site)
    const visitors = crowdOf(trial, createDice(SEED, day))
    const slowness = slownessOn(SEED, day, desks.length)
    const visits = simulateDay({ house, opensAt: OPENS_AT, visitors, slowness, ticks })
    played.days.push(visits.map(({ visitor, waited }) => ({ serviceId: visitor.serviceId, minutes: waited / MINUTE })))
    played.decisions += house.cost().decisions
    played.spent += house.cost().spent
  }
  return played
}

const longerThan = (limit: number, waits: readonly Wait[]): number =>
  waits.filter(({ minutes }) => minutes > limit).length

const percent = (count: number, of: readonly Wait[]): string => `${((100 * count) / of.length).toFixed(1)} %`

/** Of two sums over the same days, with twice its standard error (delta method, days drawn alike). */
const ratioOfDays = (one: Played, other: Played): { ratio: number; twoErrors: number } => {
  const counts = one.days.map((waits, day) => ({
    over: longerThan(LONG_MINUTES, waits),
    base: longerThan(LONG_MINUTES, other.days[day] ?? []),
  }))
  const sum = counts.reduce((total, { base }) => total + base, 0)
  const ratio = counts.reduce((total, { over }) => total + over, 0) / sum
  const squares = counts.reduce((total, { over, base }) => total + (over - ratio * base) ** 2, 0)
  return { ratio, twoErrors: (2 * Math.sqrt((squares * counts.length) / (counts.length - 1))) / sum }
}

/** One row of the table of policies: the first days only. */
const row = (name: string, { days }: Played): Figure => {
  const waits = days.slice(0, FEWER_DAYS).flat()
  const minutes = waits.map((wait) => wait.minutes)
  const services = trial.demands.map(({ serviceId }) =>
    mean(waits.filter((wait) => wait.serviceId === serviceId).map((wait) => wait.minutes)),
  )
  const middle = `mean ${mean(minutes).toFixed(1)} min, P95 ${quantile(minutes, 0.95).toFixed(0)}`
  const tail = `> 30 min ${percent(longerThan(30, waits), waits)}, longest ${Math.max(...minutes).toFixed(0)}`
  const note = `${middle}, ${tail}, by service ${services.map((service) => service.toFixed(0)).join(' ')}`
  return { name: `queue.over15.${name}`, value: longerThan(LONG_MINUTES, waits) / waits.length, note }
}

const against = (name: string, bar: number, played: Played, dedicated: Played, what: string): Figure => {
  const { ratio, twoErrors } = ratioOfDays(played, dedicated)
  const cost = `${((1000 * played.spent) / played.decisions).toFixed(0)} us a decision`
  const share = ({ days }: Played) => percent(longerThan(LONG_MINUTES, days.flat()), days.flat())
  const shares = `${share(played)} against ${share(dedicated)}`
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
  const ring = play(trialDesks.ring)
  const tidal = play([...trialDesks.chain, ...tidalDesks], { tidal: { mode: 'automatic' } }, { ticks: true })
  const rows = (['chain', 'ring', 'wideRing', 'full'] as const).flatMap((skills) =>
    POLICIES.map((balancing) =>
      row(`${skills}.${balancing}`, play(trialDesks[skills], { balancing }, { days: FEWER_DAYS })),
    ),
  )
  return [
    against('queue.over15VsDedicated', 0.5, ring, dedicated, 'closed chain: own service, one to help; default rules'),
    against('queue.over15OfOpenChain', 0.5, chain, dedicated, 'open chain: every other window has one service only'),
    against('queue.tidalOver15VsDedicated', 0.3, tidal, dedicated, 'that chain and two tidal windows'),
    row('dedicated', dedicated),
    ...rows,
    row('chain.tidal', tidal),
  ]
}
