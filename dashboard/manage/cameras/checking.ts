/** The check of four floor points: what the picture shows, drawn where it would be on the floor, and the other way round. */
import type { Box } from '#contracts/boxes.ts'
import { type Homography, homographyThrough, placeThrough } from '#contracts/homography.ts'
import type { Point } from '#contracts/places.ts'
import type { CameraSetup } from '#contracts/siteCameras.ts'
import type { Floor } from '#contracts/siteFloors.ts'
import { matchesOf, type Sketch } from './sketch.ts'

/** Both ways. */
export interface Ways {
  readonly toFloor: Homography
  readonly toPicture: Homography
  /** Whether a place of the floor lies before the camera, not behind it. */
  readonly isBefore: (place: Point) => boolean
}

/** By the four points; without any, by what the site measured for pictures of this size. */
export const waysOf = (sketch: Sketch, setup: CameraSetup): Ways | undefined => {
  const matches = matchesOf(sketch)
  if (matches) {
    const toFloor = homographyThrough(matches)
    return (
      toFloor &&
      waysBy(
        toFloor,
        matches.map(({ pixel }) => pixel),
      )
    )
  }
  const isMeasured = setup.homography && setup.width === sketch.width && setup.height === sketch.height
  if (sketch.pairs.length > 0 || !isMeasured || !setup.homography) return undefined
  const { width, height } = sketch
  const lower = [0.55, 0.95].flatMap((y) => [0.1, 0.9].map((x) => ({ x: x * width, y: y * height })))
  return waysBy(setup.homography, lower)
}

const waysBy = (toFloor: Homography, pixels: readonly Point[]): Ways | undefined => {
  const turned = pixels.flatMap((pixel) => {
    const floor = placeThrough(toFloor, pixel)
    return floor ? [{ pixel: floor, floor: pixel }] : []
  })
  const toPicture = turned.length === pixels.length ? homographyThrough(turned) : undefined
  const [seen] = turned
  if (!toPicture || !seen) return undefined
  const depthOf = ({ x, y }: Point) => (toPicture[6] ?? 0) * x + (toPicture[7] ?? 0) * y + (toPicture[8] ?? 1)
  const front = Math.sign(depthOf(seen.pixel))
  return { toFloor, toPicture, isBefore: (place) => depthOf(place) * front > 0 }
}

/** Corners on the horizon are left out. */
export const throughAll = (way: Homography, points: readonly Point[]): Point[] =>
  points.flatMap((point) => placeThrough(way, point) ?? [])

/** Where people stand, by the middle of the lower edge of each box, in pixels of the sketch. */
export const feetOf = (boxes: readonly Box[]): Point[] => boxes.map(({ x1, x2, y2 }) => ({ x: (x1 + x2) / 2, y: y2 }))

export const isOnFloor = ({ width, depth }: Floor, { x, y }: Point): boolean =>
  x >= 0 && y >= 0 && x <= width && y <= depth
