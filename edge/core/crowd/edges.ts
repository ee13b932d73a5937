/** Which side of a zone's edge somebody is on, where a foot may tremble across it. */

import type { Point, Polygon } from '#contracts/places.ts'
import type { CameraZone } from '#contracts/siteCameras.ts'
import { type Box, distanceToEdge, footOf, heightOf, isInside, slanted } from './geometry.ts'
import type { StayRules } from './stayRules.ts'

export const isClearlyOutside = (foot: Point, height: number, { outline }: CameraZone, rules: StayRules): boolean =>
  !isInside(foot, outline) && distanceToEdge(foot, outline) > rules.edgeHeights * height

/** So far from every edge in the picture that nobody comes or goes there between two frames. */
export const isDeepInside = (box: Box, { outline }: CameraZone, rules: StayRules): boolean =>
  isFarFromEdge(box, footOf(box), outline, rules)

/** The same on the floor, which the camera sees at a slant: the last row of seats is in the midst, too. */
export const isInTheMidst = (box: Box, { outline }: CameraZone, rules: StayRules): boolean =>
  isFarFromEdge(box, slanted(footOf(box)), outline.map(slanted), rules)

const isFarFromEdge = (box: Box, foot: Point, outline: Polygon, { deepHeights }: StayRules): boolean =>
  isInside(foot, outline) && distanceToEdge(foot, outline) > deepHeights * heightOf(box)
