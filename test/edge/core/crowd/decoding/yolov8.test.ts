/** Boxes out of the columns of YOLOv8. */
import { describe, expect, it } from 'vitest'
import { decodeColumns } from '#edge/core/crowd/decoding/yolov8.ts'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'

const input = { width: 64, height: 32 }
/** Twice as large as the input, and as long. */
const letterbox = letterboxOf({ width: 128, height: 64 }, input)
const limits = { least: 0.25, overlap: 0.6 }

/** [4 + 2, cells] of the given cells: [x, y, width, height, class 0, class 1]. */
const columnsOf = (...cells: number[][]) => ({
  values: Float32Array.from([0, 1, 2, 3, 4, 5].flatMap((row) => cells.map((cell) => cell[row] ?? 0))),
  cells: cells.length,
  person: 0,
})

describe('reading columns', () => {
  it('takes centre and size in pixels of the input, and the class of people alone', () => {
    const columns = columnsOf([30, 16, 10, 20, 0.5, 0], [10, 16, 10, 20, 0.1, 0.9])
    expect(decodeColumns(columns, letterbox, limits)).toEqual([{ x1: 50, y1: 12, x2: 70, y2: 52, score: 0.5 }])
  })

  it('keeps the better of doubles and cuts boxes to the frame', () => {
    const columns = columnsOf([4, 16, 20, 20, 0.5, 0], [5, 16, 20, 20, 0.75, 0])
    expect(decodeColumns(columns, letterbox, limits)).toEqual([{ x1: 0, y1: 12, x2: 30, y2: 52, score: 0.75 }])
  })

  it('takes off what lies around a frame in the middle', () => {
    const middle = letterboxOf({ width: 32, height: 32 }, input, 'middle')
    const [box] = decodeColumns(columnsOf([32, 16, 10, 20, 0.5, 0]), middle, limits)
    expect(box).toEqual({ x1: 11, y1: 6, x2: 21, y2: 26, score: 0.5 })
  })

  it('follows a stretched frame in both directions', () => {
    const stretched = letterboxOf({ width: 64, height: 320 }, input, 'stretch')
    const [box] = decodeColumns(columnsOf([32, 16, 10, 20, 0.5, 0]), stretched, limits)
    expect(box).toEqual({ x1: 27, y1: 60, x2: 37, y2: 260, score: 0.5 })
  })

  it('drops what is no number', () => {
    const odd = columnsOf([Number.NaN, 16, 10, 20, 0.5, 0], [30, 16, 10, 20, Number.NaN, 0])
    expect(decodeColumns(odd, letterbox, limits)).toEqual([])
  })
})
