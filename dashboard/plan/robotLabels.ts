/** Where the robots' names are written, so that none hides a robot or another name. */
import type { Point, Size } from './scale.ts'

/** A robot's symbol takes so much to either side, in pixels. */
const SYMBOL = 18
/** Rows below a robot, nearest first, and then above it, where windows are. */
const ROWS = [1, 2, 3, 4, -1, -2, -3]

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
 * Middles of the labels, in pixels and in the order of `robots`, all `height` high: each in the first row that is free
 * and on the floor; right below its robot where none is.
 */
export const robotLabels = (robots: readonly Labelled[], height: number, box: Size): Point[] => {
  const placed: Labelled[] = []
  const isFree = (label: Labelled): boolean =>
    !robots.some((robot) => overlap(label, robot, label.width / 2 + SYMBOL, height / 2 + SYMBOL)) &&
    !placed.some((other) => overlap(label, other, (label.width + other.width) / 2, height))
  const isWithin = ({ y }: Point): boolean => y >= height / 2 && y <= box.height - height / 2
  for (const { x, y, width } of robots) {
    const beside = Math.min(Math.max(x, width / 2), Math.max(width / 2, box.width - width / 2))
    const inRow = (row: number): Labelled => ({
      x: beside,
      y: y + Math.sign(row) * (SYMBOL + (Math.abs(row) - 0.5) * height),
      width,
    })
    const free = ROWS.map(inRow).find((label) => isWithin(label) && isFree(label))
    placed.push(free ?? inRow(1))
  }
  return placed.map(({ x, y }) => ({ x, y }))
}
