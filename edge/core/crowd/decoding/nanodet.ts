/** Reads NanoDet: for each cell a score, and for each edge how likely each whole distance is (arXiv 2006.04388). */
import type { Letterbox } from '../detecting.ts'
import type { Box } from '../geometry.ts'
import { type Limits, settle, sigmoid } from './settling.ts'

/** What the network puts out for one stride. */
export interface DistanceMap {
  /** [1 + 4 · bins, rows, columns]: logit of the person, then for left, top, right, bottom logits of 0, 1, 2 … strides. */
  values: Float32Array
  columns: number
  rows: number
  /** Input pixels per cell. */
  stride: number
}

/** The mean distance in strides; the highest logit is taken off first, so that no exponential runs over. */
const expected = (logitOf: (bin: number) => number, bins: number): number => {
  let highest = Number.NEGATIVE_INFINITY
  for (let bin = 0; bin < bins; bin++) highest = Math.max(highest, logitOf(bin))
  let [sum, weighted] = [0, 0]
  for (let bin = 0; bin < bins; bin++) {
    const share = Math.exp(logitOf(bin) - highest)
    sum += share
    weighted += share * bin
  }
  return weighted / sum
}

const boxesIn = ({ values, columns, rows, stride }: DistanceMap, bins: number, least: number): Box[] => {
  const cells = columns * rows
  const found: Box[] = []
  for (let cell = 0; cell < cells; cell++) {
    const score = sigmoid(values[cell] ?? Number.NEGATIVE_INFINITY)
    if (!(score >= least)) continue
    const side = (edge: number) => stride * expected((bin) => values[(1 + edge * bins + bin) * cells + cell] ?? 0, bins)
    const x = ((cell % columns) + 0.5) * stride
    const y = (Math.floor(cell / columns) + 0.5) * stride
    found.push({ x1: x - side(0), y1: y - side(1), x2: x + side(2), y2: y + side(3), score })
  }
  return found
}

/** Boxes in pixels of the frame, best first. */
export const decodeDistances = (
  maps: readonly DistanceMap[],
  bins: number,
  letterbox: Letterbox,
  limits: Limits,
): Box[] =>
  settle(
    maps.flatMap((map) => boxesIn(map, bins, limits.least)),
    letterbox,
    limits,
  )
