/** The dice of the simulators: repeatable, independent by seed, and of the shape they say. */
import { describe, expect, it } from 'vitest'
import { createDice } from '#simulators/random.ts'

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('rolling seeded dice', () => {
  it('gives the same draws for the same seed and others for another', () => {
    const first = createDice(7, 1)
    const again = createDice(7, 1)
    const other = createDice(1, 7)
    const values = draws(50, () => first.uniform())
    expect(draws(50, () => again.uniform())).toEqual(values)
    expect(draws(50, () => other.uniform())).not.toEqual(values)
  })

  it('tells epoch milliseconds apart that share their lower 32 bits', () => {
    expect(createDice(5).uniform()).not.toBe(createDice(5 + 2 ** 32).uniform())
  })

  it('fills the range evenly', () => {
    const dice = createDice(3)
    const tenths = draws(20_000, () => dice.integer(0, 9))
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = tenths.filter((value) => value === tenth).length / tenths.length
      expect(share).toBeGreaterThan(0.085)
      expect(share).toBeLessThan(0.115)
    }
  })

  it('keeps means, deviations and medians', () => {
    const dice = createDice(11)
    const normal = draws(20_000, () => dice.normal(10, 2))
    expect(mean(normal)).toBeCloseTo(10, 1)
    expect(Math.sqrt(mean(normal.map((value) => (value - 10) ** 2)))).toBeCloseTo(2, 1)
    expect(mean(draws(20_000, () => dice.exponential(4)))).toBeCloseTo(4, 0)
    const below = draws(20_000, () => dice.lognormal(6, 0.5)).filter((value) => value < 6).length
    expect(below / 20_000).toBeCloseTo(0.5, 1)
  })

  it('picks only what is there and refuses an empty list', () => {
    const dice = createDice(5)
    expect(new Set(draws(100, () => dice.pick([1, 2, 3])))).toEqual(new Set([1, 2, 3]))
    expect(() => dice.pick([])).toThrow(RangeError)
  })

  it('draws chances near their probability', () => {
    const dice = createDice(9)
    const hits = Array.from({ length: 10_000 }, () => dice.chance(0.3)).filter(Boolean).length
    expect(hits / 10_000).toBeCloseTo(0.3, 1)
  })
})
