/** From boxes in the network's input to the boxes of the frame: what every way of decoding ends with. */
import { type Letterbox, withoutDoubles } from '../detecting.ts'
import type { Box } from '../geometry.ts'

export interface Limits {
  /** The lowest score that counts. */
  least: number
  /** Of two boxes that share more than this (intersection over union), the better stays. */
  overlap: number
}

/** Of what a network answers without bounds, to 0..1. */
export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/**
 * `found` is in pixels of the input. Gives boxes in pixels of the frame, cut to it, best first; what is faint, empty or
 * not a number is left out.
 */
export const settle = (found: readonly Box[], letterbox: Letterbox, { least, overlap }: Limits): Box[] => {
  const { frame, left, top, scaleX, scaleY } = letterbox
  const boxes = found.flatMap(({ x1, y1, x2, y2, score }): Box[] => {
    const box = {
      x1: clamp((x1 - left) / scaleX, frame.width),
      y1: clamp((y1 - top) / scaleY, frame.height),
      x2: clamp((x2 - left) / scaleX, frame.width),
      y2: clamp((y2 - top) / scaleY, frame.height),
      score,
    }
    return score >= least && box.x2 > box.x1 && box.y2 > box.y1 ? [box] : []
  })
  return withoutDoubles(boxes, overlap)
}

/** A box around its middle. */
export const around = (x: number, y: number, width: number, height: number, score: number): Box => ({
  x1: x - width / 2,
  y1: y - height / 2,
  x2: x + width / 2,
  y2: y + height / 2,
  score,
})
