/** Boxes, polygons and lines in an image. */
import type { Box } from '#contracts/boxes.ts'
import type { Point, Polygon } from '#contracts/places.ts'

export type { Box } from '#contracts/boxes.ts'

/** Pixels. */
export interface Size {
  width: number
  height: number
}

const areaOf = ({ x1, y1, x2, y2 }: Box): number => Math.max(0, x2 - x1) * Math.max(0, y2 - y1)

/** Intersection over union, 0..1. */
export const overlapOf = (a: Box, b: Box): number => {
  const width = Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)
  const height = Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  return shared / (areaOf(a) + areaOf(b) - shared)
}

/** From the higher head to the lower feet, 0..1. */
export const sharedHeightOf = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1)) / (Math.max(a.y2, b.y2) - Math.min(a.y1, b.y1) || 1)

export const heightOf = ({ y1, y2 }: Box): number => y2 - y1

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The point of the line from `a` to `b` that is nearest to `p`: how far along it lies, 0..1, and how far away. */
export const nearestOnLine = (p: Point, a: Point, b: Point): { share: number; away: number } => {
  const squared = (b.x - a.x) ** 2 + (b.y - a.y) ** 2 || 1
  const along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared
  const share = Math.min(1, Math.max(0, along))
  return { share, away: distance(p, { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }) }
}

/** How far a point is from the nearest edge of a polygon. */
export const distanceToEdge = (p: Point, polygon: Polygon): number =>
  Math.min(...polygon.map((corner, i) => nearestOnLine(p, polygon.at(i - 1) ?? corner, corner).away))

/** Where a person stands: the middle of the lower edge. */
export const footOf = ({ x1, x2, y2 }: Box): Point => ({ x: (x1 + x2) / 2, y: y2 })

/** A camera looks down at a slant: what lies behind is nearer in the image than what lies beside. */
const SLANT = 2

/** Of a point in the image, so that distances are about the same in all directions of the floor. */
export const slanted = ({ x, y }: Point): Point => ({ x, y: SLANT * y })

/** How far apart two people stand, in heights of the nearer. */
export const wayBetween = (a: Box, b: Box): number => {
  const [from, to] = [footOf(a), footOf(b)]
  return distance(slanted(from), slanted(to)) / Math.max(heightOf(a), heightOf(b))
}

/** Even-odd rule; a point on the upper or left edge is in, one on the lower or right edge is out. */
export const isInside = ({ x, y }: Point, polygon: Polygon): boolean => {
  let inside = false
  let previous = polygon.at(-1)
  for (const corner of polygon) {
    if (previous && corner.y > y !== previous.y > y) {
      const crossing = corner.x + ((y - corner.y) / (previous.y - corner.y)) * (previous.x - corner.x)
      if (x < crossing) inside = !inside
    }
    previous = corner
  }
  return inside
}
