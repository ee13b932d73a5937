/** Boxes, polygons and the way to the floor. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeThrough } from '#contracts/homography.ts'
import { footOf, isInside, overlapOf, wayBetween } from '#edge/core/crowd/geometry.ts'

const box = (x1: number, y1: number, x2: number, y2: number) => ({ x1, y1, x2, y2, score: 1 })

describe('the way between two people', () => {
  it('is in heights of the nearer, and twice as far ahead as aside', () => {
    expect(wayBetween(box(0, 0, 10, 100), box(50, 0, 60, 100))).toBeCloseTo(0.5)
    expect(wayBetween(box(0, 0, 10, 100), box(0, 0, 10, 125))).toBeCloseTo(0.4)
  })
})

describe('the overlap of two boxes', () => {
  it('is one third when each covers half of the other', () => {
    expect(overlapOf(box(0, 0, 10, 10), box(5, 0, 15, 10))).toBeCloseTo(1 / 3)
  })

  it('is nothing when they only touch, are apart, or have no area', () => {
    expect(overlapOf(box(0, 0, 10, 10), box(10, 0, 20, 10))).toBe(0)
    expect(overlapOf(box(0, 0, 10, 10), box(30, 30, 40, 40))).toBe(0)
    expect(overlapOf(box(5, 5, 5, 5), box(5, 5, 5, 5))).toBe(0)
  })

  it('is whole with itself and the same both ways', () => {
    const side = fc.integer({ min: 0, max: 100 })
    const anyBox = fc.tuple(side, side, side, side).map(([x, y, w, h]) => box(x, y, x + w + 1, y + h + 1))
    fc.assert(
      fc.property(anyBox, anyBox, (a, b) => {
        expect(overlapOf(a, a)).toBeCloseTo(1)
        expect(overlapOf(a, b)).toBeCloseTo(overlapOf(b, a))
      }),
    )
  })
})

describe('standing in a zone', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 5, y: 10 },
    { x: 5, y: 5 },
    { x: 0, y: 5 },
  ]

  it('counts the notch of an L as outside', () => {
    expect(isInside({ x: 8, y: 8 }, corner)).toBe(true)
    expect(isInside({ x: 2, y: 2 }, corner)).toBe(true)
    expect(isInside({ x: 2, y: 8 }, corner)).toBe(false)
    expect(isInside({ x: 11, y: 2 }, corner)).toBe(false)
  })

  it('puts a point on a shared edge in exactly one of two neighbours', () => {
    const left = [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: 10 },
      { x: 0, y: 10 },
    ]
    const right = [
      { x: 5, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 5, y: 10 },
    ]
    expect([left, right].filter((zone) => isInside({ x: 5, y: 5 }, zone))).toHaveLength(1)
  })

  it('is decided by the middle of the lower edge of the box', () => {
    expect(footOf(box(10, 20, 30, 80))).toEqual({ x: 20, y: 80 })
  })
})

describe('finding the place on the floor', () => {
  it('applies the homography with its depth', () => {
    expect(placeThrough([2, 0, 1, 0, 3, -1, 0, 0.5, 1], { x: 4, y: 2 })).toEqual({ x: 4.5, y: 2.5 })
  })

  it('finds none on the horizon', () => {
    expect(placeThrough([1, 0, 0, 0, 1, 0, 0, 1, -5], { x: 3, y: 5 })).toBeUndefined()
  })
})
