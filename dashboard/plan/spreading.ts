/** Finds each label a place near its thing, so that no two lie on each other. */
import type { Point, Size } from './scale.ts'

const ROUNDS = 400

/** Pushes two that overlap apart along the shorter way; says whether it had to. */
const part = (a: { x: number; y: number }, b: { x: number; y: number }, label: Size): boolean => {
  const overlapX = label.width - Math.abs(a.x - b.x)
  const overlapY = label.height - Math.abs(a.y - b.y)
  if (overlapX <= 0.01 || overlapY <= 0.01) return false
  if (overlapX <= overlapY) {
    const push = ((a.x <= b.x ? 1 : -1) * overlapX) / 2
    a.x -= push
    b.x += push
  } else {
    const push = ((a.y <= b.y ? 1 : -1) * overlapY) / 2
    a.y -= push
    b.y += push
  }
  return true
}

const isWithin = (reach: number, a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) <= reach

/**
 * Middles of labels of one size within `box`, in the order of `anchors` (pixels).
 * Gives nothing when they do not fit, or when one would come to lie further than `reach` from its thing.
 */
export const spread = (anchors: readonly Point[], label: Size, box: Size, reach: number): Point[] | undefined => {
  const placed = anchors.map(({ x, y }) => ({ x, y }))
  const clamp = (value: number, most: number, extent: number) =>
    Math.min(Math.max(value, extent / 2), Math.max(extent / 2, most - extent / 2))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const spot of placed) {
      spot.x = clamp(spot.x, box.width, label.width)
      spot.y = clamp(spot.y, box.height, label.height)
    }
    let moved = false
    for (const [i, a] of placed.entries()) for (const b of placed.slice(i + 1)) moved = part(a, b, label) || moved
    if (!moved) return placed.every((spot, i) => isWithin(reach, spot, anchors[i] ?? spot)) ? placed : undefined
  }
  return undefined
}
