/** Reads D-FINE and RT-DETR with their own last step inside: boxes that are ready but for the letterbox. */
import type { Letterbox } from '../detecting.ts'
import type { Box } from '../geometry.ts'
import { type Limits, settle } from './settling.ts'

export interface ReadyBoxes {
  /** [queries] */
  labels: ArrayLike<number | bigint>
  /** [queries, 4]: left, top, right, bottom in input pixels. */
  boxes: Float32Array
  /** [queries], 0..1 */
  scores: Float32Array
  /** The label of a person. */
  person: number
}

/** Boxes in pixels of the frame, best first. */
export const decodeReady = (
  { labels, boxes, scores, person }: ReadyBoxes,
  letterbox: Letterbox,
  limits: Limits,
): Box[] => {
  const found: Box[] = []
  for (let query = 0; query < scores.length; query++) {
    if (Number(labels[query]) !== person) continue
    const edge = (index: number) => boxes[query * 4 + index] ?? 0
    found.push({ x1: edge(0), y1: edge(1), x2: edge(2), y2: edge(3), score: scores[query] ?? 0 })
  }
  return settle(found, letterbox, limits)
}
