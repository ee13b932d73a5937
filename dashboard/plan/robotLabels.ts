/** Where the robots' names are written, so that none hides a robot or another name. */
import type { Point, Size } from './scale.ts'

/** A robot's symbol takes so much to either side, in pixels. */
const SYMBOL = 18
/** Rows below a robot and above it, nearest first. */
const ROWS = [1, 2, 3, -1, -2, 4, -3]

const overlap = (a: Point, b: Point, width: number, height: number): boolean =>
  Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height

/**
 * Middles of the labels, in pixels and in the order of `robots`: each in the first row that is free and on the floor;
 * right below its robot where none is.
 */
export const robotLabels = (robots: readonly Point[], label: Size, box: Size): Point[] => {
  const placed: Point[] = []
  const isFree = (at: Point): boolean =>
    !robots.some((robot) => overlap(at, robot, label.width / 2 + SYMBOL, label.height / 2 + SYMBOL)) &&
    !placed.some((other) => overlap(at, other, label.width, label.height))
  const isWithin = ({ y }: Point): boolean => y >= label.height / 2 && y <= box.height - label.height / 2
  for (const { x, y } of robots) {
    const half = label.width / 2
    const beside = Math.min(Math.max(x, half), Math.max(half, box.width - half))
    const slots = ROWS.map((row) => ({
      x: beside,
      y: y + Math.sign(row) * (SYMBOL + (Math.abs(row) - 0.5) * label.height),
    }))
    const free = slots.find((slot) => isWithin(slot) && isFree(slot))
    placed.push(free ?? { x: beside, y: y + SYMBOL + label.height / 2 })
  }
  return placed
}
