/** Boxes out of the maps of CenterNet. */
import { describe, expect, it } from 'vitest'
import { type CenterMaps, decodeCenters } from '#edge/core/crowd/decoding/centernet.ts'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'

/** Maps of 8 × 6 cells, all cold but the given: [column, row, heat, left, top, right, bottom]. */
const mapsWith = (...hot: [number, number, number, number, number, number, number][]): CenterMaps => {
  const [columns, rows] = [8, 6]
  const heat = new Float32Array(columns * rows)
  const wh = new Float32Array(4 * columns * rows)
  for (const [column, row, value, ...sides] of hot) {
    heat[row * columns + column] = value
    for (const [index, side] of sides.entries()) wh[index * columns * rows + row * columns + column] = side
  }
  return { heat, wh, columns, rows, stride: 4 }
}

const small = letterboxOf({ width: 32, height: 24 }, { width: 32, height: 24 })
const limits = { least: 0.1, overlap: 0.6 }

describe('reading the maps', () => {
  it('measures the sides from the corner of the cell, in pixels of the frame', () => {
    const letterbox = letterboxOf({ width: 64, height: 48 }, { width: 32, height: 24 })
    const [box] = decodeCenters(mapsWith([3, 2, 0.5, 4, 6, 5, 10]), letterbox, limits)
    expect(box).toEqual({ x1: 16, y1: 4, x2: 34, y2: 36, score: 0.5 })
  })

  it('keeps the hottest of neighbouring cells', () => {
    const maps = mapsWith([3, 2, 0.5, 4, 4, 4, 4], [4, 2, 0.7, 4, 4, 4, 4], [4, 3, 0.6, 4, 4, 4, 4])
    expect(decodeCenters(maps, small, limits)).toEqual([{ x1: 12, y1: 4, x2: 20, y2: 12, score: expect.closeTo(0.7) }])
  })

  it('keeps the better of two boxes on the same person, and both of two people', () => {
    const double = mapsWith([2, 2, 0.6, 8, 8, 8, 12], [4, 2, 0.5, 16, 8, 0, 12])
    expect(decodeCenters(double, small, limits)).toHaveLength(1)
    const two = mapsWith([1, 2, 0.5, 4, 8, 4, 12], [5, 2, 0.6, 4, 8, 4, 12])
    expect(decodeCenters(two, small, limits).map(({ score }) => score)).toEqual([
      expect.closeTo(0.6),
      expect.closeTo(0.5),
    ])
  })

  it('cuts boxes to the frame and drops what is faint or outside', () => {
    const maps = mapsWith([0, 0, 0.5, 9, 9, 6, 6], [7, 5, 0.05, 4, 4, 4, 4], [4, 4, 0.4, -1, -1, 1, 1])
    expect(decodeCenters(maps, small, limits)).toEqual([{ x1: 0, y1: 0, x2: 6, y2: 6, score: 0.5 }])
  })
})
