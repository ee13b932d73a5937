/** Four places clicked in the image and on the plan, and whether a camera can see them so. */
import { type Homography, homographyThrough } from '#contracts/homography.ts'
import type { Point } from '#contracts/places.ts'
import type { FloorMatch } from '#contracts/siteCameras.ts'
import { distance } from './geometry.ts'

/** Of a triangle, its height by its base: below this it is a line. */
const FLAT = 0.01

/**
 * The homography through them; undefined when three lie in one line, or when no camera above the floor sees them in this
 * order: it has all of them before it, and turns what is counter-clockwise on the plan (y up) clockwise in the image
 * (y down), never the other way.
 */
export const floorThrough = (matches: readonly FloorMatch[]): Homography | undefined => {
  if (isFlat(matches.map(({ pixel }) => pixel)) || isFlat(matches.map(({ floor }) => floor))) return undefined
  const homography = homographyThrough(matches)
  return homography && matches.every(({ pixel }) => isSeen(homography, pixel)) ? homography : undefined
}

const isFlat = (points: readonly Point[]): boolean =>
  points.some((_, left) => {
    const [a, b, c] = points.filter((_, i) => i !== left)
    if (!a || !b || !c) return true
    const base = Math.max(distance(a, b), distance(b, c), distance(c, a))
    const doubled = Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x))
    return doubled <= FLAT * base ** 2
  })

/** The sign of the area of what is small around the pixel: with image y down and plan y up it is turned round. */
const isSeen = (homography: Homography, { x, y }: Point): boolean => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = homography
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
  return determinant / (g * x + h * y + i) ** 3 < 0
}
