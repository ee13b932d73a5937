/** Which side of a zone's edge somebody is on, where a foot may tremble across it. */

import type { Point } from '#contracts/places.ts'
import type { CameraZone } from '#contracts/siteCameras.ts'
import { type Box, distanceToEdge, footOf, heightOf, isInside } from './geometry.ts'
import type { StayRules } from './stayRules.ts'

export const isClearlyOutside = (foot: Point, height: number, { outline }: CameraZone, rules: StayRules): boolean =>
  !isInside(foot, outline) && distanceToEdge(foot, outline) > rules.edgeHeights * height

/** So far from every edge that nobody comes or goes there between two frames. */
export const isDeepInside = (box: Box, { outline }: CameraZone, { deepHeights }: StayRules): boolean =>
  isInside(footOf(box), outline) && distanceToEdge(footOf(box), outline) > deepHeights * heightOf(box)
