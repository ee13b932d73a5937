/** The days ahead with their opening hours, and why each has the ones it has. */
import { dayAround, localTime, spansOf } from '#contracts/opening.ts'
import type { OpeningHours, Span, Weekday } from '#contracts/siteHours.ts'

export interface DayAhead {
  readonly day: string
  /** Midnight. */
  readonly from: number
  readonly spans: readonly Span[]
  readonly why: 'usualDay' | 'holiday' | 'ownDay'
}

export const week: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** From today on; days of 23 and 25 hours included. */
export const daysAhead = (hours: OpeningHours, timeZone: string, now: number, count: number): DayAhead[] => {
  const days: DayAhead[] = []
  let at = now
  for (let i = 0; i < count; i++) {
    const { day, from, until } = dayAround(at, timeZone)
    const why = hours.openDays[day] ? 'ownDay' : hours.holidays.includes(day) ? 'holiday' : 'usualDay'
    days.push({ day, from, spans: spansOf(hours, day), why })
    at = until
  }
  return days
}

export const spansSaid = (spans: readonly Span[]): string =>
  spans.map(({ from, until }) => `${from}–${until}`).join(' · ')

export const isToday = (day: string, timeZone: string, now: number): boolean => localTime(now, timeZone).day === day
