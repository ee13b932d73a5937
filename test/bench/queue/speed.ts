/** What one promise costs in a large hall with a long line. */
import { TicketId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { promiseTo } from '#edge/core/forecast/estimate.ts'
import { everybody } from '#edge/core/queue/line.ts'
import type { HallState } from '#edge/core/state.ts'
import { createDice } from '#simulators/random.ts'
import { type Figure, median, quantile } from '../measure.ts'
import { xuhui } from './bigHalls.ts'
import { slownessOn } from './clerks.ts'
import { crowdOf, type Visitor } from './crowds.ts'
import { OPENS_AT, siteOf } from './halls.ts'
import { keepHouse } from './house.ts'
import { simulateDay } from './simulating.ts'

const SEED = 5
/** A rush: so many times the visitors of an ordinary day. */
const RUSH = 1.35
const WAITING = 200
const WARM_UP = 100
const PROMISES = 400

/** Milliseconds that the promise to somebody who comes now takes. */
const timeOf = ({ serviceId, lane }: Visitor, hall: HallState, at: Instant): number => {
  const number = 'Z999'
  const ticketId = TicketId.parse(`20261123-${number}`)
  const began = performance.now()
  promiseTo({ ticketId, number, serviceIds: [serviceId], lane, issuedAt: at, calls: 0, state: 'waiting' }, hall, at)
  return performance.now() - began
}

/** The hall as it is when the line has become that long, and when that is. */
const rushHour = (visitors: readonly Visitor[]): { hall: HallState; at: Instant } => {
  const { crowd, desks } = xuhui()
  let rush: { hall: HallState; at: Instant } | undefined
  simulateDay({
    house: keepHouse(siteOf('xuhui', crowd.demands, desks)),
    opensAt: OPENS_AT,
    visitors,
    slowness: slownessOn(SEED, 0, desks.length),
    beforeWaiting: (_, hall, at) => {
      if (everybody(hall.queues).length === WAITING) rush ??= { hall, at }
    },
  })
  if (!rush) throw new Error(`never were there ${WAITING} in line`)
  return rush
}

export const benchPromiseSpeed = (): Figure[] => {
  const { crowd, desks } = xuhui()
  const visitors = crowdOf(crowd, createDice(SEED), RUSH)
  const { hall, at } = rushHour(visitors)
  const all = visitors.slice(0, WARM_UP + PROMISES).map((visitor) => timeOf(visitor, hall, at))
  const took = all.slice(WARM_UP)
  const p99 = `p99 ${quantile(took, 0.99).toFixed(2)}`
  const size = `xuhui, ${desks.length} windows, ${crowd.demands.length} services, ${WAITING} waiting`
  return [{ name: 'queue.etaMs', value: median(took), note: `bar 3; ${p99}; ${took.length} promises; ${size}` }]
}
