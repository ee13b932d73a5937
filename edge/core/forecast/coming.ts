/** Visitors who may still come, one possible afternoon after another: as many as are expected, for what they mostly come for. */

import { HOUR } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { queueOfService } from '../queue/line.ts'
import type { HallState } from '../state.ts'
import { quarterOf } from '../tally.ts'
import { SLOT } from './arrivals.ts'
import { slotsOfDay } from './days.ts'
import type { Arrival } from './rolling.ts'

/** Before a first day has been learned, the next hour is taken to be like the last. */
const expectedLikeBefore = ({ tally, day }: HallState, at: Instant): number => {
  const now = quarterOf(at, day?.from ?? at)
  const last = tally.arrivals.slice(Math.max(0, now - 4), now)
  return last.reduce((sum, count) => sum + count, 0) / Math.max(1, last.length)
}

/** Expected visitors by slot, from the one around `at` until the horizon. */
const expectedSlots = (hall: HallState, at: Instant, horizon: number): { from: Instant; expected: number }[] => {
  const known = slotsOfDay(hall, at, at)
  const usual = expectedLikeBefore(hall, at)
  const first = at - ((at - (hall.day?.from ?? at)) % SLOT)
  return Array.from({ length: Math.ceil(horizon / SLOT) + 1 }, (_, i) => {
    const from = first + i * SLOT
    return { from, expected: known.find((slot) => slot.from === from)?.expected ?? usual }
  })
}

/** Services with the share of visitors up to and including each, 0..1. */
const cumulated = (hall: HallState): [ServiceId, number][] => {
  const today = [...hall.taken]
  const learned = hall.site.services.map(({ serviceId }) => [serviceId, hall.learned.mix[serviceId] ?? 0] as const)
  const shares = learned.some(([, share]) => share > 0) ? learned : today
  const all = shares.reduce((sum, [, share]) => sum + share, 0)
  let sum = 0
  return shares.map(([serviceId, share]) => {
    sum += share / all
    return [serviceId, sum]
  })
}

/** Numbers no ticket has, by which chances tell these visitors apart. */
const NOBODYS_LETTER = '~'

/** Those of one afternoon, in order of arrival; at most `horizon` milliseconds ahead. */
export const comingTo = (hall: HallState, at: Instant, horizon = HOUR): ((afternoon: number) => Arrival[]) => {
  const slots = expectedSlots(hall, at, horizon)
  const services = cumulated(hall)
  const { share } = hall.paper.chances
  return (afternoon) => {
    const arrivals: Arrival[] = []
    let n = 0
    for (const { from, expected } of slots) {
      const count = Math.floor(expected + share(afternoon, 1_000_000 + n))
      for (let i = 0; i < count; i++) {
        n++
        const when = from + share(afternoon, 2_000_000 + n) * SLOT
        const pick = share(afternoon, 3_000_000 + n)
        const serviceId = services.find(([, sum]) => pick <= sum)?.[0]
        const service = serviceId && hall.paper.services.get(serviceId)
        if (!service || when <= at || when > at + horizon) continue
        arrivals.push({ at: when, queue: queueOfService(service.index, 'walkIn'), ticket: visitor(n, serviceId, when) })
      }
    }
    return arrivals.sort((a, b) => a.at - b.at)
  }
}

const visitor = (n: number, serviceId: ServiceId, at: Instant): WaitingTicket => {
  const number = `${NOBODYS_LETTER}${n}`
  return {
    ticketId: number as WaitingTicket['ticketId'],
    number,
    serviceIds: [serviceId],
    lane: 'walkIn',
    issuedAt: at,
    calls: 0,
    state: 'waiting',
  }
}
