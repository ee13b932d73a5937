/** What a queue screen has room for when everybody is to read it. */
import { describe, expect, it } from 'vitest'
import { mmOfRem, seatsFrom, sizesFor, usualSeats } from '#dashboard/queue/sizing.ts'

const FIGURE = 0.714

describe('a queue screen', () => {
  it.each([
    [2, 43],
    [4, 55],
    [6, 55],
    [8, 65],
    [12, 75],
  ])('at %i m on %i inches writes numbers 16 mm and text 8 mm high for each metre', (metres, inches) => {
    const sizes = sizesFor({ metres, inches }, 4)
    const mm = mmOfRem(inches)
    expect(sizes.reachMetres).toBeUndefined()
    expect(sizes.number * FIGURE * mm).toBeGreaterThanOrEqual(16 * metres)
    expect(sizes.text * mm).toBeGreaterThanOrEqual(8 * metres - 1e-6)
  })

  it('lists five earlier calls where they can be read, fewer further away, and none when only the call itself can', () => {
    expect([4, 5, 8].map((metres) => sizesFor({ metres, inches: 55 }, 4).rows)).toEqual([5, 4, 0])
  })

  it('writes as many letters at its foot as have room, fewer where it stands upright', () => {
    expect(
      [4, 6].map((metres) => sizesFor({ metres, inches: 55 }, 4)).map((one) => [one.letters, one.lettersUpright]),
    ).toEqual([
      [4, 2],
      [2, 1],
    ])
  })

  it('says how far it reaches where that is not far enough', () => {
    const sizes = sizesFor({ metres: 30, inches: 55 }, 4)
    expect(sizes.reachMetres).toBeGreaterThan(8)
    expect(sizes.reachMetres).toBeLessThan(20)
    expect(sizesFor({ metres: 5, inches: 1 }, 4).reachMetres).toBeLessThan(1)
  })

  it('is told by its address, and takes nonsense for the usual', () => {
    expect(seatsFrom(new URLSearchParams('metres=6&inches=43'))).toEqual({ metres: 6, inches: 43 })
    expect(seatsFrom(new URLSearchParams('metres=-1&inches=huge'))).toEqual(usualSeats)
  })
})
