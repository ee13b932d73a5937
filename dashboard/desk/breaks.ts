/** When a clerk is away today, and moving that about by quarters of an hour. */
import { MINUTE } from '#contracts/durations.ts'
import type { Break } from '#contracts/windows.ts'

export const QUARTER = 15 * MINUTE
const MOST = 6

/** The one now, or else the next one. */
export const nextBreak = (breaks: readonly Break[], now: number): Break | undefined =>
  breaks.find(({ until }) => until > now)

/** One of them put off by so much; it is brought forward where `by` is negative. */
export const movedBy = (breaks: readonly Break[], one: Break, by: number): Break[] =>
  breaks.map((other) => (other === one ? { from: one.from + by, until: one.until + by } : other))

export const without = (breaks: readonly Break[], one: Break): Break[] => breaks.filter((other) => other !== one)

/** A quarter of an hour from the next full quarter on that is still free. */
export const withAnother = (breaks: readonly Break[], now: number): Break[] => {
  let from = Math.ceil(now / QUARTER) * QUARTER
  const taken = () => breaks.find((other) => other.from < from + QUARTER && other.until > from)
  for (let other = taken(); other; other = taken()) from = Math.ceil(other.until / QUARTER) * QUARTER
  return [...breaks, { from, until: from + QUARTER }].sort((a, b) => a.from - b.from)
}

export const mayAdd = (breaks: readonly Break[]): boolean => breaks.length < MOST
