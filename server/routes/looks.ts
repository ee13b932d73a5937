/** Looks through cameras: asking for one with a reason, seeing its frames, and the register of all. */
import { z } from 'zod'
import { LookThroughCamera } from '#contracts/cameraCommands.ts'
import { CameraId } from '#contracts/ids.ts'
import { lacksOf, type PrivacyLack } from '#contracts/siteCameras.ts'
import { LookAnswer, LookGrantAnswer, LooksAnswer } from '../cameraAnswers.ts'
import { csvOf } from '../csv.ts'
import type { House } from '../house.ts'
import { eventIn, send } from './commanding.ts'
import { look } from './look.ts'
import { daysOf, Period } from './period.ts'
import { type Answer, malformed, no, type Route, yes } from './route.ts'

const COLUMNS = ['at', 'cameraId', 'by', 'reason', 'until'] as const

/** Zones are drawn on the picture and signs come with them; who looks, what for and on what ground is on record before. */
const isNeededFirst = (lack: PrivacyLack): boolean => ['operator', 'purpose', 'legalBasis'].includes(lack)

const lacksBefore = ({ mirror }: House, cameraId: CameraId): PrivacyLack[] => {
  const camera = mirror.all('site')[0]?.site.cameras.find((one) => one.cameraId === cameraId)
  return camera ? lacksOf(camera).filter(isNeededFirst) : []
}

const asking: Route = {
  method: 'post',
  path: '/api/cameras/:cameraId/look',
  summary: 'Look through a camera for a minute. The reason goes into the register, whatever is seen then.',
  takes: LookThroughCamera,
  gives: LookGrantAnswer,
  status: 201,
  answer: async (house, asked, id, who): Promise<Answer<LookGrantAnswer>> => {
    const parsed = LookThroughCamera.safeParse({ ...asked, type: 'lookThroughCamera' })
    if (!parsed.success) return malformed(parsed.error)
    if (!house.looks.canLook) return no({ code: 'nothingLooks' })
    const { cameraId } = parsed.data
    const lacks = lacksBefore(house, cameraId)
    if (lacks.length > 0) return no({ code: 'recordLacks', cameraId, lacks })
    const receipt = await send(house, { id, by: who.by('manager'), command: parsed.data })
    if (!receipt.ok) return receipt
    const granted = eventIn(receipt.body, 'cameraLookGranted')
    if (granted?.cameraId !== cameraId) return no({ code: 'keyReused' })
    return yes({ lookId: house.looks.grant(id, granted), until: granted.until })
  },
}

export const lookRoutes: readonly Route[] = [
  asking,
  look({
    path: '/api/cameras/:cameraId/look/:lookId',
    summary:
      'The next frame of a look, with its masks black and the people the detector finds: one a second at most. It is kept nowhere.',
    takes: z.object({ cameraId: CameraId, lookId: z.string() }),
    gives: LookAnswer,
    find: ({ looks }, { cameraId, lookId }) => looks.see(cameraId, lookId),
  }),
  look({
    path: '/api/looks',
    summary: 'The register of looks through cameras: which, when, why, and by whom, as a number.',
    takes: Period,
    gives: LooksAnswer,
    find: async ({ mirror, past, recorder }, period) => {
      const site = mirror.all('site')[0]?.site
      if (!site) return no({ code: 'notReady' })
      await recorder?.caughtUp()
      const days = daysOf(period, site.timeZone)
      return yes({ looks: await past.looks(days[0]?.from ?? 0, days.at(-1)?.until ?? 0) })
    },
    csv: ({ looks }) =>
      csvOf(
        COLUMNS,
        looks.map(({ at, until, ...told }) => ({ ...told, at: written(at), until: written(until) })),
      ),
  }),
]

const written = (at: number): string => new Date(at).toISOString()
