/** Looks that a manager has been granted: a random name each, a minute long, one new frame a second, and nothing kept. */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { HOUR, SECOND } from '#contracts/durations.ts'
import type { CameraId, CommandId } from '#contracts/ids.ts'
import type { Look, Looking } from '#contracts/looking.ts'
import type { Instant } from '#contracts/time.ts'
import type { LookAnswer } from './cameraAnswers.ts'
import type { Clock } from './clock.ts'
import type { Objection } from './problems/objections.ts'

const NAME_BYTES = 16
/** So long it is known that a look is over. */
const REMEMBERED = HOUR

export interface Looks {
  /** Whether there is anything to look through. */
  canLook: boolean
  /** The name that opens the look; the same again for the same intention. */
  grant(id: CommandId, look: { cameraId: CameraId; until: Instant }): string
  /** The next frame, a second after the one before. */
  see(cameraId: CameraId, lookId: string): Promise<Seen>
}

export type Seen = { ok: true; body: LookAnswer } | { ok: false; complaint: Objection }

const not = (complaint: Objection): Seen => ({ ok: false, complaint })

interface Granted {
  id: CommandId
  cameraId: CameraId
  until: Instant
}

export const createLooks = ({ looking, clock }: { looking?: Looking | undefined; clock: Clock }): Looks => {
  const granted = new Map<string, Granted>()
  const nextFrame = looking && paced(looking)

  const forgetOld = () => {
    for (const [lookId, { until }] of granted) if (clock.now() > until + REMEMBERED) granted.delete(lookId)
  }

  return {
    canLook: looking !== undefined,
    grant: (id, { cameraId, until }) => {
      forgetOld()
      const known = [...granted].find(([, look]) => look.id === id)
      if (known) return known[0]
      const lookId = randomBytes(NAME_BYTES).toString('hex')
      granted.set(lookId, { id, cameraId, until })
      return lookId
    },
    see: async (cameraId, lookId) => {
      const look = granted.get(lookId)
      if (!nextFrame || look?.cameraId !== cameraId) return not({ code: 'unknownLook', cameraId })
      const over = not({ code: 'lookOver', cameraId, until: look.until })
      if (clock.now() > look.until) return over
      const frame = await nextFrame(cameraId)
      if (clock.now() > look.until) return over
      return frame ? { ok: true, body: shown(frame, look.until) } : not({ code: 'noFrame', cameraId })
    },
  }
}

const shown = ({ jpeg, at, width, height, boxes, scale }: Look, until: Instant): LookAnswer => ({
  jpeg: `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`,
  at,
  width,
  height,
  boxes,
  scale,
  until,
})

/** Whoever asks while somebody waits for the next frame of the camera gets the same one. */
const paced = (looking: Looking) => {
  const waited = new Map<CameraId, Promise<Look | undefined>>()
  const free = new Map<CameraId, Promise<unknown>>()

  const take = (cameraId: CameraId): Promise<Look | undefined> => {
    waited.delete(cameraId)
    const frame = looking.look(cameraId)
    free.set(cameraId, Promise.allSettled([frame, sleep(SECOND, undefined, { ref: false })]))
    return frame
  }

  return (cameraId: CameraId): Promise<Look | undefined> => {
    const next = waited.get(cameraId) ?? Promise.resolve(free.get(cameraId)).then(() => take(cameraId))
    waited.set(cameraId, next)
    return next
  }
}
