/** When the hall opens next, so that a played day can begin there. */
import type { Site } from '#contracts/site.ts'
import { HOUR, type Instant, MINUTE } from '#contracts/time.ts'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const DAYS_AHEAD = 14

interface Local {
  day: string
  weekday: (typeof WEEKDAYS)[number]
  sinceMidnight: number
}

const localTime = (at: Instant, timeZone: string): Local => {
  const [date = '', time = ''] = new Date(at).toLocaleString('sv-SE', { timeZone }).split(' ')
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday'
  return { day: date, weekday, sinceMidnight: hours * HOUR + minutes * MINUTE + seconds * 1000 + (at % 1000) }
}

const sinceMidnightOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * HOUR + minutes * MINUTE
}

/** The first opening at or after `now`; `now` itself when the hall never opens. */
export const nextOpening = ({ hours, timeZone }: Site, now: Instant): Instant => {
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const moment = now + ahead * 24 * HOUR
    const { day, weekday, sinceMidnight } = localTime(moment, timeZone)
    if (hours.holidays.includes(day)) continue
    const openings = hours[weekday].map(({ from }) => moment - sinceMidnight + sinceMidnightOf(from))
    const next = openings.find((opening) => opening >= now)
    if (next !== undefined) return next
  }
  return now
}
