/** How much of each window the plan can show: all, or a line of it, or a mark, whatever fits without lying on another. */
import type { Point, Size } from './scale.ts'
import { spread } from './spreading.ts'

/** `line`: the number it is doing, or its label while it has none. */
export type Detail = 'full' | 'line' | 'mark'

export interface Tiles {
  readonly detail: Detail
  /** Of each, in pixels. */
  readonly size: Size
  /** Middles in pixels, in the order of the windows. */
  readonly places: readonly Point[]
}

const GAP = 4
/** Best first; a tile may lie so far from its window, as a share of its width. */
const sizes: readonly (Size & { readonly detail: Detail; readonly reach: number })[] = [
  { detail: 'full', width: 72, height: 68, reach: 0.6 },
  { detail: 'line', width: 68, height: 36, reach: 0.6 },
  { detail: 'line', width: 68, height: 36, reach: 1.5 },
]

export const tilesAt = (anchors: readonly Point[], plan: Size): Tiles => {
  for (const { detail, width, height, reach } of sizes) {
    const places = spread(anchors, { width: width + GAP, height: height + GAP }, plan, reach * width)
    if (places) return { detail, size: { width, height }, places }
  }
  return { detail: 'mark', size: { width: 24, height: 24 }, places: anchors }
}
