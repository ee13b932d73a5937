/** Whether the hall is open, until when, and when it opens again, by its own calendar. */
import type { OpeningHours, Span } from '#contracts/siteHours.ts'
import type { PartWords } from '../words/parts/zh.ts'
import { clockIn, dayOf } from './clock.ts'

export type Opening =
  | { readonly state: 'open'; readonly until: string }
  /** Opens again today. */
  | { readonly state: 'break'; readonly from: string }
  /** `inDays` counts calendar days from today; both absent when it stays closed for a fortnight. */
  | { readonly state: 'closed'; readonly inDays?: number; readonly from?: string }

const LOOK_AHEAD_DAYS = 14
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** The spans of a calendar day such as `2026-11-22`, in order; none on a holiday. */
export const spansOf = (hours: OpeningHours, day: string): readonly Span[] => {
  if (hours.holidays.includes(day)) return []
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return weekday === undefined ? [] : [...hours[weekday]].sort((a, b) => a.from.localeCompare(b.from))
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const openingAt = (hours: OpeningHours, timeZone: string, at: number): Opening => {
  const today = dayOf(timeZone, at)
  const now = clockIn(timeZone, at)
  const spans = spansOf(hours, today)
  const current = spans.find(({ from, until }) => from <= now && now < until)
  if (current) return { state: 'open', until: current.until }
  const later = spans.find(({ from }) => from > now)
  if (later)
    return spans[0] === later ? { state: 'closed', inDays: 0, from: later.from } : { state: 'break', from: later.from }
  for (let inDays = 1; inDays <= LOOK_AHEAD_DAYS; inDays += 1) {
    const first = spansOf(hours, dayAfter(today, inDays))[0]
    if (first) return { state: 'closed', inDays, from: first.from }
  }
  return { state: 'closed' }
}

/** The same in a few words. */
export const openingIn = (words: PartWords, now: Opening): string => {
  if (now.state === 'open') return words.open(now.until)
  if (now.state === 'break') return words.onBreak(now.from)
  if (now.inDays === undefined || now.from === undefined) return words.closed
  if (now.inDays === 0) return words.opensToday(now.from)
  return now.inDays === 1 ? words.opensTomorrow(now.from) : words.opensInDays(now.inDays, now.from)
}
