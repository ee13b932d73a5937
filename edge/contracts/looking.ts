/** One look through a camera: what a manager sees while setting it up. Held in memory, told to nobody else. */
import type { Box } from './boxes.ts'
import type { CameraId } from './ids.ts'
import type { Instant } from './time.ts'

export interface Look {
  /** The frame with its masks black. */
  jpeg: Uint8Array
  at: Instant
  /** Of the frame, in pixels. */
  width: number
  height: number
  /** In pixels of the frame, best first. */
  boxes: Box[]
  /** Model input pixels for one pixel of the frame: a person should be 48 of them high. */
  scale: number
}

export interface Looking {
  /** The next frame of the camera; undefined when none comes within some seconds. */
  look(cameraId: CameraId): Promise<Look | undefined>
}
