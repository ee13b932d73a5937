/** Where the robots' names are written, so that none hides a robot or another name. */
import type { Point, Size } from './scale.ts'

/** A robot's symbol takes so much to either side, in pixels. */
const SYMBOL = 18
/** Further rows below a robot, nearest first, and then above it, where windows are. */
const ROWS = [2, 3, 4, -1, -2, -3]

const HAN_PIXELS = 24
const LATIN_PIXELS = 13
const PADDING = 16

/** How wide a label comes out, in pixels, never too narrow. */
export const labelWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? HAN_PIXELS : LATIN_PIXELS), PADDING)

/** A robot, and how wide its label is, in pixels. */
export interface Labelled extends Point {
  readonly width: number
}

const overlap = (a: Point, b: Point, width: number, height: number): boolean =>
  Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height

/**
 * Middles of the labels, in pixels and in the order of `robots`, all `height` high: each right below its robot, beside
 * it, or in the first row that is free and on the floor; right below where nothing is.
 */
export const robotLabels = (robots: readonly Labelled[], height: number, box: Size): Point[] => {
  const placed: Labelled[] = []
  const isFree = (label: Labelled): boolean =>
    !robots.some((robot) => overlap(label, robot, label.width / 2 + SYMBOL, height / 2 + SYMBOL)) &&
    !placed.some((other) => overlap(label, other, (label.width + other.width) / 2, height))
  for (const robot of robots) {
    const slots = slotsOf(robot, height, box)
    placed.push(slots.find((slot) => isWithin(slot, height, box) && isFree(slot)) ?? slots[0] ?? robot)
  }
  return placed.map(({ x, y }) => ({ x, y }))
}

const isWithin = ({ x, y, width }: Labelled, height: number, box: Size): boolean =>
  x >= width / 2 && x <= box.width - width / 2 && y >= height / 2 && y <= box.height - height / 2

/** Best first. */
const slotsOf = ({ x, y, width }: Labelled, height: number, box: Size): Labelled[] => {
  const inside = Math.min(Math.max(x, width / 2), Math.max(width / 2, box.width - width / 2))
  const aside = SYMBOL + width / 2
  const inRow = (row: number) => ({
    x: inside,
    y: y + Math.sign(row) * (SYMBOL + (Math.abs(row) - 0.5) * height),
    width,
  })
  return [inRow(1), { x: x + aside, y, width }, { x: x - aside, y, width }, ...ROWS.map(inRow)]
}
