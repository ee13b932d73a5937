/** Cameras: how each is and how it is set up, and setting it up otherwise. */
import { z } from 'zod'
import { SetUpCamera } from '#contracts/cameraCommands.ts'
import { type CameraSetup, lacksOf, type SiteCamera } from '#contracts/siteCameras.ts'
import { CameraAnswer, type CameraNow, CamerasAnswer } from '../cameraAnswers.ts'
import type { House } from '../house.ts'
import type { Mirror } from '../mirror.ts'
import { commanding, eventIn } from './commanding.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

const conditionOf = (cameraId: string, mirror: Mirror): Pick<CameraNow, 'state' | 'problem' | 'detail'> => {
  const part = mirror.readings('part').find(({ reading }) => reading.partId === `camera:${cameraId}`)?.reading
  if (!part) return { state: 'unknown' }
  const { state, problem, detail } = part
  return { state, ...(problem && { problem }), ...(detail && { detail }) }
}

const peopleBefore = (cameraId: string, mirror: Mirror): number | undefined => {
  const zones = mirror.readings('occupancy').filter(({ reading }) => reading.cameraId === cameraId)
  return zones.length === 0 ? undefined : zones.reduce((sum, { reading }) => sum + reading.people, 0)
}

const now = (camera: SiteCamera, setup: CameraSetup, { mirror }: House): CameraNow => {
  const { cameraId, floorId, frigateName } = camera
  const people = peopleBefore(cameraId, mirror)
  return {
    cameraId,
    floorId,
    ...(frigateName && { frigateName }),
    setup,
    lacks: lacksOf(setup),
    ...conditionOf(cameraId, mirror),
    counts: mirror.readings('cameraWork').find(({ reading }) => reading.cameraId === cameraId)?.reading.counts ?? {},
    ...(people !== undefined && { people }),
  }
}

const setupOf = ({ cameraId: _, floorId: __, frigateName: ___, ...setup }: SiteCamera): CameraSetup => setup

export const cameraRoutes: readonly Route[] = [
  look({
    path: '/api/cameras',
    summary: 'All cameras of the site: how each is, how it is set up, and what it lacks before it may be used.',
    takes: z.object({}),
    gives: CamerasAnswer,
    find: (house) => {
      const site = house.mirror.all('site')[0]?.site
      if (!site) return no({ code: 'notReady' })
      return yes({ cameras: site.cameras.map((camera) => now(camera, setupOf(camera), house)) })
    },
  }),
  commanding({
    method: 'put',
    path: '/api/cameras/:cameraId/setup',
    summary:
      'Set a camera up: zones, masks, floor points and record from now on, instead of those before. Its homography comes from the four floor points.',
    command: SetUpCamera,
    by: 'manager',
    gives: CameraAnswer,
    tell: (accepted, { cameraId }, house) => {
      const done = eventIn(accepted, 'cameraSetUp')
      const camera = house.mirror.all('site')[0]?.site.cameras.find((one) => one.cameraId === cameraId)
      return camera && done && done.cameraId === cameraId ? { camera: now(camera, done.setup, house) } : undefined
    },
  }),
]
