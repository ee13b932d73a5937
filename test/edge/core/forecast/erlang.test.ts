import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { erlangB, erlangC, type Line, meanWait, waitQuantile, waitWithin } from '#edge/core/forecast/erlang.ts'

/** A line whose service takes one minute. */
const unit = (servers: number, load: number): Line => ({ servers, perMinute: load, meanMinutes: 1 })

const line = fc
  .record({
    servers: fc.integer({ min: 1, max: 60 }),
    busy: fc.double({ min: 0.05, max: 0.98, noNaN: true }),
    meanMinutes: fc.double({ min: 0.5, max: 40, noNaN: true }),
  })
  .map(({ servers, busy, meanMinutes }): Line => ({ servers, meanMinutes, perMinute: (servers * busy) / meanMinutes }))

describe('turning visitors away', () => {
  it.each([
    [2, 1, 0.2],
    [10, 7, 0.078741],
    [20, 15, 0.045593],
  ])('is as likely as in the tables, %i servers and %d erlangs', (servers, load, share) =>
    expect(erlangB(unit(servers, load))).toBeCloseTo(share, 6),
  )
})

describe('having to wait', () => {
  it.each([
    [1, 0.5, 0.5],
    [2, 1, 1 / 3],
    [3, 2, 4 / 9],
    [5, 4, 0.5541125541],
    [10, 8, 0.4091801508],
    [11, 10, 0.6821182047],
    [12, 10, 0.4493882243],
    [20, 18, 0.5507690048],
    [100, 95, 0.5064568539],
  ])('is as likely as in the tables, %i servers and %d erlangs', (servers, load, share) =>
    expect(erlangC(unit(servers, load))).toBeCloseTo(share, 10),
  )

  it('agrees to twelve decimals with two published implementations, 100 calls of 3 minutes in half an hour', () => {
    const calls: Line = { perMinute: 100 / 30, meanMinutes: 3, servers: 14 }
    expect(Math.abs(erlangC(calls) - 0.1741319335950498)).toBeLessThan(1e-12)
    expect(Math.abs(waitWithin(calls, 20 / 60) - 0.8883500191794669)).toBeLessThan(1e-12)
    expect(meanWait(calls) * 60).toBeCloseTo(7.83593701, 8)
  })

  it('is certain, and endless, once the load reaches the servers', () => {
    expect(erlangC(unit(4, 4))).toBe(1)
    expect(meanWait(unit(4, 4))).toBe(Number.POSITIVE_INFINITY)
    expect(waitWithin(unit(4, 5), 100)).toBe(0)
    expect(waitQuantile(unit(4, 5), 0.9)).toBe(Number.POSITIVE_INFINITY)
  })

  it('never happens where nobody comes', () => {
    expect(meanWait(unit(3, 0))).toBe(0)
    expect(waitQuantile(unit(3, 0), 0.99)).toBe(0)
  })
})

describe('pooling lines', () => {
  it.each([
    [2, 0.9, 9, 4.263],
    [4, 0.9, 9, 1.969],
    [8, 0.9, 9, 0.877],
    [8, 0.8, 4, 0.286],
    [10, 0.95, 19, 1.651],
  ])('of %i servers, each %d busy, shortens the mean wait from %d to %d', (servers, busy, dedicated, pooled) => {
    expect(meanWait(unit(1, busy))).toBeCloseTo(dedicated, 9)
    expect(meanWait(unit(servers, servers * busy))).toBeCloseTo(pooled, 3)
  })

  it.each([
    [0.8, 2.6, 0.2154, 1.4361],
    [1.6, 1.8, 0.2872, 1.9148],
  ])('with strict priority gives the known waits of both classes, %d and %d per minute', (first, second, w1, w2) => {
    const servers = 4
    const all = unit(servers, first + second)
    expect(meanWait(all)).toBeCloseTo(1.1489, 4)
    const urgent = erlangC(all) / (servers - first)
    expect(urgent).toBeCloseTo(w1, 4)
    expect(urgent / (1 - (first + second) / servers)).toBeCloseTo(w2, 4)
  })
})

describe('the wait that a share of the visitors does not exceed', () => {
  it('is exceeded by the others', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (some, share) => {
        const minutes = waitQuantile(some, share)
        const within = waitWithin(some, minutes)
        if (minutes > 0) expect(within).toBeCloseTo(share, 9)
        else expect(within).toBeGreaterThanOrEqual(share - 1e-9)
      }),
    )
  })

  it('is shorter with one server more', () => {
    fc.assert(
      fc.property(line, (some) => {
        const more = { ...some, servers: some.servers + 1 }
        expect(waitQuantile(more, 0.9)).toBeLessThanOrEqual(waitQuantile(some, 0.9))
        expect(meanWait(more)).toBeLessThan(meanWait(some))
      }),
    )
  })
})
