/** What reports over a period share: counts of the whole, of each day, and of each thing they are about. */
import type { LocalDay } from '#contracts/opening.ts'

/** One line of a statement with grouping sets; the first day is 1, and what a line does not speak of is null. */
export interface Grouped {
  readonly nth: number | null
}

/** Every one of the days, also those of which nothing is counted. */
export const eachDay = <G extends Grouped, C extends object>(
  days: readonly LocalDay[],
  lines: readonly G[],
  countsOf: (line: G | undefined) => C,
): ({ day: string } & C)[] => days.map(({ day }, i) => ({ day, ...countsOf(lines.find(({ nth }) => nth === i + 1)) }))

/** Hundredths of a minute are enough; absent where nothing was measured. */
export const measured = <K extends string>(name: K, minutes: number | null | undefined): { [key in K]?: number } => {
  const told: { [key in K]?: number } = {}
  if (minutes !== null && minutes !== undefined) told[name] = hundredths(minutes)
  return told
}

export const hundredths = (value: number): number => Math.round(value * 100) / 100
