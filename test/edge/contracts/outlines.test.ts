import { describe, expect, it } from 'vitest'
import { wrongOutlineOf } from '#contracts/outlines.ts'
import type { Point } from '#contracts/places.ts'
import { CameraSetup } from '#contracts/siteCameras.ts'

type Corner = [x: number, y: number]

const points = (corners: readonly Corner[]): Point[] => corners.map(([x, y]) => ({ x, y }))
const wrong = (drawn: { zones?: object[]; masks?: Point[][] }) =>
  wrongOutlineOf(CameraSetup.parse({ width: 640, height: 480, ...drawn }))
const zone = (...outline: Corner[]) => ({ zoneId: 'Z1', outline: points(outline) })

const SQUARE: Corner[] = [
  [0, 0],
  [640, 0],
  [640, 480],
  [0, 480],
]

describe('an outline on a picture', () => {
  it.each<[string, Corner[]]>([
    ['the whole picture', SQUARE],
    ['a triangle', SQUARE.slice(1)],
    ['the other way round', SQUARE.toReversed()],
    [
      'hollow as an L',
      [
        [0, 0],
        [200, 0],
        [200, 200],
        [400, 200],
        [400, 400],
        [0, 400],
      ],
    ],
    ['clicked twice at a corner', [...SQUARE, [0, 480], [0, 0]]],
    ['straight on over a corner', [[0, 0], [320, 0], ...SQUARE.slice(1)]],
  ])('may be %s', (_, outline) => expect(wrong({ zones: [zone(...outline)] })).toBeUndefined())

  it.each<[string, Corner[]]>([
    [
      'beyond the right edge',
      [
        [0, 0],
        [640.5, 0],
        [640, 480],
      ],
    ],
    [
      'above the upper edge',
      [
        [0, -1],
        [640, 0],
        [640, 480],
      ],
    ],
    [
      'crossing itself as a bow',
      [
        [0, 0],
        [100, 100],
        [100, 0],
        [0, 100],
      ],
    ],
    [
      'touching itself',
      [
        [0, 0],
        [200, 0],
        [100, 100],
        [200, 200],
        [0, 200],
        [100, 100],
      ],
    ],
    [
      'a line there and back',
      [
        [0, 0],
        [100, 0],
        [50, 0],
      ],
    ],
    [
      'one point',
      [
        [5, 5],
        [5, 5],
        [5, 5],
      ],
    ],
    ['with a spike along its edge', [[0, 0], [640, 0], [700 - 160, 0], ...SQUARE.slice(2)]],
  ])('is wrong when it is %s', (_, outline) => {
    expect(wrong({ zones: [zone(...outline)] })).toEqual({ of: 'zone', index: 0 })
    expect(wrong({ masks: [points(SQUARE), points(outline)] })).toEqual({ of: 'mask', index: 1 })
  })

  it('is wrong when its zone is drawn already', () =>
    expect(wrong({ zones: [zone(...SQUARE), zone(...SQUARE.slice(1))] })).toEqual({ of: 'zone', index: 1 }))

  it('may cross itself as a queue line, but not leave the picture', () => {
    const lined = (...line: Corner[]) => wrong({ zones: [{ ...zone(...SQUARE), queueLine: points(line) }] })
    expect(lined([0, 0], [100, 100], [100, 0], [0, 100])).toBeUndefined()
    expect(lined([0, 0], [100, 481])).toEqual({ of: 'queueLine', index: 0 })
  })
})
