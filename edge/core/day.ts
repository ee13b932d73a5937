/** The service day: which one an instant belongs to, and how one day gives way to the next. */
import type { DayBegan, HallEvent } from '#contracts/facts.ts'
import { HOUR, type Instant, MINUTE, SECOND } from '#contracts/time.ts'
import { openAlerts } from './care/alerts.ts'
import { type Day, emptyHall, type HallState } from './state.ts'

interface LocalTime {
  day: string
  sinceMidnight: number
}

const localTime = (at: Instant, timeZone: string): LocalTime => {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const sinceMidnight = Number(part.hour) * HOUR + Number(part.minute) * MINUTE + Number(part.second) * SECOND
  return { day: `${part.year}-${part.month}-${part.day}`, sinceMidnight: sinceMidnight + (at % SECOND) }
}

/** The clock may have been put forward or back since midnight: the guess is corrected once by what it shows there. */
const midnightBefore = (at: Instant, timeZone: string): Instant => {
  const guess = at - localTime(at, timeZone).sinceMidnight
  const shown = localTime(guess, timeZone).sinceMidnight
  return shown === 0 ? guess : shown < 12 * HOUR ? guess - shown : guess + (24 * HOUR - shown)
}

/** The day around an instant, in a time zone; days of 23 and 25 hours included. */
export const dayOf = (at: Instant, timeZone: string): Day => {
  const from = midnightBefore(at, timeZone)
  return { day: localTime(at, timeZone).day, from, until: midnightBefore(from + 26 * HOUR, timeZone) }
}

/** Whether a new service day has to begin before anything else is decided. */
export const isNewDay = (hall: HallState, at: Instant): boolean => hall.day === undefined || at >= hall.day.until

/** Whoever still waited at midnight is told apart from those who were served, and nobody is left to be helped. */
export const endDay = (hall: HallState): HallEvent[] => [
  ...[...hall.tickets.keys()].map((ticketId) => ({ type: 'ticketExpired' as const, ticketId })),
  ...openAlerts(hall).map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
]

/** The fact that ends the old day and begins the one around `at`. */
export const beginDay = (hall: HallState, at: Instant): DayBegan => ({
  type: 'dayBegan',
  ...dayOf(at, hall.site.timeZone),
  counted: hall.counted,
  missions: [...hall.missions.values()].filter(({ state }) => ['waiting', 'assigned', 'underway'].includes(state)),
})

/** Lines, windows and alerts begin anew; robots and their open missions live on. */
export const evolveDay = (
  hall: HallState,
  at: Instant,
  { day, from, until, counted, missions }: DayBegan,
): HallState => {
  const fresh = emptyHall(hall.site)
  return {
    ...fresh,
    day: { day, from, until },
    windows: new Map([...fresh.windows].map(([id, closed]) => [id, { ...closed, since: at }])),
    robots: hall.robots,
    missions: new Map(missions.map((mission) => [mission.missionId, mission])),
    counted,
  }
}
