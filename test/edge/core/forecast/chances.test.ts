import { describe, expect, it } from 'vitest'
import { createChances } from '#edge/core/forecast/chances.ts'

const chances = createChances()
const visitors = Array.from({ length: 20_000 }, (_, visitor) => visitor)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('how long a service takes by chance', () => {
  const times = visitors.map((visitor) => chances.whole(10, 3, visitor))

  it('is the mean on average, and varies as service times do', () => {
    expect(mean(times)).toBeCloseTo(10, 0)
    const deviation = Math.sqrt(mean(times.map((time) => (time - 10) ** 2)))
    expect(deviation / 10).toBeGreaterThan(0.75)
    expect(deviation / 10).toBeLessThan(0.85)
  })

  it('is never nothing', () => expect(Math.min(...times)).toBeGreaterThan(0))

  it('is the same for the same visitor on the same afternoon, and another on another', () => {
    expect(createChances().whole(10, 3, 77)).toBe(chances.whole(10, 3, 77))
    expect(chances.whole(10, 4, 77)).not.toBe(chances.whole(10, 3, 77))
    expect(chances.whole(10, 3, 78)).not.toBe(chances.whole(10, 3, 77))
  })
})

describe('how long it still takes', () => {
  const restsAfter = (elapsed: number) =>
    visitors.slice(0, 5000).map((visitor) => chances.rest(10, elapsed, 1, visitor))

  it('is the whole of it at the beginning', () => expect(mean(restsAfter(0))).toBeCloseTo(10, 0))

  it.each([1, 5, 10, 30, 80, 500])('is never less than nothing after %d minutes', (elapsed) =>
    expect(Math.min(...restsAfter(elapsed))).toBeGreaterThanOrEqual(0),
  )

  it('is longer for one that has taken very long already', () => {
    expect(mean(restsAfter(40))).toBeGreaterThan(mean(restsAfter(10)))
    expect(mean(restsAfter(500))).toBe(50)
  })
})

describe('a share', () => {
  const shares = visitors.map((visitor) => chances.share(9, visitor))

  it('lies between 0 and 1, evenly', () => {
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...shares)).toBeLessThan(1)
    for (const tenth of [0, 3, 9])
      expect(shares.filter((share) => Math.floor(share * 10) === tenth).length / shares.length).toBeCloseTo(0.1, 1)
  })
})
