/** Where the robots' names are written, so that none hides anything that stands on the plan, a robot or another name. */
import type { Point, Size } from './scale.ts'

/** A robot's symbol takes so much to either side, in pixels. */
const SYMBOL = 18
/** Further rows below a robot, nearest first, and then above it, where windows are. */
const ROWS = [2, 3, 4, -1, -2, -3]

const WIDE_PIXELS = 24
const LATIN_PIXELS = 13
const PADDING = 16

/** How wide a label comes out, in pixels, never too narrow. */
export const labelWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (isWide(letter) ? WIDE_PIXELS : LATIN_PIXELS), PADDING)

const isWide = (letter: string): boolean => /[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]/u.test(letter)

/** What stands on the plan: its middle and its size, in pixels. */
export interface Box extends Point, Size {}

/** A robot, and how wide its label is in full and ever shorter, in pixels. */
export interface Labelled extends Point {
  readonly widths: readonly number[]
}

export interface LabelPlace extends Point {
  /** Which of the robot's widths has found room. */
  readonly cut: number
}

export const lieOnEachOther = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

/**
 * Middles of the labels, in pixels and in the order of `robots`, all `height` high: each right below its robot, beside
 * it, or in the first row that is free and on the floor; cut shorter where it does not fit, and none where nothing does.
 */
export const robotLabels = (
  robots: readonly Labelled[],
  height: number,
  floor: Size,
  taken: readonly Box[],
): (LabelPlace | undefined)[] => {
  const kept = [...taken, ...robots.map(({ x, y }) => ({ x, y, width: 2 * SYMBOL, height: 2 * SYMBOL }))]
  return robots.map(({ x, y, widths }) => {
    for (const [cut, width] of widths.entries())
      for (const slot of slotsOf({ x, y, width, height }, floor))
        if (isWithin(slot, floor) && !kept.some((other) => lieOnEachOther(slot, other))) {
          kept.push(slot)
          return { x: slot.x, y: slot.y, cut }
        }
    return undefined
  })
}

const isWithin = ({ x, y, width, height }: Box, floor: Size): boolean =>
  x >= width / 2 && x <= floor.width - width / 2 && y >= height / 2 && y <= floor.height - height / 2

/** Best first. */
const slotsOf = ({ x, y, width, height }: Box, floor: Size): Box[] => {
  const inside = Math.min(Math.max(x, width / 2), Math.max(width / 2, floor.width - width / 2))
  const aside = SYMBOL + width / 2
  const inRow = (row: number) => ({
    x: inside,
    y: y + Math.sign(row) * (SYMBOL + (Math.abs(row) - 0.5) * height),
    width,
    height,
  })
  const beside = [x + aside, x - aside].map((there) => ({ x: there, y, width, height }))
  return [inRow(1), ...beside, ...ROWS.map(inRow)]
}
