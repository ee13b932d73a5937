/** Telling people who sit still from things. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { isFree, isStill, notStirred, stirredBy, usualStirring } from '#edge/core/crowd/stirring.ts'
import { createDice } from '#simulators/random.ts'

const box = (middle: number, foot = 400) => ({ x1: middle - 35, y1: foot - 160, x2: middle + 35, y2: foot, score: 0.5 })

/** Sightings of a box whose middle is `middleAt(ms)`, trembling as the detector's boxes do (0.3 % of their height). */
const watch = (lasts: number, step: number, middleAt: (at: number) => number) => {
  const dice = createDice(5)
  let stirring = notStirred(0)
  for (let at = step; at <= lasts; at += step)
    stirring = stirredBy(stirring, box(middleAt(at) + dice.normal(0, 0.5)), at, usualStirring)
  return stirring
}

const chair = () => 300
/** Another lean of two centimetres or so every minute. */
const sitter = (at: number) => 300 + createDice(9, Math.floor(at / MINUTE)).normal(0, 3)

describe('stirring', () => {
  for (const step of [100, 500, 2000, 20_000])
    it(`is seen in a sitter within a quarter of an hour, and never in a chair in ten, with a frame every ${step} ms`, () => {
      expect(watch(15 * MINUTE, step, sitter).hasStirred).toBe(true)
      const still = watch(10 * 60 * MINUTE, step * 4, chair)
      expect(still.hasStirred).toBe(false)
      expect(isStill(still, usualStirring)).toBe(true)
    })

  it('is not seen in a poster that is pushed aside twice and returns', () => {
    const poster = watch(30 * MINUTE, 500, (at) => (Math.floor(at / (5 * MINUTE)) % 2 === 0 ? 300 : 310))
    expect(poster.hasStirred).toBe(false)
  })

  it('is not seen in what drifts as slowly as a camera sinks', () => {
    expect(watch(120 * MINUTE, 1000, (at) => 300 + (at / (60 * MINUTE)) * 3).hasStirred).toBe(false)
  })

  it('is over for the moment when somebody has kept still for minutes', () => {
    const asleep = watch(20 * MINUTE, 500, (at) => (at < 10 * MINUTE ? sitter(at) : 300))
    expect(asleep.hasStirred).toBe(true)
    expect(isStill(asleep, usualStirring)).toBe(true)
    expect(isStill(watch(10 * MINUTE + 20 * SECOND, 500, sitter), usualStirring)).toBe(false)
  })
})

describe('a box that can be judged', () => {
  it('is hidden by who stands before it, not by who sits before its legs or far behind it', () => {
    const own = box(300)
    expect(isFree(own, [own], usualStirring)).toBe(true)
    expect(isFree(own, [own, box(320, 420)], usualStirring)).toBe(false)
    expect(isFree(own, [own, box(300, 490)], usualStirring)).toBe(true)
    expect(isFree(own, [own, box(300, 300)], usualStirring)).toBe(false)
    expect(isFree(own, [own, box(340, 290)], usualStirring)).toBe(true)
  })
})
