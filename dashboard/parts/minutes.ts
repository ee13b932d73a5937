/** Minutes as a person reads them. */
import type { PartWords } from '../words/parts/zh.ts'

/** `12 min`, and from an hour on `1 h 5 min`. */
export const minutesIn = (words: PartWords, minutes: number): string => {
  const whole = Math.max(0, Math.round(minutes))
  return whole < 60 ? words.minutes(whole) : words.hoursMinutes(Math.floor(whole / 60), whole % 60)
}

/** How long still, never more exact than it is known: `10–18 min`, `under 5 min`, `very soon`. */
export const rangeIn = (words: PartWords, p50Minutes: number, p80Minutes: number): string => {
  if (p80Minutes <= 1) return words.soon
  if (p50Minutes <= 1) return words.underMinutes(p80Minutes)
  return p50Minutes === p80Minutes ? words.minutes(p50Minutes) : words.minuteRange(p50Minutes, p80Minutes)
}
