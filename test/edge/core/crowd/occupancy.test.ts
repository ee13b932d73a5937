/** How many people are in a zone, where and for how long. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { leant, nobody, nothing, person, sits, watch } from './seating.ts'

describe('counting people', () => {
  it('tells how many there are, where and for how long', () => {
    const still = () => [person(500), person(200), person(900)]
    const seen = watch(nothing, 6 * MINUTE, SECOND, (elapsed) =>
      still().map((box) => ({ ...box, ...leant(box, elapsed) })),
    )
    expect(seen.last).toMatchObject({ people: 2, longestStayMinutes: 6, longWaits: 0, cameraId: 'C1', zoneId: 'seats' })
    expect(seen.last?.places.map(({ x }) => Math.round(x))).toEqual([2, 5])
  })

  it('still counts somebody hidden for a moment, and no longer after that', () => {
    const there = watch(nothing, MINUTE, SECOND, sits)
    expect(watch(there, 5 * SECOND, SECOND, nobody).last?.people).toBe(1)
    expect(watch(there, 20 * SECOND, SECOND, nobody).last?.people).toBe(0)
  })
})
