/** Cameras as people set them up: what they look at, and who may look through them. */
import type { LookThroughCamera, SetUpCamera } from '#contracts/cameraCommands.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { EventOf } from '#contracts/facts.ts'
import type { CameraId } from '#contracts/ids.ts'
import { wrongOutlineOf } from '#contracts/outlines.ts'
import type { CameraSetup, SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { floorThrough } from './crowd/floorMatches.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { type HallState, withEntry } from './state.ts'

export type CameraEvent = EventOf<'cameraSetUp' | 'cameraLookGranted'>

/** How long one look lasts. */
const LOOK = MINUTE

const cameraOf = ({ site }: HallState, cameraId: CameraId): SiteCamera | undefined =>
  site.cameras.find((camera) => camera.cameraId === cameraId)

export const setUpCamera = ({ cameraId, setup }: SetUpCamera, hall: HallState): Decision => {
  const before = cameraOf(hall, cameraId)
  if (!before) return refuse({ code: 'unknownCamera', cameraId })
  const zoneIds = new Set(hall.site.zones.map(({ zoneId }) => zoneId))
  const stranger = setup.zones.find(({ zoneId }) => !zoneIds.has(zoneId))
  if (stranger) return refuse({ code: 'unknownZone', zoneId: stranger.zoneId })
  const wrong = wrongOutlineOf(setup)
  if (wrong) return refuse({ code: 'wrongOutline', cameraId, ...wrong })
  const homography = setup.floorMatches ? floorThrough(setup.floorMatches) : measured(before, setup)
  if (setup.floorMatches && !homography) return refuse({ code: 'floorPointsInLine', cameraId })
  return accept({
    type: 'cameraSetUp',
    cameraId,
    setup: { ...setup, ...(homography && { homography: [...homography] }) },
  })
}

/** A homography of the site file that nobody has clicked stays, for pictures of the same size. */
const measured = (before: SiteCamera, { width, height }: SetUpCamera['setup']): readonly number[] | undefined =>
  !before.floorMatches && before.width === width && before.height === height ? before.homography : undefined

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
