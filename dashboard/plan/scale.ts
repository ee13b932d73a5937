/** How large the floors are drawn, and where a point of the floor comes to lie. */
import type { Floor } from '#contracts/siteFloors.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Pixels a metre at which all floors, one above the other, fit into `box`; `gap` pixels between them. */
export const planScale = (floors: readonly Floor[], box: Size, gap: number): number => {
  const widest = Math.max(...floors.map(({ width }) => width))
  const deepest = floors.reduce((sum, { depth }) => sum + depth, 0)
  return Math.max(0, Math.min(box.width / widest, (box.height - gap * (floors.length - 1)) / deepest))
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** Metres with y up to pixels with y down. */
export const drawnAt =
  (floor: Floor, scale: number) =>
  ({ x, y }: Point): Point => ({ x: x * scale, y: (floor.depth - y) * scale })

/** The `points` of an SVG polygon or polyline. */
export const pointsOf = (points: readonly Point[], draw: (point: Point) => Point): string =>
  points
    .map(draw)
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ')

/** The middle of a shape's bounding box. */
export const middleOf = (points: readonly Point[]): Point => {
  const { left, right, top, bottom } = boundsOf(points)
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

export const boundsOf = (points: readonly Point[]) => ({
  left: Math.min(...points.map(({ x }) => x)),
  right: Math.max(...points.map(({ x }) => x)),
  top: Math.min(...points.map(({ y }) => y)),
  bottom: Math.max(...points.map(({ y }) => y)),
})
