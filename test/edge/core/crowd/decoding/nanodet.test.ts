/** Boxes out of the distances of NanoDet. */
import { describe, expect, it } from 'vitest'
import { type DistanceMap, decodeDistances } from '#edge/core/crowd/decoding/nanodet.ts'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'

const input = { width: 64, height: 32 }
/** Twice as large as the input, and as long. */
const letterbox = letterboxOf({ width: 128, height: 64 }, input)
const limits = { least: 0.25, overlap: 0.6 }
const BINS = 4

/** [1 + 4 · bins, rows, columns], all faint but one cell, whose distances are logits of the bins. */
const mapWith = (stride: number, cell: number, logit: number, sides: number[][]): DistanceMap => {
  const [columns, rows] = [64 / stride, 32 / stride]
  const values = new Float32Array((1 + 4 * BINS) * columns * rows).fill(-20)
  values[cell] = logit
  for (const [i, bin] of sides.flat().entries()) values[(1 + i) * columns * rows + cell] = bin
  return { values, columns, rows, stride }
}

const only = (bin: number) => Array.from({ length: BINS }, (_, i) => (i === bin ? 50 : -50))
const between = [-50, 5, 5, -50]

describe('reading distances', () => {
  it('measures in strides from the middle of the cell, in pixels of the frame', () => {
    const map = mapWith(8, 8 + 2, 0, [only(1), only(0), between, only(2)])
    const [box] = decodeDistances([map], BINS, letterbox, limits)
    expect(box?.score).toBeCloseTo(0.5)
    expect([box?.x1, box?.y1, box?.x2, box?.y2]).toEqual([
      expect.closeTo((20 - 8) * 2),
      expect.closeTo(12 * 2),
      expect.closeTo((20 + 12) * 2),
      expect.closeTo((12 + 16) * 2),
    ])
  })

  it('survives logits beyond what an exponential bears', () => {
    const map = mapWith(8, 10, 3, [[900, 0, 0, 0], only(1), [0, 0, 0, 2000], only(1)])
    const [box] = decodeDistances([map], BINS, letterbox, limits)
    expect([box?.x1, box?.x2]).toEqual([40, expect.closeTo((20 + 24) * 2)])
  })

  it('takes all strides together, the better of doubles, and nothing faint', () => {
    const sides = [only(1), only(1), only(1), only(1)]
    const half = [between, between, between, between].map(() => [5, 5, -50, -50])
    const maps = [mapWith(8, 9, 0.2, sides), mapWith(16, 0, 2, half), mapWith(8, 15, -1.2, sides)]
    const boxes = decodeDistances(maps, BINS, letterbox, limits)
    expect(boxes.map(({ score }) => Math.round(score * 100))).toEqual([88, 55])
    expect(decodeDistances(maps, BINS, letterbox, { ...limits, overlap: 0.1 })).toHaveLength(1)
  })
})
