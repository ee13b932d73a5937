/** How far somebody may have come meanwhile. */

export interface Pace {
  /** Box heights, in no time: a box does not sit still on a body. */
  readonly atOnce: number
  /** Box heights per second. */
  readonly perSecond: number
}

/** Box heights within so many ms. */
export const reachAfter = (gap: number, { atOnce, perSecond }: Pace): number => atOnce + (perSecond * gap) / 1000
