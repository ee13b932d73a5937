/** Reads YOLOv8 and its like: a column a cell, in input pixels. */
import type { Letterbox } from '../detecting.ts'
import type { Box } from '../geometry.ts'
import { around, type Limits, settle } from './settling.ts'

export interface PixelColumns {
  /** [4 + classes, cells]: centre x, centre y, width, height in input pixels, class scores 0..1. */
  values: Float32Array
  cells: number
  /** Which class a person is, from 0. */
  person: number
}

/** Boxes in pixels of the frame, best first. */
export const decodeColumns = ({ values, cells, person }: PixelColumns, letterbox: Letterbox, limits: Limits): Box[] => {
  const found: Box[] = []
  for (let cell = 0; cell < cells; cell++) {
    const value = (row: number) => values[row * cells + cell] ?? 0
    const score = value(4 + person)
    if (score >= limits.least) found.push(around(value(0), value(1), value(2), value(3), score))
  }
  return settle(found, letterbox, limits)
}
