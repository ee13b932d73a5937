import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corrected, type Habit, type Motion, motionAt, movedOn } from '#edge/core/crowd/kalman.ts'

/** Pixels of somebody 100 pixels high. */
const habit: Habit = { speed: 60, speedChange: 50 }
const BLUR = 6

/** The filter after measurements `step` ms apart. */
const after = (step: number, [first = 0, ...others]: readonly number[]): Motion =>
  others.reduce((motion, place) => corrected(movedOn(motion, step, habit), place, BLUR), motionAt(first, BLUR, habit))

const walk = (steps: number, length: number) => Array.from({ length: steps }, (_, n) => n * length)

describe('the filter of one coordinate', () => {
  it('learns the speed of somebody who walks, at 25 frames a second and at two', () => {
    for (const step of [40, 500]) {
      const { place, speed } = after(step, walk(100, (60 * step) / 1000))
      expect(speed).toBeCloseTo(60, 0)
      expect(place / ((99 * 60 * step) / 1000)).toBeCloseTo(1, 1)
    }
  })

  it('is surer of a place seen often than of one seen once, and loses it while nothing is seen', () => {
    const once = motionAt(0, BLUR, habit)
    const often = after(40, walk(50, 0))
    expect(often.placeVariance).toBeLessThan(once.placeVariance / 2)
    const unsure = [0, 40, 500, 2000, 60_000].map((elapsed) => movedOn(often, elapsed, habit).placeVariance)
    expect(unsure).toEqual([...unsure].sort((a, b) => a - b))
  })

  it('expects a walker to go on, and to have stopped in the end', () => {
    const walker = { ...motionAt(0, BLUR, habit), speed: 50 }
    expect(movedOn(walker, 500, habit).place).toBe(25)
    expect(movedOn(walker, 60_000, habit).place).toBe(100)
  })

  it('believes the box it sees when a frame comes once a minute', () => {
    expect(after(60_000, [0, 200]).place).toBeCloseTo(200, 0)
  })

  it('weighs what it expects against what it sees by how sure both are', () => {
    const seenOnce = motionAt(10, BLUR, habit)
    expect(corrected(seenOnce, 20, BLUR)).toMatchObject({ place: 15, speed: 0, placeVariance: 18 })
    expect(corrected(seenOnce, 20, 2 * BLUR).place).toBe(12)
  })

  it('tells the same of two short times as of one long', () => {
    const motion = { place: 3, speed: 20, placeVariance: 5, covariance: 4, speedVariance: 90 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (one, other) => {
        const twice = movedOn(movedOn(motion, one, habit), other, habit)
        const atOnce = movedOn(motion, one + other, habit)
        for (const key of ['place', 'speed', 'placeVariance', 'covariance', 'speedVariance'] as const)
          expect(twice[key]).toBeCloseTo(atOnce[key], 6)
      }),
      { seed: 5, numRuns: 100 },
    )
  })

  it('never becomes surer than sure', () => {
    const seen = fc.record({ elapsed: fc.integer({ min: 1, max: 100_000 }), place: fc.integer({ min: 0, max: 8000 }) })
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 60 }), (sights) => {
        const end = sights.reduce(
          (motion, { elapsed, place }) => corrected(movedOn(motion, elapsed, habit), place, BLUR),
          motionAt(0, BLUR, habit),
        )
        expect(end.placeVariance).toBeGreaterThan(0)
        expect(end.speedVariance).toBeGreaterThan(0)
        expect(end.placeVariance * end.speedVariance - end.covariance ** 2).toBeGreaterThan(0)
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
