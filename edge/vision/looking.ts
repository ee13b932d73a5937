/** A manager's look through a camera: the next frame that comes, and nothing of it stays here. */
import { SECOND } from '#contracts/durations.ts'
import type { CameraId } from '#contracts/ids.ts'
import type { Look, Looking } from '#contracts/looking.ts'
import type { PrivacyRecord, SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { FrameFault } from '../core/crowd/detecting.ts'
import type { Clock } from '../ports.ts'
import type { DetectorAtNeed } from './detectorAtNeed.ts'
import { createMasked } from './masking.ts'
import type { Tally } from './tally.ts'

export interface Looks extends Looking {
  /** A frame has come from a camera. */
  offer(cameraId: string, jpeg: Uint8Array): void
  beat(): void
  close(): void
}

export interface LooksNeeds {
  cameraOf(cameraId: CameraId): SiteCamera | undefined
  timeZone: string
  detector: DetectorAtNeed
  clock: Clock
  tally: Tally
}

/** How long somebody waits for a frame. */
const WITHIN = 5 * SECOND

/** Zones and signs come later; who looks, what for and on what ground has to be on record before anybody sees anything. */
const mayBeLookedThrough = ({ operator, purpose, legalBasis }: PrivacyRecord): boolean =>
  operator !== undefined && purpose !== undefined && legalBasis !== undefined

interface Waiting {
  until: Instant
  resolve: (jpeg: Uint8Array | undefined) => void
}

/**
 * Also through a camera that is not used yet, for zones are drawn on its picture: `look` answers as soon as its record
 * names operator, purpose and legal basis, and with undefined before.
 */
export const createLooks = ({ cameraOf, timeZone, detector, clock, tally }: LooksNeeds): Looks => {
  const waiting = new Map<string, Waiting[]>()

  const answer = (cameraId: string, jpeg: Uint8Array | undefined): void => {
    const all = waiting.get(cameraId) ?? []
    waiting.delete(cameraId)
    for (const { resolve } of all) resolve(jpeg)
  }

  const nextFrame = (cameraId: CameraId, until: Instant): Promise<Uint8Array | undefined> =>
    new Promise((resolve) => waiting.set(cameraId, [...(waiting.get(cameraId) ?? []), { until, resolve }]))

  const lookAt = async (jpeg: Uint8Array, camera: SiteCamera): Promise<Look> => {
    const arrivedAt = clock.now()
    const { look } = await detector.use()
    const {
      at = arrivedAt,
      width,
      height,
      boxes,
      scale,
      ...seen
    } = await createMasked(camera, timeZone)((options) => look(jpeg, options))
    detector.heard()
    return { jpeg: seen.jpeg, at, width, height, boxes, scale }
  }

  /** A frame that cannot be read is not the last one. */
  const lookUntil = async (cameraId: CameraId, until: Instant): Promise<Look | undefined> => {
    const jpeg = clock.now() < until ? await nextFrame(cameraId, until) : undefined
    const camera = cameraOf(cameraId)
    if (!jpeg || !camera || !mayBeLookedThrough(camera.privacy)) return undefined
    try {
      return await lookAt(jpeg, camera)
    } catch (fault) {
      if (fault instanceof FrameFault) return lookUntil(cameraId, until)
      const reason = fault instanceof Error ? fault.message : String(fault)
      tally.count('nobody could look through a camera', cameraId, { cameraId, reason })
      return undefined
    }
  }

  return {
    look: async (cameraId) => {
      const camera = cameraOf(cameraId)
      if (!camera || !mayBeLookedThrough(camera.privacy)) return undefined
      return lookUntil(cameraId, clock.now() + WITHIN)
    },
    offer: (cameraId, jpeg) => {
      if (jpeg.length > 0) answer(cameraId, jpeg)
    },
    beat: () => {
      for (const [cameraId, [oldest]] of waiting) if (oldest && clock.now() >= oldest.until) answer(cameraId, undefined)
    },
    close: () => {
      for (const cameraId of waiting.keys()) answer(cameraId, undefined)
    },
  }
}
