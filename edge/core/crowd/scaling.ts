/** From the size of a frame to the size the site's polygons are drawn on, and back. */
import type { Polygon } from '#contracts/places.ts'
import type { Box, Size } from './geometry.ts'

export const isSameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height

export const scaledBox = ({ x1, y1, x2, y2, score }: Box, from: Size, to: Size): Box => {
  const [across, down] = [to.width / from.width, to.height / from.height]
  return { x1: x1 * across, y1: y1 * down, x2: x2 * across, y2: y2 * down, score }
}

export const scaledPolygon = (polygon: Polygon, from: Size, to: Size): Polygon =>
  polygon.map(({ x, y }) => ({ x: (x * to.width) / from.width, y: (y * to.height) / from.height }))
