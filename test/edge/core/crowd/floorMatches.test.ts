import { describe, expect, it } from 'vitest'
import { placeThrough } from '#contracts/homography.ts'
import type { FloorMatch } from '#contracts/siteCameras.ts'
import { floorThrough } from '#edge/core/crowd/floorMatches.ts'

const match = (x: number, y: number, floorX: number, floorY: number): FloorMatch => ({
  pixel: { x, y },
  floor: { x: floorX, y: floorY },
})

/** Seen from the front of the hall: what is farther away is higher in the image, and closer together. */
const seen = [match(400, 200, 2, 12), match(880, 200, 10, 12), match(1200, 700, 10, 4), match(80, 700, 2, 4)]

describe('four places clicked in the image and on the plan', () => {
  it('find themselves on the floor, in whichever order they were clicked', () => {
    for (const matches of [seen, seen.toReversed(), [...seen.slice(2), ...seen.slice(0, 2)]]) {
      const homography = floorThrough(matches) ?? []
      for (const { pixel, floor } of matches) {
        const found = placeThrough(homography, pixel)
        expect(found?.x).toBeCloseTo(floor.x, 6)
        expect(found?.y).toBeCloseTo(floor.y, 6)
      }
    }
  })

  const [a = match(0, 0, 0, 0), b = a, c = a, d = a] = seen
  it.each<[string, FloorMatch[]]>([
    ['three lie in one line in the image', [a, b, c, { ...d, pixel: { x: 640, y: 200 } }]],
    ['three lie in one line on the plan', [a, b, c, { ...d, floor: { x: 6, y: 12 } }]],
    ['three lie almost in one line', [a, b, c, { ...d, pixel: { x: 640, y: 203 } }]],
    ['two are the same', [a, b, c, c]],
    ['all are the same', [a, a, a, a]],
    ['two are exchanged on the plan', [{ ...a, floor: b.floor }, { ...b, floor: a.floor }, c, d]],
    ['the plan is mirrored', seen.map(({ pixel, floor }) => ({ pixel, floor: { x: -floor.x, y: floor.y } }))],
    ['there are only three', [a, b, c]],
  ])('are no floor when %s', (_, matches) => expect(floorThrough(matches)).toBeUndefined())
})
