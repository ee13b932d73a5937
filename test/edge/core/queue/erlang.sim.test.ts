import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { ServiceId } from '#contracts/ids.ts'
import { erlangC, meanWait } from '#edge/core/forecast/erlang.ts'
import { createDice } from '#simulators/random.ts'
import type { Visitor } from '#test/bench/queue/crowds.ts'
import { type Desk, OPENS_AT, siteOf } from '#test/bench/queue/halls.ts'
import { keepHouse } from '#test/bench/queue/house.ts'
import { simulateDay, type Visit } from '#test/bench/queue/simulating.ts'

const DAYS = 10
const COUNTED = 2000
/** The hall begins empty: those who come first say little of a line that has settled. */
const UNCOUNTED = 500
const MEAN_MINUTES = 0.2
/** Two-sided 99 % of Student's distribution with nine degrees of freedom. */
const STUDENT = 3.25

interface Hall {
  servers: number
  load: number
  /** Each with a line of its own. */
  apart?: boolean
  /** Those who come first are counted too. */
  all?: boolean
  days?: number
}

const daysOf = ({ servers, load, apart = false, all = false, days = DAYS }: Hall): Visit[][] => {
  const services = Array.from({ length: apart ? servers : 1 }, (_, i) => ServiceId.parse(`S${i}`))
  const desks: Desk[] = Array.from({ length: servers }, (_, i) => ({ services: [apart ? i : 0] }))
  const demands = services.map((serviceId) => ({ serviceId, minutes: MEAN_MINUTES, share: 1 }))
  const site = siteOf('erlang', demands, desks)
  return Array.from({ length: days }, (_, day) => {
    const dice = createDice(servers, load * 100, day)
    let comes = 0
    const visitors = Array.from({ length: UNCOUNTED + COUNTED }, (): Visitor => {
      comes += dice.exponential(MEAN_MINUTES / load)
      const takes = dice.exponential(MEAN_MINUTES) * MINUTE
      return { comes: Math.round(comes * MINUTE), serviceId: dice.pick(services), lane: 'walkIn', takes }
    })
    const counted = new Set(visitors.slice(all ? 0 : UNCOUNTED))
    const visits = simulateDay({ house: keepHouse(site), opensAt: OPENS_AT, visitors })
    return visits.filter(({ visitor }) => counted.has(visitor))
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The mean over days, and how far the true one may be from it with 99 %. */
const band = (days: readonly Visit[][], measure: (visit: Visit) => number) => {
  const means = days.map((visits) => mean(visits.map(measure)))
  const middle = mean(means)
  const deviation = Math.sqrt(means.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (DAYS - 1))
  return { middle, half: (STUDENT * deviation) / Math.sqrt(DAYS) }
}

const minutesWaited = ({ waited }: Visit): number => waited / MINUTE
const lineOf = ({ servers, load }: Hall) => ({ perMinute: load / MEAN_MINUTES, meanMinutes: MEAN_MINUTES, servers })

/** What every line with several windows does, worked out without a hall: whoever comes goes where it is free first. */
const waitsByHand = (visits: readonly Visit[], servers: number): number[] => {
  const freeAt = new Array<number>(servers).fill(0)
  return visits.map(({ visitor: { comes, takes } }) => {
    const first = freeAt.indexOf(Math.min(...freeAt))
    const begins = Math.max(comes, freeAt[first] ?? 0)
    freeAt[first] = begins + Math.max(1, Math.round(takes))
    return begins - comes
  })
}

describe('a simulated day', () => {
  it('gives each visitor the wait that the first free window means, to the millisecond', () => {
    const days = daysOf({ servers: 3, load: 2.7, all: true, days: 2 })
    for (const visits of days) expect(visits.map(({ waited }) => waited)).toEqual(waitsByHand(visits, 3))
    expect(days.flat().some(({ waited }) => waited > MINUTE)).toBe(true)
  })

  it.each([
    { servers: 2, load: 1.6 },
    { servers: 2, load: 1.8 },
    { servers: 4, load: 3.2 },
    { servers: 4, load: 3.6 },
  ])('waits as Erlang says with $servers windows and $load of them busy', (hall) => {
    const { middle, half } = band(daysOf(hall), minutesWaited)
    const said = meanWait(lineOf(hall))
    expect(half).toBeLessThan(0.4 * said)
    expect(Math.abs(middle - said)).toBeLessThan(half)
  })

  it('lets 17 of 100 wait with 14 windows and 10 of them busy', () => {
    const hall = { servers: 14, load: 10 }
    const { middle, half } = band(daysOf(hall), ({ hadToWait }) => (hadToWait ? 1 : 0))
    expect(half).toBeLessThan(0.05)
    expect(Math.abs(middle - erlangC(lineOf(hall)))).toBeLessThan(half)
  })

  it('waits much longer where each of four windows has a line of its own', () => {
    const apart = band(daysOf({ servers: 4, load: 3.2, apart: true }), minutesWaited)
    const said = meanWait({ perMinute: 0.8 / MEAN_MINUTES, meanMinutes: MEAN_MINUTES, servers: 1 })
    expect(apart.half).toBeLessThan(0.4 * said)
    expect(Math.abs(apart.middle - said)).toBeLessThan(apart.half)
  })
})
