import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTurnstile } from '#edge/core/forecast/turnstile.ts'

describe('windows by when they are free', () => {
  it('come out soonest first, and of two at once the one with the lower number', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }), (times) => {
        const turnstile = createTurnstile(times.length)
        for (const [desk, at] of times.entries()) turnstile.put(desk, at)
        const expected = times.map((at, desk) => ({ at, desk })).sort((a, b) => a.at - b.at || a.desk - b.desk)
        const came = times.map(() => ({ at: turnstile.soonest(), desk: turnstile.take() }))
        expect(came).toEqual(expected)
        expect(turnstile.soonest()).toBeUndefined()
      }),
    ))

  it('come out in order also when some go in again', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 60 }), (times) => {
        const turnstile = createTurnstile(5)
        const inside = new Map<number, number>()
        for (const desk of [0, 1, 2, 3, 4]) {
          turnstile.put(desk, desk)
          inside.set(desk, desk)
        }
        for (const later of times) {
          const [first] = [...inside].sort((a, b) => a[1] - b[1] || a[0] - b[0])
          expect([turnstile.take(), first?.[1]]).toEqual(first && [first[0], first[1]])
          if (!first) continue
          turnstile.put(first[0], first[1] + later)
          inside.set(first[0], first[1] + later)
        }
      }),
    ))
})
