/** What floors, walls and furniture look like close up: tiles, lamps, windows, posters. */
import type { Colour } from '../people/looks.ts'
import { noiseAt } from '../people/noise.ts'
import type { Vector } from '../people/vectors.ts'
import type { Finish } from './room.ts'

const POSTERS: Colour[] = [
  [196, 70, 60],
  [70, 120, 180],
  [230, 190, 70],
]

/** `plain` is the colour of the thing. Above 255 it shines by itself. */
export const finished = (finish: Finish, plain: Colour, point: Vector): Colour => {
  switch (finish) {
    case 'plain':
      return plain
    case 'wood':
      return shade(plain, 0.9 + 0.12 * noiseAt([point[0] * 30, 0, 0]))
    case 'leaves':
      return shade(plain, 0.5 + noiseAt([point[0] * 40, point[1] * 40, point[2] * 40]))
    case 'display':
      return Math.abs(Math.sin(point[0] * 40)) > 0.6 ? [240, 150, 40] : plain
    case 'floor':
      return tiles(plain, point)
    case 'ceiling':
      return panels(plain, point)
    case 'backWall':
      return backWall(plain, point)
    case 'leftWall':
      return glazing(plain, point)
    case 'rightWall':
      return posters(plain, point)
  }
}

const tiles = (plain: Colour, [x, , z]: Vector): Colour => {
  const tone = 0.93 + 0.1 * noiseAt([Math.floor(x / 0.6), 0, Math.floor(z / 0.6)])
  return shade(plain, isJoint(x) || isJoint(z) ? tone * 0.75 : tone)
}

const panels = (plain: Colour, [x, , z]: Vector): Colour => {
  const inLamp = Math.abs(modulo(x, 3) - 1.5) < 0.55 && Math.abs(modulo(z, 2.5) - 1.25) < 0.28
  if (inLamp) return [600, 600, 590]
  return isJoint(x) || isJoint(z) ? shade(plain, 0.88) : plain
}

const backWall = (plain: Colour, [x, y]: Vector): Colour => {
  const inDoor = Math.abs(x - 6.8) < 0.55 && y < 2.2
  if (inDoor) return [96, 70, 50]
  if (y < 1) return [150, 118, 84]
  return y > 3.1 && y < 3.5 ? [40, 84, 140] : plain
}

const glazing = (plain: Colour, [, y, z]: Vector): Colour => {
  const across = modulo(z + 1, 3.2)
  if (y < 0.9 || y > 3 || across < 0.46 || across > 2.74) return plain
  return across < 0.52 || across > 2.68 ? [90, 90, 92] : [206, 226, 242]
}

const posters = (plain: Colour, [, y, z]: Vector): Colour => {
  const across = modulo(z + 1, 2.6)
  if (y < 1.2 || y > 2.3 || across < 0.7 || across > 1.6) return plain
  return POSTERS[modulo(Math.floor((z + 1) / 2.6), POSTERS.length)] ?? plain
}

const isJoint = (metres: number) => modulo(metres, 0.6) < 0.012

const modulo = (value: number, period: number) => ((value % period) + period) % period

const shade = (colour: Colour, factor: number): Colour => [colour[0] * factor, colour[1] * factor, colour[2] * factor]
