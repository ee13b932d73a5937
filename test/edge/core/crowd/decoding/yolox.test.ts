/** Boxes out of the rows of YOLOX. */
import { describe, expect, it } from 'vitest'
import { cellsOf, decodeGrid } from '#edge/core/crowd/decoding/yolox.ts'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'

const input = { width: 64, height: 32 }
/** Twice as large as the input, and as long. */
const letterbox = letterboxOf({ width: 128, height: 64 }, input)
const limits = { least: 0.25, overlap: 0.6 }
const strides = [8, 16]
const person = 1
const classes = 2

/** Rows that are all zero but the given: [cell, x, y, log width, log height, objectness, class 0, class 1]. */
const rowsWith = (...rows: [number, ...number[]][]) => {
  const values = new Float32Array(cellsOf(input, strides) * (5 + classes))
  for (const [cell, ...row] of rows) values.set(row, cell * (5 + classes))
  return { values, classes, person, strides, input }
}

describe('reading rows of a grid', () => {
  it('counts the cells of all strides', () => {
    expect(cellsOf(input, strides)).toBe(8 * 4 + 4 * 2)
    expect(cellsOf({ width: 416, height: 416 }, [8, 16, 32])).toBe(3549)
  })

  it('adds the place of the cell and takes sizes as logarithms, in strides', () => {
    const first = rowsWith([8 + 3, 0.5, 0.25, Math.log(2), Math.log(3), 0.8, 0, 0.5])
    const [box] = decodeGrid(first, letterbox, limits)
    expect(box?.score).toBeCloseTo(0.4)
    expect([box?.x1, box?.y1, box?.x2, box?.y2]).toEqual([40, 0, 72, 44].map((edge) => expect.closeTo(edge, 4)))
  })

  it('goes on with the next stride after the last cell of one', () => {
    const [box] = decodeGrid(rowsWith([32 + 4 + 1, 0.5, 0.5, 0, 0, 1, 0, 1]), letterbox, limits)
    expect(box).toEqual({ x1: 32, y1: 32, x2: 64, y2: 64, score: 1 })
  })

  it('leaves out other classes and what is faint in either score', () => {
    const others = rowsWith([0, 0.5, 0.5, 1, 1, 1, 1, 0.2], [9, 0.5, 0.5, 1, 1, 0.2, 0, 1])
    expect(decodeGrid(others, letterbox, limits)).toEqual([])
  })
})
