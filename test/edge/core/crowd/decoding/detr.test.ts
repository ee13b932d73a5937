/** Boxes out of the queries of DETR. */
import { describe, expect, it } from 'vitest'
import { decodeQueries } from '#edge/core/crowd/decoding/detr.ts'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'

const input = { width: 64, height: 32 }
/** Twice as large as the input, and as long. */
const letterbox = letterboxOf({ width: 128, height: 64 }, input)
const limits = { least: 0.4, overlap: 0.9 }

describe('reading queries', () => {
  it('takes shares of the input and the logit of people alone', () => {
    const queries = {
      logits: Float32Array.of(5, 0, -5, 5, -3, 9),
      boxes: Float32Array.of(0.5, 0.5, 0.25, 0.5, 0.1, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2, 0.2),
      classes: 2,
      person: 1,
      input,
    }
    const boxes = decodeQueries(queries, letterbox, limits)
    expect(boxes).toHaveLength(3)
    const halfSure = boxes.at(-1)
    expect(halfSure).toEqual({ x1: 48, y1: 16, x2: 80, y2: 48, score: 0.5 })
    expect(decodeQueries({ ...queries, person: 0 }, letterbox, limits)).toHaveLength(1)
  })
})
