/** The optics of the simulated camera: which pixel shows which spot of the hall, and the way back to the floor plan. */
import type { Point } from '#contracts/places.ts'

/**
 * A spot on the floor as the camera sees the hall: metres to the right of the camera and ahead of it, from the point of
 * the floor below it.
 */
export interface Spot {
  x: number
  z: number
}

/** Where the camera hangs on the floor plan. `heading` 0 looks along x of the plan, pi/2 along y. */
export interface Placement {
  x: number
  y: number
  heading: number
}

/** Pixels. */
export const FRAME = { width: 1280, height: 720 }
/** The lens, in pixels: an opening of 71 degrees across the frame. */
export const FOCAL = 900
export const CAMERA_HEIGHT = 3
/** Below the horizon. */
export const PITCH = 0.36

/** The plan of a camera that has none: its own spots, x to the right and y ahead. */
export const AT_ORIGIN: Placement = { x: 0, y: 0, heading: Math.PI / 2 }

/** Pixels from the upper left corner, and metres along the axis of the lens. `above` is metres over the floor. */
export const toPixel = ({ x, z }: Spot, above = 0): Point & { depth: number } => {
  const below = CAMERA_HEIGHT - above
  const depth = z * Math.cos(PITCH) + below * Math.sin(PITCH)
  const rise = z * Math.sin(PITCH) - below * Math.cos(PITCH)
  return { x: FRAME.width / 2 + (FOCAL * x) / depth, y: FRAME.height / 2 - (FOCAL * rise) / depth, depth }
}

export const toPlan = ({ x, z }: Spot, { x: cameraX, y: cameraY, heading }: Placement): Point => ({
  x: cameraX + z * Math.cos(heading) + x * Math.sin(heading),
  y: cameraY + z * Math.sin(heading) - x * Math.cos(heading),
})

/** Image pixels to metres of the floor plan: 3 by 3, row by row. */
export const homographyOf = ({ x, y, heading }: Placement = AT_ORIGIN): number[] => {
  const [sin, cos] = [Math.sin(PITCH), Math.cos(PITCH)]
  const right = [CAMERA_HEIGHT / FOCAL, 0, (-CAMERA_HEIGHT * FRAME.width) / (2 * FOCAL)] as const
  const ahead = [0, (-CAMERA_HEIGHT * sin) / FOCAL, CAMERA_HEIGHT * (cos + (sin * FRAME.height) / (2 * FOCAL))] as const
  const divisor = [0, cos / FOCAL, sin - (cos * FRAME.height) / (2 * FOCAL)] as const
  const row = (origin: number, rightShare: number, aheadShare: number) =>
    ([0, 1, 2] as const).map((i) => origin * divisor[i] + rightShare * right[i] + aheadShare * ahead[i])
  return [...row(x, Math.sin(heading), Math.cos(heading)), ...row(y, -Math.cos(heading), Math.sin(heading)), ...divisor]
}
