/** How the floors of a house share the wall: all at once where they can be read, else one after the other. */
import type { Floor } from '#contracts/siteFloors.ts'
import { planScale, type Size } from './scale.ts'

/** How long a page of floors stands before the next one comes. */
export const PAGE_MS = 20_000

/** Floors that share a page are drawn no smaller than this share of what the hardest of them could be alone. */
const LEAST_SHARE = 0.5

export interface PlanPage {
  readonly floors: readonly Floor[]
  /** Design pixels a metre. */
  readonly scale: number
}

/** In the order of `floors`, as few pages as can be read; `gap` pixels between floors that share one. */
export const planPages = (floors: readonly Floor[], box: Size, gap: number): PlanPage[] => {
  const pages: Floor[][] = []
  const least = LEAST_SHARE * Math.min(...floors.map((floor) => planScale([floor], box, gap)))
  for (const floor of floors) {
    const last = pages.at(-1)
    if (last && planScale([...last, floor], box, gap) >= least) last.push(floor)
    else pages.push([floor])
  }
  return pages.map((shared) => ({ floors: shared, scale: planScale(shared, box, gap) }))
}

/** Which of `pages` stands at `time`: the same on all walls of a hall. */
export const pageAt = (time: number, pages: number): number => Math.floor(time / PAGE_MS) % Math.max(1, pages)
