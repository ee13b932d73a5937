/** Boxes out of D-FINE, which gives them ready. */
import { describe, expect, it } from 'vitest'
import { decodeReady } from '#edge/core/crowd/decoding/dfine.ts'
import { letterboxOf } from '#edge/core/crowd/detecting.ts'

const input = { width: 64, height: 32 }
/** Twice as large as the input, and as long. */
const letterbox = letterboxOf({ width: 128, height: 64 }, input)
const limits = { least: 0.25, overlap: 0.6 }

describe('reading boxes that are ready', () => {
  it('takes those of people, best first, in pixels of the frame', () => {
    const ready = {
      labels: BigInt64Array.of(0n, 2n, 0n, 0n),
      boxes: Float32Array.of(1, 2, 11, 22, 20, 2, 31, 22, 40, 2, 60, 40, 5, 5, 6, 6),
      scores: Float32Array.of(0.5, 0.9, 0.75, 0.125),
      person: 0,
    }
    expect(decodeReady(ready, letterbox, limits)).toEqual([
      { x1: 80, y1: 4, x2: 120, y2: 64, score: 0.75 },
      { x1: 2, y1: 4, x2: 22, y2: 44, score: 0.5 },
    ])
  })
})
