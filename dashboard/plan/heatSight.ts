/** The heat maps that still hold, on one scale for all floors. */
import type { HeatMap, TimedReading } from '#contracts/readings.ts'
import { heatSteps } from './heat.ts'

export interface HeatSight {
  readonly maps: readonly HeatMap[]
  /** Upward from which number of people each step begins. */
  readonly steps: readonly number[]
  /** How far back they reach. */
  readonly minutes: number
}

/** A map that has not been told again within the time it speaks of is about people who are gone. */
export const heatSight = (readings: Iterable<TimedReading>, minutes: number, now: number): HeatSight => {
  const maps = [...readings].flatMap(({ at, reading }) =>
    reading.type === 'heat' && now - at <= minutes * 60_000 ? [reading] : [],
  )
  return { maps, steps: heatSteps(maps), minutes }
}
