/** How true the told waits turn out: against the simple formulas, and how often they are kept when the site is wrong. */

import { HOUR, MINUTE } from '#contracts/durations.ts'
import type { Estimate } from '#contracts/tickets.ts'
import { createDice } from '#simulators/random.ts'
import type { Figure } from '../measure.ts'
import { slownessOn } from './clerks.ts'
import { crowdOf, type Visitor } from './crowds.ts'
import { type Guesses, guessesFor } from './formulas.ts'
import { OPENS_AT, type Rules, siteOf, trial, trialDesks } from './halls.ts'
import { keepHouse } from './house.ts'
import { simulateDay } from './simulating.ts'

const SEED = 11
/** The hall learns from these before anything is counted. */
const WARM_UP_DAYS = 4
const DAYS = 16

interface World {
  rules?: Rules
  priorityShare?: number
  /** What the site says of each service, as a multiple of the truth. */
  saidMinutes?: number
  /** From the first counted day on every service takes this many times as long as it did. */
  longer?: number
  warmUpDays?: number
}

/** Somebody who had to wait, and what was said; minutes. */
interface Told {
  waited: number
  promised: Estimate
  guesses: Guesses
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const meanMinutes = (): number => {
  const shares = trial.demands.reduce((sum, { share }) => sum + share, 0)
  return trial.demands.reduce((sum, { minutes, share }) => sum + minutes * share, 0) / shares
}

/** Consecutive days of one hall, which carries what it learns from each to the next. */
const livedThrough = (world: World): Told[] => {
  const { rules, priorityShare = 0, saidMinutes = 1, longer = 1, warmUpDays = WARM_UP_DAYS } = world
  const said = trial.demands.map((demand) => ({ ...demand, minutes: demand.minutes * saidMinutes }))
  const house = keepHouse(siteOf('trial', said, trialDesks.chain, rules), { promising: true })
  const told: Told[] = []
  for (let day = 0; day < warmUpDays + DAYS; day++) {
    const counts = day >= warmUpDays
    const guesses = new Map<Visitor, Guesses>()
    const visitors = crowdOf({ ...trial, priorityShare }, createDice(SEED, day)).map((visitor) =>
      counts ? { ...visitor, takes: visitor.takes * longer } : visitor,
    )
    const visits = simulateDay({
      house,
      opensAt: OPENS_AT + day * 24 * HOUR,
      visitors,
      slowness: slownessOn(SEED, day, trialDesks.chain.length),
      beforeWaiting: (visitor, hall) => guesses.set(visitor, guessesFor(visitor.serviceId, hall, meanMinutes())),
    })
    for (const { visitor, ticket, waited } of counts ? visits : []) {
      const guessed = guesses.get(visitor)
      if (guessed && ticket.promised)
        told.push({ waited: waited / MINUTE, promised: ticket.promised, guesses: guessed })
    }
  }
  return told
}

const rmse = (told: readonly Told[], guess: (one: Told) => number): number =>
  Math.sqrt(mean(told.map((one) => (guess(one) - one.waited) ** 2)))

const coverage = (told: readonly Told[]): number =>
  mean(told.map(({ waited, promised }) => (promised.p80Minutes >= waited ? 1 : 0)))

const againstFormulas = (told: readonly Told[]) => {
  const own = rmse(told, ({ promised }) => promised.p50Minutes)
  const formulas = {
    position: rmse(told, ({ guesses }) => guesses.position),
    LES: rmse(told, ({ guesses }) => guesses.les),
    ZMS: rmse(told, ({ guesses }) => guesses.zms),
  }
  const others = Object.entries(formulas).map(([name, minutes]) => `${name} ${minutes.toFixed(1)}`)
  return { ratio: own / Math.min(...Object.values(formulas)), words: `${own.toFixed(1)} min (${others.join(', ')})` }
}

const farthestFrom = (aim: number, values: readonly number[]): number =>
  values.reduce((worst, value) => (Math.abs(value - aim) > Math.abs(worst - aim) ? value : worst), aim)

const coverageFigure = (name: string, worlds: Record<string, readonly Told[]>, what: string): Figure => {
  const covered = Object.entries(worlds).map(([world, told]) => ({ world, share: coverage(told) }))
  const each = covered.map(({ world, share }) => `${world} ${share.toFixed(3)}`).join(', ')
  return {
    name,
    value: farthestFrom(
      0.8,
      covered.map(({ share }) => share),
    ),
    note: `bar 0.77-0.85; ${each}; ${what}`,
  }
}

export const benchPromises = (): Figure[] => {
  const plain = {
    FIFO: livedThrough({ rules: { balancing: 'longestWait' } }),
    'default rules': livedThrough({ priorityShare: 0.12 }),
  }
  const wrong = {
    'a fifth longer than said': livedThrough({ saidMinutes: 1 / 1.2, warmUpDays: 0 }),
    'a fifth shorter': livedThrough({ saidMinutes: 1 / 0.8, warmUpDays: 0 }),
  }
  const changed = {
    'a fifth longer than before': livedThrough({ longer: 1.2 }),
    'a fifth shorter': livedThrough({ longer: 0.8 }),
  }
  const ratios = Object.entries(plain).map(([world, told]) => ({ world, ...againstFormulas(told) }))
  const each = ratios.map(({ world, ratio, words }) => `${world} ${ratio.toFixed(2)}: ${words}`).join('; ')
  const ruled = 'the worst world of those who had to wait'
  return [
    {
      name: 'queue.etaRmseVsBestFormula',
      value: Math.max(...ratios.map(({ ratio }) => ratio)),
      note: `bar 0.70; ${each}; ${plain.FIFO.length} told`,
    },
    coverageFigure('queue.etaP80Coverage', plain, ruled),
    coverageFigure('queue.etaP80CoverageOff', wrong, 'the site is wrong and nothing has been learned yet'),
    coverageFigure('queue.etaP80CoverageChanged', changed, 'the world changes overnight'),
  ]
}
