/** Frigate tells of one object at a time, and seldom of one that keeps still: here everybody is remembered until gone. */
import { FrigateEvent, FrigateStatus } from '#contracts/frigate.ts'
import type { Box } from '../core/crowd/geometry.ts'
import type { BusMessage } from '../ports.ts'
import type { Count } from './counting.ts'
import type { Eye } from './eye.ts'
import type { Tally } from './tally.ts'
import { jsonOf, textOf } from './words.ts'

export interface Frigate {
  /** On `{topic}/events`. */
  hear(message: BusMessage): void
  /** On `{topic}/available`. */
  say(message: BusMessage): void
  /** Gives each of its cameras a frame of everybody, while Frigate is there. */
  beat(): void
}

export interface FrigateNeeds {
  eyes(): Iterable<Eye>
  countOf(eye: Eye | undefined): Count
  tally: Tally
}

/** More than any camera has people before it. */
const MOST = 200

export const createFrigate = ({ eyes, countOf, tally }: FrigateNeeds): Frigate => {
  /** By camera and by the id of the event, which nobody else learns. */
  const live = new Map<string, Map<string, Box>>()
  let isThere = false

  const learn = ({ type, after }: FrigateEvent): void => {
    const { id, camera, box, score, top_score: topScore } = after
    const [x1, y1, x2, y2] = box
    const known = live.get(camera) ?? new Map<string, Box>()
    live.set(camera, known)
    const isPerson = type !== 'end' && after.false_positive !== true && x2 > x1 && y2 > y1
    if (!isPerson) known.delete(id)
    else if (known.has(id) || known.size < MOST) known.set(id, { x1, y1, x2, y2, score: score ?? topScore ?? 1 })
  }

  return {
    hear: ({ payload }) => {
      const event = FrigateEvent.safeParse(jsonOf(payload))
      if (!event.success) {
        countOf(undefined)('badMessage')
        tally.count('unreadable event of Frigate', '', { issue: event.error.issues[0] })
        return
      }
      isThere = true
      const eye = [...eyes()].find(({ camera }) => camera.frigateName === event.data.after.camera)
      if (!eye || event.data.after.label !== 'person') return
      countOf(eye)('detections')
      learn(event.data)
    },
    say: ({ payload, retained }) => {
      const status = FrigateStatus.safeParse(textOf(payload))
      if (!status.success) return
      isThere = status.data === 'online'
      // It has gone or has begun anew, and never tells the end of what it knew before.
      if (!isThere || !retained) live.clear()
    },
    beat: () => {
      if (!isThere) return
      for (const eye of eyes()) {
        const { frigateName } = eye.camera
        if (frigateName !== undefined) eye.know([...(live.get(frigateName)?.values() ?? [])])
      }
    },
  }
}
