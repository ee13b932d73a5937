/** Cameras as people set them up: what they look at, and who may look through them. */
import type { LookThroughCamera, SetUpCamera } from '#contracts/cameraCommands.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { EventOf } from '#contracts/facts.ts'
import type { CameraId } from '#contracts/ids.ts'
import type { CameraSetup, SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { homographyThrough } from './crowd/homography.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { type HallState, withEntry } from './state.ts'

export type CameraEvent = EventOf<'cameraSetUp' | 'cameraLookGranted'>

/** How long one look lasts. */
const LOOK = MINUTE

const cameraOf = ({ site }: HallState, cameraId: CameraId): SiteCamera | undefined =>
  site.cameras.find((camera) => camera.cameraId === cameraId)

export const setUpCamera = ({ cameraId, setup }: SetUpCamera, hall: HallState): Decision => {
  if (!cameraOf(hall, cameraId)) return refuse({ code: 'unknownCamera', cameraId })
  const zoneIds = new Set(hall.site.zones.map(({ zoneId }) => zoneId))
  const stranger = setup.zones.find(({ zoneId }) => !zoneIds.has(zoneId))
  if (stranger) return refuse({ code: 'unknownZone', zoneId: stranger.zoneId })
  const homography = setup.floorMatches && homographyThrough(setup.floorMatches)
  if (setup.floorMatches && !homography) return refuse({ code: 'floorPointsInLine', cameraId })
  return accept({
    type: 'cameraSetUp',
    cameraId,
    setup: { ...setup, ...(homography && { homography: [...homography] }) },
  })
}

export const lookThroughCamera = ({ cameraId, reason }: LookThroughCamera, hall: HallState, at: Instant): Decision =>
  cameraOf(hall, cameraId)
    ? accept({ type: 'cameraLookGranted', cameraId, reason, until: at + LOOK })
    : refuse({ code: 'unknownCamera', cameraId })

export const evolveCameras = (hall: HallState, event: CameraEvent): HallState =>
  event.type === 'cameraSetUp' ? withSetup(hall, event.cameraId, event.setup) : hall

/** Everybody who reads the site from now on reads this instead of what the file says. */
export const withSetup = (hall: HallState, cameraId: CameraId, setup: CameraSetup): HallState => {
  const cameras = hall.site.cameras.map((camera): SiteCamera => {
    if (camera.cameraId !== cameraId) return camera
    const { floorId, frigateName } = camera
    return { cameraId, floorId, ...(frigateName && { frigateName }), ...setup }
  })
  return { ...hall, site: { ...hall.site, cameras }, setups: withEntry(hall.setups, cameraId, setup) }
}
