/** Which side of a zone's edge somebody is on, where a foot may tremble across it. */

import type { Point } from '#contracts/places.ts'
import type { CameraZone } from '#contracts/siteCameras.ts'
import { type Box, footOf, heightOf, isInside, nearestOnLine } from './geometry.ts'
import type { StayRules } from './stayRules.ts'

export const isClearlyOutside = (foot: Point, height: number, { outline }: CameraZone, rules: StayRules): boolean =>
  !isInside(foot, outline) &&
  outline.every(
    (corner, i) => nearestOnLine(foot, outline.at(i - 1) ?? corner, corner).away > rules.edgeHeights * height,
  )

/** So far from every edge that nobody comes or goes there between two frames. */
export const isDeepInside = (box: Box, { outline }: CameraZone, { deepHeights }: StayRules): boolean => {
  const foot = footOf(box)
  const least = deepHeights * heightOf(box)
  return (
    isInside(foot, outline) &&
    outline.every((corner, i) => nearestOnLine(foot, outline.at(i - 1) ?? corner, corner).away > least)
  )
}
