import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { benchCampus, MOT } from './campus.ts'
import type { MotRow } from './motFile.ts'
import { scoresOf } from './motScores.ts'

/** Somebody 10 × 10 pixels large at `x`; two boxes 5 pixels apart overlap by a third. */
const row = (frame: number, id: number, x: number): MotRow => ({
  frame,
  id,
  box: { x1: x, y1: 0, x2: x + 10, y2: 10, score: 1 },
})

/** One who stands still in frames 1 to `frames`. */
const stands = (frames: number, id = 1, x = 0) => Array.from({ length: frames }, (_, n) => row(n + 1, id, x))

describe('measuring tracks', () => {
  it('gives all scores to the truth itself', () => {
    const truth = [...stands(4), ...stands(4, 2, 100)]
    const perfect = { mota: 1, idf1: 1, hota: 1, misses: 0, falsePositives: 0, switches: 0 }
    expect(scoresOf(truth, truth)).toEqual(perfect)
  })

  it('gives none for nothing', () => {
    expect(scoresOf(stands(4), [])).toEqual({ mota: 0, idf1: 0, hota: 0, misses: 4, falsePositives: 0, switches: 0 })
  })

  it('counts a track without person as often as it is seen', () => {
    const { mota, idf1, hota, falsePositives } = scoresOf(stands(4), [...stands(4), ...stands(2, 2, 100)])
    expect(falsePositives).toBe(2)
    expect(mota).toBe(1 - 2 / 4)
    expect(idf1).toBe((2 * 4) / (4 + 6))
    expect(hota).toBeCloseTo(Math.sqrt(4 / 6))
  })

  it('takes a new track on the way for one switch, and for half of the identity', () => {
    const tracked = [row(1, 7, 0), row(2, 7, 0), row(3, 8, 0), row(4, 8, 0)]
    const { mota, idf1, hota, switches } = scoresOf(stands(4), tracked)
    expect(switches).toBe(1)
    expect(mota).toBe(1 - 1 / 4)
    expect(idf1).toBe((2 * 2) / (4 + 4))
    // Each box is found; of the four frames of its person and its track, both are there in two.
    expect(hota).toBeCloseTo(Math.sqrt(1 * (2 / 4)))
  })

  it('counts a switch also when the person was missed in between', () => {
    expect(scoresOf(stands(3), [row(1, 7, 0), row(3, 8, 0)])).toMatchObject({ misses: 1, switches: 1 })
  })

  it('leaves a person the track of the frame before while it fits, though another fits better', () => {
    const tracked = [row(1, 7, 0), row(2, 7, 2), row(2, 8, 0)]
    expect(scoresOf(stands(2), tracked)).toMatchObject({ switches: 0, falsePositives: 1 })
  })

  it('lets boxes that overlap by a third match in HOTA alone, and there for small demands only', () => {
    const { mota, idf1, hota } = scoresOf(
      stands(4),
      stands(4).map(({ frame }) => row(frame, 1, 5)),
    )
    expect(mota).toBe(-1)
    expect(idf1).toBe(0)
    // 0.05 to 0.30 are six of nineteen.
    expect(hota).toBeCloseTo(6 / 19)
  })
})

describe.runIf(existsSync(MOT))('following the people of TUD-Campus', () => {
  const figures = new Map(benchCampus().map(({ name, value }) => [name, value]))

  it('is measured as the tools of MOTChallenge measure', () => {
    expect(figures.get('vision.evaluatorMota')).toBeCloseTo(0.526, 3)
    expect(figures.get('vision.evaluatorIdf1')).toBeCloseTo(0.558, 3)
    expect(figures.get('vision.evaluatorHota')).toBeCloseTo(0.391, 3)
  })

  it('loses fewer people and mixes up fewer than SORT on the same boxes', () => {
    expect(figures.get('vision.campusMota')).toBeGreaterThanOrEqual(0.643)
    expect(figures.get('vision.campusIdf1')).toBeGreaterThanOrEqual(0.72)
    expect(figures.get('vision.campusHota')).toBeGreaterThanOrEqual(0.52)
  })
})
