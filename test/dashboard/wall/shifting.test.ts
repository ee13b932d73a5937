import { describe, expect, it } from 'vitest'
import { MOST_PIXELS, shiftAt } from '#dashboard/wall/shifting.ts'

const MINUTE = 60_000
const NOW = 1_795_395_600_000
const hour = Array.from({ length: 60 }, (_, minute) => shiftAt(NOW + minute * MINUTE))

describe('the place of the wall', () => {
  it('goes four pixels to every side and no further', () => {
    for (const axis of ['x', 'y'] as const) {
      expect(Math.max(...hour.map((at) => at[axis]))).toBe(MOST_PIXELS)
      expect(Math.min(...hour.map((at) => at[axis]))).toBe(-MOST_PIXELS)
    }
  })

  it('moves by one pixel a minute, and never within one', () => {
    const steps = hour.slice(1).map(({ x, y }, i) => Math.hypot(x - (hour[i]?.x ?? 0), y - (hour[i]?.y ?? 0)))
    expect(new Set(steps)).toEqual(new Set([1]))
    expect(shiftAt(NOW)).toEqual(shiftAt(Math.floor(NOW / MINUTE) * MINUTE + MINUTE - 1))
  })
})
