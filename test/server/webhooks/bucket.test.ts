import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { drawnFrom, fullBucket } from '#server/webhooks/bucket.ts'

describe('a bucket of twenty a minute', () => {
  it('gives five at once, and the next four seconds later', () => {
    let bucket = fullBucket(20, 0)
    for (let i = 0; i < 5; i += 1) {
      const drawn = drawnFrom(bucket, 20, 0)
      if ('bucket' in drawn) bucket = drawn.bucket
    }
    expect(drawnFrom(bucket, 20, 0)).toEqual({ waitMs: 4_000 })
    expect(drawnFrom(bucket, 20, 4_000)).toHaveProperty('bucket')
  })

  it('never gives more than twenty in any minute, however it is asked', () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5_000 }), { maxLength: 200 }), (steps) => {
        let bucket = fullBucket(20, 0)
        let at = 0
        const given: number[] = []
        for (const step of steps) {
          at += step
          const drawn = drawnFrom(bucket, 20, at)
          if (!('bucket' in drawn)) continue
          bucket = drawn.bucket
          given.push(at)
        }
        for (const from of given)
          expect(given.filter((one) => one >= from && one < from + MINUTE).length).toBeLessThanOrEqual(20)
      }),
    ))
})
