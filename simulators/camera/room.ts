/** The simulated hall: a room with counters, signs and a kiosk. Metres: x to the right of the camera, y up, z ahead. */
import type { Colour } from '../people/looks.ts'
import type { Vector } from '../people/vectors.ts'

export type Finish =
  | 'plain'
  | 'wood'
  | 'display'
  | 'leaves'
  | 'floor'
  | 'ceiling'
  | 'backWall'
  | 'leftWall'
  | 'rightWall'

export interface Block {
  low: Vector
  high: Vector
  colour: Colour
  finish: Finish
}

export interface Wall {
  finish: Finish
  colour: Colour
  /** Into the room. */
  normal: Vector
  /** From the origin along the normal. */
  offset: number
}

export const walls: Wall[] = [
  { finish: 'floor', colour: [168, 162, 152], normal: [0, 1, 0], offset: 0 },
  { finish: 'ceiling', colour: [232, 230, 226], normal: [0, -1, 0], offset: -4 },
  { finish: 'backWall', colour: [222, 214, 200], normal: [0, 0, -1], offset: -14.5 },
  { finish: 'leftWall', colour: [214, 216, 214], normal: [1, 0, 0], offset: -8 },
  { finish: 'rightWall', colour: [206, 210, 214], normal: [-1, 0, 0], offset: -8 },
  { finish: 'plain', colour: [200, 200, 200], normal: [0, 0, 1], offset: -1 },
]

export const lamps: Vector[] = [-3, 3].flatMap((x) => [5, 10].map((z): Vector => [x, 3.9, z]))

/** Middle of each counter, left to right. */
export const COUNTERS_X = [-5.6, -2.8, 0, 2.8, 5.6]
/** Where somebody stands who is served. */
export const SERVED_Z = 11.6

const block = (centre: Vector, halfSize: Vector, colour: Colour, finish: Finish = 'plain'): Block => ({
  low: [centre[0] - halfSize[0], centre[1] - halfSize[1], centre[2] - halfSize[2]],
  high: [centre[0] + halfSize[0], centre[1] + halfSize[1], centre[2] + halfSize[2]],
  colour,
  finish,
})

const counter = (x: number): Block[] => [
  block([x, 0.55, 12.6], [1.15, 0.55, 0.35], [168, 132, 92], 'wood'),
  block([x, 1.13, 12.55], [1.2, 0.03, 0.45], [210, 206, 198]),
  block([x + 1.3, 1.1, 12.6], [0.04, 1.1, 0.4], [150, 160, 170]),
  block([x, 2.75, 13.6], [0.5, 0.18, 0.05], [24, 28, 40], 'display'),
  block([x + 0.3, 1.38, 12.75], [0.25, 0.18, 0.02], [30, 30, 34]),
]

const pillar = block([7.1, 2, 11.3], [0.3, 2, 0.3], [206, 202, 194])
const plant = block([-7.4, 0.75, 12.6], [0.25, 0.75, 0.25], [54, 104, 74], 'leaves')
const kiosk = [
  block([-7.2, 0.65, 11.2], [0.25, 0.65, 0.2], [60, 62, 70]),
  block([-7.2, 1.45, 11.2], [0.28, 0.2, 0.06], [30, 60, 120], 'display'),
]

/** All of it stands behind the ways people take, so that it never hides anybody. */
export const furniture: Block[] = [...COUNTERS_X.flatMap(counter), pillar, plant, ...kiosk]
