/** Whether the hall is open, until when, and when it opens again, by its own calendar. */
import { daysBetween, localTime, nextOpening, spansOf } from '#contracts/opening.ts'
import type { OpeningHours } from '#contracts/siteHours.ts'
import type { PartWords } from '../words/parts/zh.ts'
import { clockIn } from './clock.ts'

export type Opening =
  | { readonly state: 'open'; readonly until: string }
  /** Opens again today. */
  | { readonly state: 'break'; readonly from: string }
  /** `inDays` counts calendar days from today; both absent when it stays closed for a fortnight. */
  | { readonly state: 'closed'; readonly inDays?: number; readonly from?: string }

export const openingAt = (hours: OpeningHours, timeZone: string, at: number): Opening => {
  const { day: today } = localTime(at, timeZone)
  const now = clockIn(timeZone, at)
  const spans = spansOf(hours, today)
  const current = spans.find(({ from, until }) => from <= now && now < until)
  if (current) return { state: 'open', until: current.until }
  const next = nextOpening(hours, timeZone, at)
  if (next === undefined) return { state: 'closed' }
  const from = clockIn(timeZone, next)
  const inDays = daysBetween(today, localTime(next, timeZone).day)
  const begun = spans.some((span) => span.from < now)
  return inDays === 0 && begun ? { state: 'break', from } : { state: 'closed', inDays, from }
}

/** The same in a few words. */
export const openingIn = (words: PartWords, now: Opening): string => {
  if (now.state === 'open') return words.open(now.until)
  if (now.state === 'break') return words.onBreak(now.from)
  if (now.inDays === undefined || now.from === undefined) return words.closed
  if (now.inDays === 0) return words.opensToday(now.from)
  return now.inDays === 1 ? words.opensTomorrow(now.from) : words.opensInDays(now.inDays, now.from)
}
