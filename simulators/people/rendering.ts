/** Draws one figure as a small picture with see-through ground, seen slightly from above. */
import { type Body, distanceTo, groupsOnRay, materialAt } from './distances.ts'
import type { Look } from './looks.ts'
import { type Light, shaded } from './shading.ts'
import { colourAt, normalAt } from './surfaces.ts'
import { along, plus, times, unit, type Vector } from './vectors.ts'

/** Red, green, blue, alpha, row by row, 4 bytes a pixel. */
export interface Picture {
  pixels: Uint8Array
  width: number
  height: number
  /** Pixel where the point on the ground below the figure lies. */
  footX: number
  footY: number
}

export interface Shot {
  body: Body
  look: Look
  /** Metres of the world for one metre of the body. */
  scale: number
  /** Where the figure faces: 0 to the camera, pi/2 to the right of the picture. */
  yaw: number
  /** How far the camera looks down, rad. */
  pitch: number
  pixelsPerMetre: number
}

/** Rays for one pixel: this many by this many. */
const RAYS = 2
const WIDTH_M = 1.3
const ABOVE_FOOT_M = 2.05
const BELOW_FOOT_M = 0.4
const CAMERA_DISTANCE = 3

export const drawFigure = (shot: Shot): Picture => {
  const width = Math.ceil(WIDTH_M * shot.pixelsPerMetre)
  const height = Math.ceil((ABOVE_FOOT_M + BELOW_FOOT_M) * shot.pixelsPerMetre)
  const footX = width / 2
  const footY = ABOVE_FOOT_M * shot.pixelsPerMetre
  const axes = axesOf(shot)
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sums = [0, 0, 0, 0]
      for (let ray = 0; ray < RAYS * RAYS; ray++) {
        const right = (x + ((ray % RAYS) + 0.5) / RAYS - footX) / shot.pixelsPerMetre / shot.scale
        const up = (footY - y - (Math.floor(ray / RAYS) + 0.5) / RAYS) / shot.pixelsPerMetre / shot.scale
        addRay(sums, shot, axes, plus(times(axes.right, right), times(axes.up, up)))
      }
      const [red = 0, green = 0, blue = 0, hits = 0] = sums
      if (hits > 0) pixels.set([red / hits, green / hits, blue / hits, (255 * hits) / RAYS ** 2], (y * width + x) * 4)
    }
  return { pixels, width, height, footX, footY }
}

interface Axes extends Light {
  right: Vector
  up: Vector
}

/** The picture's axes, the view and the lamps in the space of the body. */
const axesOf = ({ yaw, pitch }: Shot): Axes => {
  const turned = ([x, y, z]: Vector): Vector => [
    x * Math.cos(yaw) - z * Math.sin(yaw),
    y,
    x * Math.sin(yaw) + z * Math.cos(yaw),
  ]
  return {
    right: turned([1, 0, 0]),
    up: turned([0, Math.cos(pitch), -Math.sin(pitch)]),
    view: turned([0, -Math.sin(pitch), -Math.cos(pitch)]),
    towardsLamp: turned(unit([-0.45, 0.8, 0.55])),
  }
}

const addRay = (sums: number[], { body, look }: Shot, axes: Axes, target: Vector): void => {
  const origin = along(target, axes.view, -CAMERA_DISTANCE)
  const point = firstTouch(groupsOnRay(body, origin, axes.view), origin, axes.view)
  if (!point) return
  const material = materialAt(body, point)
  const surface = { point, material, colour: colourAt(look, material, point), normal: normalAt(body, material, point) }
  shaded(body, surface, axes).forEach((value, channel) => {
    sums[channel] = (sums[channel] ?? 0) + value
  })
  sums[3] = (sums[3] ?? 0) + 1
}

/** Walks along the ray by the distance that is free in every direction. */
const firstTouch = (body: Body, origin: Vector, direction: Vector): Vector | undefined => {
  let travelled = CAMERA_DISTANCE - 1.5
  for (let step = 0; step < 80 && body.length > 0 && travelled < CAMERA_DISTANCE + 2; step++) {
    const point = along(origin, direction, travelled)
    const distance = distanceTo(body, point)
    if (distance < 0.0015) return point
    travelled += 0.85 * distance
  }
  return undefined
}
