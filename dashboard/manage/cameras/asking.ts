/** What the cameras' chapter asks of the server. */
import { ask } from '../../live/asks.ts'
import { type CameraNow, Cameras } from './cameras.svelte.ts'
import { type Frame, type Grant, Looking } from './looking.svelte.ts'

export const openCameras = (): Cameras =>
  new Cameras({
    read: () => ask<{ cameras: CameraNow[] }>('GET', '/api/cameras'),
    save: (cameraId, setup) => ask<{ camera: CameraNow }>('PUT', `/api/cameras/${cameraId}/setup`, { setup }),
    now: () => performance.now(),
  })

export const openLooking = (cameraId: string): Looking =>
  new Looking({
    grant: (reason) => ask<Grant>('POST', `/api/cameras/${cameraId}/look`, { reason }),
    read: (lookId) => ask<Frame>('GET', `/api/cameras/${cameraId}/look/${lookId}`),
    after: (delay, deed) => {
      const timer = setTimeout(deed, delay)
      return () => clearTimeout(timer)
    },
  })
