/** What comes in over the bus, to the eye it is for; whatever comes from a camera that is not used is not looked at. */
import { CameraStatus } from '#contracts/cameras.ts'
import type { BusMessage } from '../ports.ts'
import type { Count, Counting } from './counting.ts'
import type { Eye } from './eye.ts'
import type { Eyes } from './eyes.ts'
import type { Looks } from './looking.ts'
import type { Tally } from './tally.ts'
import { textOf, wordsOf } from './words.ts'

export interface DoorNeeds {
  eyes: Eyes
  looks: Looks
  counting: Counting
  tally: Tally
}

type Hear = (message: BusMessage) => void

/** Listeners for `hall/{hallId}/camera/{cameraId}/{frame,status,detections}`, by the last level. */
export const createDoor = ({ eyes, looks, counting, tally }: DoorNeeds): Record<string, Hear> => {
  const stranger = (cameraId: string, isFrame: boolean): void => {
    counting.of()(isFrame ? 'frames' : 'badMessage')
    tally.count('a camera that is not in the site', '', { cameraId })
  }

  const withEye = (isFrame: boolean, open: (eye: Eye, payload: Uint8Array, count: Count) => void): Hear => {
    return ({ topic, payload }) => {
      const cameraId = topic.split('/').at(-2) ?? ''
      const eye = eyes.of(cameraId)
      if (isFrame) looks.offer(cameraId, payload)
      if (eye) open(eye, payload, counting.of(eye.camera.cameraId))
      else if (!eyes.cameraOf(cameraId)) stranger(cameraId, isFrame)
    }
  }

  const unreadable = (words: string, count: Count, { camera: { cameraId } }: Eye): void => {
    count('badMessage')
    tally.count(words, cameraId, { cameraId })
  }

  return {
    frame: withEye(true, (eye, jpeg) => eye.see(jpeg)),
    status: withEye(false, (eye, payload, count) => {
      const status = CameraStatus.safeParse(textOf(payload))
      if (status.success) eye.say(status.data)
      else unreadable('unreadable status of a camera', count, eye)
    }),
    detections: withEye(false, (eye, payload, count) => {
      const words = wordsOf(payload, eye.camera)
      if (words) eye.hear(words)
      else unreadable('unreadable detections', count, eye)
    }),
  }
}
