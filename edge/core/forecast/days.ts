/** What is still to come today and on the next day the hall is open: arrivals by quarter of an hour, windows by half hour. */
import type { DayForecast, Forecast, ForecastSlot } from '#contracts/advice.ts'
import { dayAround, nextOpening, openSpans } from '#contracts/opening.ts'
import type { SiteService } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { quarterOf, walkIns } from '../tally.ts'
import { forecast, SLOT, SLOTS_PER_DAY } from './arrivals.ts'
import { weekdayOf } from './daily.ts'
import { minutesOf } from './pace.ts'
import { planWindows } from './staffing.ts'

/** Appointments by the quarter in which their slot begins. */
const bookedIn = ({ appointments }: HallState, from: Instant, until: Instant): number[] => {
  const booked = new Array<number>(SLOTS_PER_DAY).fill(0)
  for (const { state, from: begins } of appointments.values())
    if (state !== 'cancelled' && begins >= from && begins < until) {
      const slot = quarterOf(begins, from)
      booked[slot] = (booked[slot] ?? 0) + 1
    }
  return booked
}

/** Arrivals of the day around an instant; `at` tells how much of it has passed already. Empty before anything is learned. */
export const slotsOfDay = (hall: HallState, around: Instant, at: Instant): ForecastSlot[] => {
  const { day, from, until } = dayAround(around, hall.site.timeZone)
  const isToday = hall.day?.day === day
  const booked = bookedIn(hall, from, until)
  const slots = forecast({
    learned: hall.learned.arrivals,
    weekday: weekdayOf(day),
    arrivals: isToday ? walkIns(hall.tally) : [],
    slot: isToday ? quarterOf(at, from) : 0,
    booked,
  })
  return slots.map(({ expected, low, high }, slot) => ({
    from: from + slot * SLOT,
    expected,
    low,
    high,
    booked: booked[slot] ?? 0,
  }))
}

/** Of one visitor at a window, by what visitors come for; the plain mean of all services before that is known. */
export const meanVisitMinutes = (hall: HallState): number => {
  const { mix } = hall.learned
  const known = hall.site.services.filter(({ serviceId }) => mix[serviceId] !== undefined)
  const weighed = known.length > 0 ? known : hall.site.services
  const weightOf = ({ serviceId }: SiteService) => (known.length > 0 ? (mix[serviceId] ?? 0) : 1)
  const all = weighed.reduce((sum, service) => sum + weightOf(service), 0)
  return weighed.reduce((sum, service) => sum + weightOf(service) * minutesOf(hall, service.serviceId), 0) / all
}

const forecastOfDay = (hall: HallState, around: Instant, at: Instant): DayForecast => {
  const { site } = hall
  const { day, from } = dayAround(around, site.timeZone)
  const slots = slotsOfDay(hall, around, at)
  const open = openSpans(site.hours, site.timeZone, around).map((span) => ({
    from: quarterOf(span.from, from),
    until: quarterOf(span.until - 1, from) + 1,
  }))
  const plan = planWindows({
    slots,
    meanMinutes: meanVisitMinutes(hall),
    targetMinutes: site.queue.targetMinutes,
    most: site.windows.length,
    open,
  })
  return {
    day,
    slots,
    plan: plan.map(({ slot, windows, p90Minutes }) => ({ from: from + slot * SLOT, windows, p90Minutes })),
  }
}

export const forecastOf = (hall: HallState, at: Instant): Forecast => {
  const { hours, timeZone, queue } = hall.site
  const next = nextOpening(hours, timeZone, dayAround(at, timeZone).until)
  const days = [at, ...(next === undefined ? [] : [next])].map((around) => forecastOfDay(hall, around, at))
  return { type: 'forecast', targetMinutes: queue.targetMinutes, days }
}
