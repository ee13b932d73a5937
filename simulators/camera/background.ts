/** Command: photographs the empty hall into `background.jpg`. */
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Colour } from '../people/looks.ts'
import { along, dot, lengthOf, plus, times, unit, type Vector } from '../people/vectors.ts'
import { CAMERA_HEIGHT, FOCAL, FRAME, PITCH } from './lens.ts'
import { firstHit, type Hit } from './raycasting.ts'
import { lamps } from './room.ts'

const QUALITY = 90

const photograph = (): Uint8ClampedArray => {
  const pixels = new Uint8ClampedArray(FRAME.width * FRAME.height * 3)
  for (let y = 0; y < FRAME.height; y++)
    for (let x = 0; x < FRAME.width; x++)
      pixels.set(seen([0, CAMERA_HEIGHT, 0], rayThrough(x + 0.5, y + 0.5)), (y * FRAME.width + x) * 3)
  return pixels
}

const rayThrough = (x: number, y: number): Vector => {
  const right = (x - FRAME.width / 2) / FOCAL
  const up = (FRAME.height / 2 - y) / FOCAL
  const [sin, cos] = [Math.sin(PITCH), Math.cos(PITCH)]
  return unit([right, up * cos - sin, up * sin + cos])
}

/** The floor is polished: it mirrors what stands on it, more at a flat angle. */
const seen = (origin: Vector, direction: Vector): Colour => {
  const hit = firstHit(origin, direction)
  const colour = lit(hit)
  if (hit.finish !== 'floor') return colour
  const mirrored = lit(firstHit(along(hit.point, hit.normal, 0.01), [direction[0], -direction[1], direction[2]]))
  const share = 0.05 + 0.2 * (1 - Math.abs(direction[1])) ** 4
  const mix = (own: number, other: number) => own * (1 - share) + Math.min(255, other) * share
  return [mix(colour[0], mirrored[0]), mix(colour[1], mirrored[1]), mix(colour[2], mirrored[2])]
}

const lit = ({ point, normal, colour }: Hit): Colour => {
  const start = along(point, normal, 0.01)
  const light = lamps.reduce((sum, lamp) => sum + lightFrom(lamp, start, normal), 0.36)
  const bright = Math.min(1.1, light)
  return [colour[0] * bright, colour[1] * bright, colour[2] * bright]
}

/** A lamp behind something still gives a quarter, by way of the walls. */
const lightFrom = (lamp: Vector, start: Vector, normal: Vector): number => {
  const way = plus(lamp, times(start, -1))
  const distance = lengthOf(way)
  const direction = unit(way)
  const free = firstHit(start, direction).distance > distance - 0.05
  return (Math.max(0, dot(normal, direction)) * (free ? 1.3 : 0.35)) / (1 + 0.09 * distance ** 2)
}

const writeBackground = () =>
  sharp(photograph(), { raw: { ...FRAME, channels: 3 } })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toFile(fileURLToPath(new URL('background.jpg', import.meta.url)))

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeBackground()
