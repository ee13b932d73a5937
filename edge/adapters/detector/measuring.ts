/** Measures of a frame how well its camera sees. */
import { createHash } from 'node:crypto'
import { LAYOUT, type Sight } from '#edge/core/crowd/sight.ts'
import type { Samples } from './samples.ts'

const BRIGHTEST = 255

/** What a mask covers is not measured: it is neither dark nor an edge. */
const lightOf = ({ grey }: Samples): { brightness: number; contrast: number } => {
  let [count, sum, squares] = [0, 0, 0]
  for (const value of grey) {
    if (value === 0) continue
    count += 1
    sum += value
    squares += value * value
  }
  if (count === 0) return { brightness: 0, contrast: 0 }
  const brightness = sum / count
  return { brightness, contrast: Math.sqrt(Math.max(0, squares / count - brightness ** 2)) }
}

/** The mean step in brightness to the right and downwards, by cell. */
const layoutOf = ({ grey, columns, rows }: Samples): number[] => {
  const cells = LAYOUT.columns * LAYOUT.rows
  const steps = new Float64Array(cells)
  const counts = new Uint32Array(cells)
  for (let row = 0; row + 1 < rows; row++) {
    const cellRow = Math.floor((row * LAYOUT.rows) / rows) * LAYOUT.columns
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column
      const own = grey[at] ?? 0
      const right = grey[at + 1] ?? 0
      const below = grey[at + columns] ?? 0
      if (own === 0 || right === 0 || below === 0) continue
      const cell = cellRow + Math.floor((column * LAYOUT.columns) / columns)
      steps[cell] = (steps[cell] ?? 0) + Math.abs(own - right) + Math.abs(own - below)
      counts[cell] = (counts[cell] ?? 0) + 2
    }
  }
  return Array.from(steps, (step, cell) => step / ((counts[cell] || 1) * BRIGHTEST))
}

export const measureSight = (samples: Samples, jpeg: Uint8Array): Sight => ({
  ...lightOf(samples),
  fingerprint: createHash('sha1').update(jpeg).digest('base64'),
  layout: layoutOf(samples),
})
