/** Reads CenterNet: a map of how surely somebody's middle is in a cell, and the way from there to the edges. */
import type { Letterbox } from '../detecting.ts'
import type { Box } from '../geometry.ts'
import { type Limits, settle } from './settling.ts'

/** What CenterNet puts out, both row by row. */
export interface CenterMaps {
  /** [rows, columns], 0..1: how surely a person's centre is in the cell. */
  heat: Float32Array
  /** [4, rows, columns]: input pixels from the cell to the left, upper, right and lower edge. */
  wh: Float32Array
  columns: number
  rows: number
  /** Input pixels per cell. */
  stride: number
}

/** Whether no neighbour of the cell is hotter. */
const isPeak = ({ heat, columns, rows }: CenterMaps, column: number, row: number): boolean => {
  const own = heat[row * columns + column] ?? 0
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
      if ((heat[y * columns + x] ?? 0) > own) return false
  return true
}

/** Boxes in pixels of the frame, best first. */
export const decodeCenters = (maps: CenterMaps, letterbox: Letterbox, limits: Limits): Box[] => {
  const { heat, wh, columns, rows, stride } = maps
  const found: Box[] = []
  for (let cell = 0; cell < heat.length; cell++) {
    const score = heat[cell] ?? 0
    if (!(score >= limits.least)) continue
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    if (!isPeak(maps, column, row)) continue
    const [x, y] = [column * stride, row * stride]
    const side = (index: number) => wh[index * columns * rows + cell] ?? 0
    found.push({ x1: x - side(0), y1: y - side(1), x2: x + side(2), y2: y + side(3), score })
  }
  return settle(found, letterbox, limits)
}
