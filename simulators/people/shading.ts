/** How the light of a hall falls on a figure: lamps above, dimmer in creases and in its own shadow. */
import { type Body, distanceTo, type Material } from './distances.ts'
import type { Colour } from './looks.ts'
import { along, dot, plus, times, unit, type Vector } from './vectors.ts'

export interface Surface {
  point: Vector
  normal: Vector
  material: Material
  colour: Colour
}

/** Unit directions in the space of the body: where the lamps are, and how the camera looks. */
export interface Light {
  towardsLamp: Vector
  view: Vector
}

/** The colour a camera sees, 0..255. */
export const shaded = (body: Body, surface: Surface, { towardsLamp, view }: Light): Colour => {
  const { point, normal, material, colour } = surface
  const facing = Math.max(0, dot(normal, towardsLamp))
  const ambient = (0.35 + 0.17 * normal[1]) * openness(body, point, normal)
  const lamp = 0.72 * facing * (0.35 + 0.65 * sunlit(body, point, towardsLamp))
  const rim = 18 * (1 - Math.max(0, -dot(normal, view))) ** 3
  const shiny = material === 'skin' || material === 'shoe'
  const halfway = unit(plus(towardsLamp, times(view, -1)))
  const gloss = shiny ? 30 * Math.max(0, dot(normal, halfway)) ** 24 : 0
  const channel = (value: number) => Math.min(255, value * (ambient + lamp) + rim + gloss)
  return [channel(colour[0]), channel(colour[1]), channel(colour[2])]
}

/** Ambient light that reaches a point, 0.25 in a deep crease to 1: looks how far away the next surface is. */
const openness = (body: Body, point: Vector, normal: Vector): number => {
  let closed = 0
  for (let step = 1; step <= 4; step++) {
    const distance = 0.03 * step
    closed += (distance - distanceTo(body, along(point, normal, distance))) / 2 ** step
  }
  return Math.max(0.25, 1 - 9 * closed)
}

/** Share of the lamp that passes the body itself, 0..1: soft, by how closely the ray to it misses a surface. */
const sunlit = (body: Body, point: Vector, towardsLamp: Vector): number => {
  let share = 1
  let travelled = 0.03
  for (let step = 0; step < 14 && travelled < 0.6 && share > 0.05; step++) {
    const distance = distanceTo(body, along(point, towardsLamp, travelled))
    share = Math.min(share, (6 * distance) / travelled)
    travelled += Math.max(0.02, distance)
  }
  return Math.max(0, share)
}
