/** How well the estimate keeps its own promise: eight of ten visitors are called within the time they were told. */
import type { Figures } from '#contracts/live.ts'
import type { PartState } from '#contracts/readings.ts'

export interface Kept {
  readonly told: number
  readonly kept: number
}

export const PROMISED_PERCENT = 80
/** Kept less often, people were told too short a time; more often, too long a one. */
export const KEPT_BAND = { from: 77, until: 85 }
/** Fewer visitors than this prove nothing. */
const LEAST_TOLD = 30

/** Whole percent; absent while nobody was told anything. */
export const percentKept = ({ told, kept }: Kept): number | undefined =>
  told > 0 ? Math.round((kept / told) * 100) : undefined

export const stateOfKept = (days: Kept): PartState['state'] => {
  const percent = percentKept(days)
  if (percent === undefined || days.told < LEAST_TOLD) return 'unknown'
  return percent >= KEPT_BAND.from && percent <= KEPT_BAND.until ? 'fine' : 'attention'
}

export const together = (days: readonly Kept[]): Kept => ({
  told: days.reduce((sum, { told }) => sum + told, 0),
  kept: days.reduce((sum, { kept }) => sum + kept, 0),
})

/** The last seven days before today, and today. */
export const accuracyOf = ({ promised, promisedBefore }: Pick<Figures, 'promised' | 'promisedBefore'>) => {
  const week = together(promisedBefore.slice(-7))
  return { week, today: promised, state: stateOfKept(together([week, promised])) }
}
