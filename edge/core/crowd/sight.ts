/** How well a camera sees: from each frame's light, contrast and layout to what is wrong with the camera. */
import type { CameraProblem } from '#contracts/cameras.ts'
import type { Instant } from '#contracts/time.ts'

/** What is measured of a frame, after its masks; no picture can be made of it. */
export interface Sight {
  /** Mean, 0..255. */
  brightness: number
  /** Standard deviation of brightness, 0..255. */
  contrast: number
  /** Of the bytes of the frame: two frames of a living camera never have the same. */
  fingerprint: string
  /** How much edge there is in each cell of the frame, 0..1; LAYOUT.columns × LAYOUT.rows, row by row. */
  layout: readonly number[]
}

export const LAYOUT = { columns: 32, rows: 18 }

/** What is known of a camera's sight so far. */
export interface SightWatch {
  readonly problem?: CameraProblem
  /** Since when the problem is there. */
  readonly since?: Instant
}

export const nothingSeen: SightWatch = {}

/** After one more frame, taken at `at`. */
export const watchSight = (before: SightWatch, _sight: Sight, _at: Instant): SightWatch => before
