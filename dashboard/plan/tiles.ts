/** How much of each window the plan can show: all, its label only, or a mark, whatever fits without lying on another. */
import type { Point, Size } from './scale.ts'
import { spread } from './spreading.ts'

export type Detail = 'full' | 'short' | 'mark'

export interface Tiles {
  readonly detail: Detail
  /** Middles in pixels, in the order of the windows. */
  readonly places: readonly Point[]
}

const GAP = 4
/** A tile may lie this far from its window, as a share of its width. */
const REACH = 0.6

/** `full` is the size of a whole tile in the language of the screen. */
export const tilesAt = (anchors: readonly Point[], full: Size, box: Size): Tiles => {
  const sizes: [Detail, Size][] = [
    ['full', full],
    ['short', { width: 60, height: 40 }],
  ]
  for (const [detail, { width, height }] of sizes) {
    const places = spread(anchors, { width: width + GAP, height: height + GAP }, box, REACH * width)
    if (places) return { detail, places }
  }
  return { detail: 'mark', places: anchors }
}
