/** Reads YOLOX: a row a cell, whose place and size are told in strides. */
import type { Letterbox } from '../detecting.ts'
import type { Box, Size } from '../geometry.ts'
import { around, type Limits, settle } from './settling.ts'

export interface GridRows {
  /** [cells, 5 + classes], all strides one after the other: centre and log size in strides, objectness and class scores 0..1. */
  values: Float32Array
  classes: number
  /** Which class a person is, from 0. */
  person: number
  strides: readonly number[]
  input: Size
}

/** How many cells the strides make of the input. */
export const cellsOf = ({ width, height }: Size, strides: readonly number[]): number =>
  strides.reduce((sum, stride) => sum + Math.floor(width / stride) * Math.floor(height / stride), 0)

/** Boxes in pixels of the frame, best first. */
export const decodeGrid = (
  { values, classes, person, strides, input }: GridRows,
  letterbox: Letterbox,
  limits: Limits,
): Box[] => {
  const found: Box[] = []
  let at = 0
  for (const stride of strides) {
    const columns = Math.floor(input.width / stride)
    const cells = columns * Math.floor(input.height / stride)
    for (let cell = 0; cell < cells; cell++, at += 5 + classes) {
      const value = (index: number) => values[at + index] ?? 0
      const score = value(4) * value(5 + person)
      if (!(score >= limits.least)) continue
      const x = (value(0) + (cell % columns)) * stride
      const y = (value(1) + Math.floor(cell / columns)) * stride
      found.push(around(x, y, Math.exp(value(2)) * stride, Math.exp(value(3)) * stride, score))
    }
  }
  return settle(found, letterbox, limits)
}
