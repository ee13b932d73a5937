/** When the hall is open, by its own calendar and clock. Apart from the schemas, so that a browser can load it alone. */
import type { OpeningHours, Span, Weekday } from './siteHours.ts'
import type { Instant, ServiceDay } from './time.ts'

export interface LocalTime {
  readonly day: ServiceDay
  readonly weekday: Weekday
  /** Milliseconds as the clock shows them, not as they passed: 12:00 is 43 200 000 on a day of 23 hours as well. */
  readonly sinceMidnight: number
}

/** From one local midnight until the next. */
export interface LocalDay {
  readonly day: ServiceDay
  readonly from: Instant
  readonly until: Instant
}

export interface OpenSpan {
  readonly from: Instant
  readonly until: Instant
}

const DAY = 86_400_000
const DAYS_AHEAD = 14
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Tells what the hall's clock shows at an instant, written as the instant at which Greenwich shows the same. */
type WallClock = (at: Instant) => number

const wallClockIn = (timeZone: string): WallClock => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  })
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) + (at % 1000)
  }
}

const dayShown = (wall: number): ServiceDay => new Date(wall).toISOString().slice(0, 10)

const weekdayOf = (day: ServiceDay): Weekday => WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? 'sunday'

const dayAfter = (day: ServiceDay, days: number): ServiceDay => dayShown(Date.parse(`${day}T00:00Z`) + days * DAY)

/** The first instant that shows a clock time on a day; one that is skipped that day comes as much later as is skipped. */
const instantOf = (day: ServiceDay, clock: string, wallClock: WallClock): Instant => {
  const shown = Date.parse(`${day}T${clock}Z`)
  const reckonedFrom = (nearby: Instant): Instant => shown - (wallClock(nearby) - nearby)
  const before = reckonedFrom(shown - DAY)
  const after = reckonedFrom(shown + DAY)
  return wallClock(after) === shown && wallClock(before) !== shown ? after : before
}

/** Clock times as instants of a day. */
const resolve = (spans: readonly Span[], day: ServiceDay, wallClock: WallClock): OpenSpan[] =>
  spans.map(({ from, until }) => ({
    from: instantOf(day, from, wallClock),
    until: instantOf(day, until, wallClock),
  }))

/** Spans of a day as instants, such as the breaks of a window. */
export const instantsOf = (spans: readonly Span[], day: ServiceDay, timeZone: string): OpenSpan[] =>
  resolve(spans, day, wallClockIn(timeZone))

export const localTime = (at: Instant, timeZone: string): LocalTime => {
  const wall = wallClockIn(timeZone)(at)
  const day = dayShown(wall)
  return { day, weekday: weekdayOf(day), sinceMidnight: wall - Date.parse(`${day}T00:00Z`) }
}

/** The instant a day begins; where clocks skip midnight, the first that belongs to it. */
export const midnightOf = (day: ServiceDay, timeZone: string): Instant => instantOf(day, '00:00', wallClockIn(timeZone))

/** The day around an instant, in a time zone; days of 23 and 25 hours included. */
export const dayAround = (at: Instant, timeZone: string): LocalDay => {
  const { day } = localTime(at, timeZone)
  return { day, from: midnightOf(day, timeZone), until: midnightOf(dayAfter(day, 1), timeZone) }
}

/** How many midnights lie between two days; below 0 when `to` comes first. */
export const daysBetween = (from: ServiceDay, to: ServiceDay): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY

/** The spans of a day, in order; none on a holiday. A day with hours of its own goes by those alone. */
export const spansOf = (hours: OpeningHours, day: ServiceDay): readonly Span[] => {
  const usual = hours.holidays.includes(day) ? [] : hours[weekdayOf(day)]
  return [...(hours.openDays[day] ?? usual)].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The spans of the local day around `at`, in order, each clock time resolved on that very day. */
export const openSpans = (hours: OpeningHours, timeZone: string, at: Instant): readonly OpenSpan[] => {
  const { day } = localTime(at, timeZone)
  return resolve(spansOf(hours, day), day, wallClockIn(timeZone))
}

/** Which of these, such as opening hours or breaks, an instant falls into. */
export const spanAt = <S extends OpenSpan>(spans: readonly S[], at: Instant): S | undefined =>
  spans.find(({ from, until }) => at >= from && at < until)

/** The first moment from `at` on when the hall is open, `at` itself when it is; none within a fortnight, none at all. */
export const nextOpening = (hours: OpeningHours, timeZone: string, at: Instant): Instant | undefined => {
  const wallClock = wallClockIn(timeZone)
  const today = dayShown(wallClock(at))
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = dayAfter(today, ahead)
    const next = resolve(spansOf(hours, day), day, wallClock).find(({ until }) => until > at)
    if (next) return Math.max(next.from, at)
  }
  return undefined
}
