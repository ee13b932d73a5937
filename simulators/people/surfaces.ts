/** What the surface of a figure looks like before light falls on it: its colour and its small folds. */
import { type Body, distanceTo, type Material } from './distances.ts'
import type { Colour, Look } from './looks.ts'
import { noiseAt } from './noise.ts'
import { unit, type Vector } from './vectors.ts'

const CHAIR: Colour = [52, 66, 92]
const BAG: Colour = [60, 44, 36]
const EYE: Colour = [40, 34, 32]
const SHIRT: Colour = [200, 198, 192]

export const colourAt = (look: Look, material: Material, point: Vector): Colour => {
  switch (material) {
    case 'skin':
      return tinted(look.skin, 0.95 + 0.1 * noiseAt(scaled(point, 40, 40)))
    case 'lip':
      return [look.skin[0] * 0.8, look.skin[1] * 0.6, look.skin[2] * 0.6]
    case 'top':
      return tinted(topColour(look, point), weave(point))
    case 'bottom':
      return tinted(look.bottom, weave(point))
    case 'hair':
      return look.hair
    case 'shoe':
      return look.shoes
    case 'eye':
      return EYE
    case 'bag':
      return BAG
    case 'chair':
      return CHAIR
  }
}

/** Which way the surface faces, folds and strands included. */
export const normalAt = (body: Body, material: Material, point: Vector): Vector => {
  const height = ([x, y, z]: Vector) => distanceTo(body, [x, y, z]) + reliefAt(material, [x, y, z])
  const step = 0.006
  const here = height(point)
  return unit([
    height([point[0] + step, point[1], point[2]]) - here,
    height([point[0], point[1] + step, point[2]]) - here,
    height([point[0], point[1], point[2] + step]) - here,
  ])
}

const reliefAt = (material: Material, point: Vector): number => {
  if (material === 'hair') return 0.006 * noiseAt(scaled(point, 60, 14))
  if (material === 'top' || material === 'bottom')
    return 0.01 * noiseAt(scaled(point, 9, 4)) + 0.007 * noiseAt(scaled(point, 22, 8))
  return 0
}

const topColour = ({ top, pattern, coat }: Look, [x, y, z]: Vector): Colour => {
  const openFront = coat && Math.abs(x) < 0.03 && z > 0
  if (openFront) return SHIRT
  const inStripe = Math.floor(y * 28) % 2 === 0
  if (pattern === 'stripes' && inStripe) return [top[0] * 0.62 + 60, top[1] * 0.62 + 60, top[2] * 0.62 + 60]
  const inCheck = (Math.floor(y * 18) + Math.floor(x * 18)) % 2 === 0
  return pattern === 'checks' && inCheck ? tinted(top, 0.75) : top
}

const weave = (point: Vector) => 0.92 + 0.16 * noiseAt(scaled(point, 70, 70))

const tinted = (colour: Colour, factor: number): Colour => [colour[0] * factor, colour[1] * factor, colour[2] * factor]

/** More hills across than along the height makes folds that hang. */
const scaled = ([x, y, z]: Vector, across: number, upward: number): Vector => [x * across, y * upward, z * across]
