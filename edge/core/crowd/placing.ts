/** Places people keep to: how near a box is to one, and whether it can be of the same person. */
import type { Point } from '#contracts/places.ts'
import { type Box, distance, footOf, heightOf } from './geometry.ts'

export interface PlaceRules {
  /** Boxes this near, in box heights, are at the same place; so near, nobody else can be there. */
  readonly nearHeights: number
  readonly takenHeights: number
  /** Of two boxes of one person the lower is at least this share of the other: legs may be hidden. */
  readonly likeness: number
  /** A box higher than the place's by more than this factor is of somebody who stands before it. */
  readonly tallest: number
  /** So is one whose foot is lower by so much, in heights of the place: feet can be hidden, and then are higher. */
  readonly beforeHeights: number
}

const headOf = ({ x1, x2, y1 }: Box): Point => ({ x: (x1 + x2) / 2, y: y1 })

/** In box heights. The nearer of foot and head counts, for a bag or a passer-by may hide one of them. */
export const shiftOf = (a: Box, b: Box): number =>
  Math.min(distance(footOf(a), footOf(b)), distance(headOf(a), headOf(b))) / Math.max(heightOf(a), heightOf(b))

export const isAlike = (a: Box, b: Box, { likeness }: PlaceRules): boolean => {
  const share = heightOf(a) / heightOf(b)
  return share === 0 || (share >= likeness && share <= 1 / likeness)
}

/** Up to 1 for a box that is of whoever keeps the place. A place without height only has a foot, and fits any. */
export const unlikenessOf = (place: Box, box: Box, rules: PlaceRules): number => {
  const shift = shiftOf(place, box) / rules.nearHeights
  if (heightOf(place) === 0) return shift
  if (!isAlike(place, box, rules)) return Number.POSITIVE_INFINITY
  const taller = (heightOf(box) / heightOf(place) - 1) / (rules.tallest - 1)
  const before = (box.y2 - place.y2) / (rules.beforeHeights * heightOf(place))
  const shorter = (1 - heightOf(box) / heightOf(place)) / (1 - rules.likeness)
  return Math.max(shift, taller, before, shorter)
}

export const isAtPlace = ({ place }: { place: Box }, box: Box, rules: PlaceRules): boolean =>
  unlikenessOf(place, box, rules) <= 1

/** From one box a share of the way to another. */
export const towards = (from: Box, to: Box, share: number): Box => ({
  x1: from.x1 + (to.x1 - from.x1) * share,
  y1: from.y1 + (to.y1 - from.y1) * share,
  x2: from.x2 + (to.x2 - from.x2) * share,
  y2: from.y2 + (to.y2 - from.y2) * share,
  score: to.score,
})
