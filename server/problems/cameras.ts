/** What the hall says no to when a camera is set up or looked through: the status and the sentence of each refusal. */
import type { Refusal } from '#contracts/refusals.ts'
import type { Kinds } from './kind.ts'

type CameraRefusal = Extract<Refusal, { code: 'unknownCamera' | 'unknownZone' | 'floorPointsInLine' | 'wrongOutline' }>

const drawn = { zone: 'Zone', mask: 'Mask', queueLine: 'The queue line of zone' } as const

export const cameraRefusals: Kinds<CameraRefusal> = {
  unknownCamera: {
    status: 404,
    title: ({ cameraId }) => `This hall has no camera ${cameraId}; add it to the site file first.`,
  },
  unknownZone: {
    status: 409,
    title: ({ zoneId }) => `This hall has no zone ${zoneId}; draw one that the site file names.`,
  },
  floorPointsInLine: {
    status: 409,
    title: ({ cameraId }) =>
      `The four floor points of ${cameraId} make no floor: three lie in one line, or the plan has them in another order than the picture; choose the corners of a large quadrangle.`,
  },
  wrongOutline: {
    status: 409,
    title: ({ cameraId, of, index }) =>
      `${drawn[of]} ${index + 1} of ${cameraId} leaves the picture, crosses itself or is of a zone drawn before; draw it again.`,
  },
}
