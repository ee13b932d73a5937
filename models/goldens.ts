/** What TensorFlow.js said of a picture, kept to compare with: every score, and the sides of the cells that score well. */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Answer } from './answers.ts'

export interface Golden {
  scores: Float32Array
  /** Of the warm cells only, in their order. */
  warmSides: Float32Array
}

export const warmCells = (scores: Float32Array, warm: number): number[] =>
  [...scores.keys()].filter((cell) => (scores[cell] ?? 0) >= warm)

/** [warm cells, each]. */
export const sidesAt = (cells: readonly number[], { sides, each }: Answer): Float32Array =>
  Float32Array.from(cells.flatMap((cell) => [...sides.subarray(cell * each, (cell + 1) * each)]))

/** gzip of little-endian float32. */
export const packGolden = (answer: Answer, warm: number): Uint8Array => {
  const sides = sidesAt(warmCells(answer.scores, warm), answer)
  const values = Float32Array.from([answer.scores.length, ...answer.scores, ...sides])
  return gzipSync(Buffer.from(values.buffer), { level: 9 })
}

export const unpackGolden = (packed: Uint8Array): Golden => {
  const bytes = gunzipSync(packed)
  const values = Float32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(at * 4))
  const [cells = 0] = values
  return { scores: values.subarray(1, 1 + cells), warmSides: values.subarray(1 + cells) }
}

export const largestGap = (a: Float32Array, b: Float32Array): number => {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`)
  return a.reduce((gap, value, at) => Math.max(gap, Math.abs(value - (b[at] ?? Number.NaN))), 0)
}

/** Over all scores, and over the sides of the cells that the golden says are warm. */
export const gapsTo = (
  { scores, warmSides }: Golden,
  answer: Answer,
  warm: number,
): { score: number; side: number } => ({
  score: largestGap(scores, answer.scores),
  side: largestGap(warmSides, sidesAt(warmCells(scores, warm), answer)),
})
