/** The public notice, made from what holds now: what cameras are for, what they measure, and who has looked through them. */
import { z } from 'zod'
import { HOUR } from '#contracts/durations.ts'
import type { CameraId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import { lacksOf, type SiteCamera } from '#contracts/siteCameras.ts'
import { PrivacyAnswer } from '../cameraAnswers.ts'
import { DatabaseFault } from '../faults.ts'
import type { ToldLook } from '../history/looks.ts'
import type { House } from '../house.ts'
import { kept, measured, notDone } from '../words/privacy.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

const REMEMBERED_DAYS = 30

/** Undefined while the database does not answer: the notice is there all the same. */
const latelyLooked = async ({ past, recorder, clock }: House): Promise<ToldLook[] | undefined> => {
  try {
    await recorder?.caughtUp()
    return await past.looks(clock.now() - REMEMBERED_DAYS * 24 * HOUR, clock.now() + 1)
  } catch (fault) {
    if (fault instanceof DatabaseFault) return undefined
    throw fault
  }
}

const countOf = (cameraId: CameraId, looks: readonly ToldLook[]) => {
  const through = looks.filter((told) => told.cameraId === cameraId)
  const last = through.at(-1)
  return { count: through.length, ...(last && { lastAt: last.at }) }
}

const noticeOf = (camera: SiteCamera, site: Site, looks: readonly ToldLook[] | undefined) => {
  const { cameraId, floorId, zones, privacy } = camera
  const lacks = lacksOf(camera)
  const namesIn = <T extends { names: PrivacyAnswer['hall'] }>(things: readonly T[], isIt: (thing: T) => boolean) =>
    things.find(isIt)?.names ?? { zh: cameraId, en: cameraId }
  return {
    cameraId,
    floor: namesIn(site.floors, (floor) => floor.floorId === floorId),
    zones: zones.map(({ zoneId }) => ({ zoneId, names: namesIn(site.zones, (zone) => zone.zoneId === zoneId) })),
    ...privacy,
    inUse: lacks.length === 0,
    lacks,
    ...(looks && { looks: countOf(cameraId, looks) }),
  }
}

export const privacyRoutes: readonly Route[] = [
  look({
    path: '/api/privacy',
    summary: 'What the hall tells everybody about its cameras. `/privacy` shows the same to visitors.',
    takes: z.object({}),
    gives: PrivacyAnswer,
    find: async (house) => {
      const site = house.mirror.all('site')[0]?.site
      if (!site) return no({ code: 'notReady' })
      const looks = await latelyLooked(house)
      return yes({
        hall: site.names,
        model: site.vision.model,
        measured: measured(site),
        notDone,
        kept: kept(site),
        cameras: site.cameras.map((camera) => noticeOf(camera, site, looks)),
      })
    },
  }),
]
