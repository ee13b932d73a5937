/** What carrying out advice does to the waits: each measure before and after, on a scale that all cards share. */
import type { Advice, Outcome } from '#contracts/advice.ts'

export type MeasureName = 'mean' | 'p90' | 'overLong'

export interface Measure {
  readonly name: MeasureName
  readonly unit: 'minutes' | 'percent'
  /** Whole minutes, or whole percent. */
  readonly before: number
  readonly after: number
  /** What a full bar stands for. */
  readonly scale: number
  readonly worse: boolean
}

const SHORTEST_SCALE_MINUTES = 15

/** Minutes that hold every bar of every card. */
export const minutesScale = (advice: readonly Pick<Advice, 'without' | 'effect'>[]): number =>
  Math.max(SHORTEST_SCALE_MINUTES, ...advice.flatMap(({ without, effect }) => [without.p90Minutes, effect.p90Minutes]))

const measure = (name: MeasureName, unit: Measure['unit'], scale: number, from: number, to: number): Measure => {
  const [before, after] = [Math.round(from), Math.round(to)]
  return { name, unit, before, after, scale, worse: after > before }
}

export const measuresOf = (without: Outcome, effect: Outcome, minutes: number): Measure[] => [
  measure('mean', 'minutes', minutes, without.meanMinutes, effect.meanMinutes),
  measure('p90', 'minutes', minutes, without.p90Minutes, effect.p90Minutes),
  measure('overLong', 'percent', 100, without.longWaitShare * 100, effect.longWaitShare * 100),
]
