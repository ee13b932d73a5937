/** Reads DETR and its like: a fixed number of queries, each with a box in shares of the input. */
import type { Letterbox } from '../detecting.ts'
import type { Box, Size } from '../geometry.ts'
import { around, type Limits, settle, sigmoid } from './settling.ts'

export interface Queries {
  /** [queries, classes] */
  logits: Float32Array
  /** [queries, 4]: centre x, centre y, width, height, 0..1. */
  boxes: Float32Array
  classes: number
  /** Which class a person is, from 0. */
  person: number
  input: Size
}

/** Boxes in pixels of the frame, best first. */
export const decodeQueries = (
  { logits, boxes, classes, person, input }: Queries,
  letterbox: Letterbox,
  limits: Limits,
): Box[] => {
  const found: Box[] = []
  for (let query = 0; query * classes < logits.length; query++) {
    const score = sigmoid(logits[query * classes + person] ?? Number.NEGATIVE_INFINITY)
    if (!(score >= limits.least)) continue
    const share = (index: number) => boxes[query * 4 + index] ?? 0
    const [width, height] = [share(2) * input.width, share(3) * input.height]
    found.push(around(share(0) * input.width, share(1) * input.height, width, height, score))
  }
  return settle(found, letterbox, limits)
}
