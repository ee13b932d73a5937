/** Pairing robots and errands. */
import { describe, expect, it } from 'vitest'
import { cheapest } from '#edge/core/traffic/matching.ts'

const never = Number.POSITIVE_INFINITY

describe('pairing', () => {
  it('costs least for all together, not for the first', () =>
    expect(
      cheapest([
        [1, 2],
        [2, 9],
      ]),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]))
  it('leaves out who is too many, in rows and in columns', () => {
    expect(cheapest([[5], [3], [4]])).toEqual([[1, 0]])
    expect(cheapest([[5, 3, 4]])).toEqual([[0, 1]])
  })
  it('never makes a forbidden pair, and as many others as it can', () => {
    expect(
      cheapest([
        [0, never],
        [-900, 1000],
      ]),
    ).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(
      cheapest([
        [never, never],
        [7, never],
      ]),
    ).toEqual([[1, 0]])
  })
  it('has nothing to do with nobody', () => {
    expect(cheapest([])).toEqual([])
    expect(cheapest([[], []])).toEqual([])
  })
})
