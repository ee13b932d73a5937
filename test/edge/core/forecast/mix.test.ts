import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learnMix, type ServiceMix } from '#edge/core/forecast/mix.ts'

const day = fc.dictionary(fc.constantFrom('social', 'tax', 'housing', 'passport'), fc.integer({ min: 0, max: 300 }))

const learnedFrom = (days: Record<string, number>[]): ServiceMix =>
  days.reduce((mix, counts) => learnMix(mix, counts), {} as ServiceMix)

describe('learning what visitors come for', () => {
  it('takes the first day as it was', () =>
    expect(learnMix({}, { social: 30, tax: 10 })).toEqual({ social: 0.75, tax: 0.25 }))

  it('moves a fifth of the way with each day after', () =>
    expect(learnMix({ social: 0.75, tax: 0.25 }, { housing: 7 })).toEqual({ social: 0.6, tax: 0.2, housing: 0.2 }))

  it('learns nothing from a day without visitors', () => {
    const mix = { social: 1 }
    expect(learnMix(mix, { social: 0, tax: 0 })).toBe(mix)
  })

  it('keeps shares that are together one, whatever the days were', () => {
    fc.assert(
      fc.property(fc.array(day), (days) => {
        const shares = Object.values(learnedFrom(days))
        if (shares.length > 0) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
      }),
    )
  })
})
