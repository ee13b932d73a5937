/** How many people have been where on a floor, in five steps of one colour. Fewer than five people are nobody's business. */
import type { HeatMap } from '#contracts/readings.ts'
import type { Point } from './scale.ts'

/** Fewer in a place are not shown. */
const LEAST = 5
const STEPS = 5

/** Upward from which number of people each step begins: twice that of the one before, or three times where many come. */
export const heatSteps = (maps: readonly HeatMap[]): number[] => {
  const most = Math.max(0, ...maps.flatMap(({ cells }) => cells.map(({ people }) => people)))
  const factor = most >= LEAST * 2 ** STEPS ? 3 : 2
  return Array.from({ length: STEPS }, (_, i) => LEAST * factor ** i)
}

/** A square place on the floor, in metres. */
export interface HeatCell extends Point {
  readonly side: number
  readonly people: number
  /** 1..5. */
  readonly step: number
}

/** Where two cameras look at the same place, the one that has seen more people counts: they are the same people. */
export const heatOn = (floorId: string, maps: readonly HeatMap[], steps: readonly number[]): HeatCell[] => {
  const cells = new Map<string, HeatCell>()
  for (const { cell: side, cells: told } of maps.filter((map) => map.floorId === floorId))
    for (const { x, y, people } of told) {
      const key = `${x} ${y} ${side}`
      if (people < LEAST || people <= (cells.get(key)?.people ?? 0)) continue
      cells.set(key, { x, y, side, people, step: steps.filter((from) => from <= people).length })
    }
  return [...cells.values()]
}
