/** What a manager asks of a camera: to be set up, and to be looked through. */
import { z } from 'zod'
import { command } from './command.ts'
import { CameraId } from './ids.ts'
import { CameraSetup } from './siteCameras.ts'

/** Zones, masks, floor points and record as they are from now on, instead of those before. */
export const SetUpCamera = command('setUpCamera', { cameraId: CameraId, setup: CameraSetup.omit({ homography: true }) })
export type SetUpCamera = z.infer<typeof SetUpCamera>

/** For one minute, for a reason that is written down. */
export const LookThroughCamera = command('lookThroughCamera', {
  cameraId: CameraId,
  reason: z.string().trim().min(4).max(200),
})
export type LookThroughCamera = z.infer<typeof LookThroughCamera>
