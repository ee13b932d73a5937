/** One camera that may be used: its frames, the newest first, and its words become people of its zones. */
import type { CameraStatus } from '#contracts/cameras.ts'
import type { StayId, ZoneId } from '#contracts/ids.ts'
import type { ReportCamera } from '#contracts/machineCommands.ts'
import type { PartState } from '#contracts/readings.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import type { Detection, ScoreLimits } from '../core/crowd/detecting.ts'
import type { Box } from '../core/crowd/geometry.ts'
import { type TrackingRules, usualTracking } from '../core/crowd/tracking.ts'
import { createFrames, type FramesNeeds } from './frames.ts'
import { createSighting } from './sighting.ts'
import { createStaying, type StayingNeeds } from './staying.ts'
import type { Words } from './words.ts'

export interface EyeNeeds extends Omit<StayingNeeds, 'now' | 'report'>, Omit<FramesNeeds, 'take' | 'complain'> {
  /** An alert of this camera's sight is open from before. */
  isTold: boolean
  report(command: Parameters<StayingNeeds['report']>[0] | ReportCamera): void
}

export interface Eye {
  readonly camera: SiteCamera
  see(jpeg: Uint8Array): void
  /** A camera that counts by itself. */
  hear(words: readonly Words[]): void
  /** Everybody before a camera whose people are told one by one, in the pixels of the site. */
  know(boxes: readonly Box[]): void
  say(status: CameraStatus): void
  /** Somebody has looked: it was no waiting person. */
  dismiss(stayId: StayId): void
  state(): PartState
  /** How many people are in each zone; undefined while it does not see them. */
  people(): ReadonlyMap<ZoneId, number> | undefined
  beat(): void
  /** Resolves when the detector has let go of the last frame. Whoever waits is found again after a restart. */
  close(): Promise<void>
  /** The camera is not used any more as it was: whoever waited is over. Returns how many stays there have been. */
  end(): number
}

const trackingWith = ({ start, keep }: ScoreLimits): TrackingRules => ({
  ...usualTracking,
  sureScore: start,
  beginScore: start,
  faintScore: keep,
})

export const openEye = (needs: EyeNeeds): Eye => {
  const { camera, clock, tally, count, isTold, report } = needs
  const { cameraId } = camera
  const now = () => clock.now()
  const sighting = createSighting({ cameraId, now, report, isTold })
  const staying = createStaying({ ...needs, now })

  /** False when its time is not later than before, or cannot be believed. */
  const learn = (words: Words, arrivedAt: Instant, tracking: TrackingRules): boolean => {
    const learned = staying.learn({ ...words, at: words.at ?? arrivedAt, arrivedAt }, tracking)
    if (learned === 'learned') sighting.praise()
    if (learned === 'jumped') {
      sighting.complain('its clock has jumped')
      tally.count('the clock of a camera has jumped', cameraId, { cameraId })
    }
    return learned === 'learned' || words.at === undefined
  }

  /** Who is not seen has not gone: while it sees badly, everything stands still. */
  const take = (detection: Detection, arrivedAt: Instant, scores: ScoreLimits): void => {
    sighting.see(detection.sight)
    const isBelieved = !sighting.seesWell() || learn(detection, arrivedAt, trackingWith(scores))
    if (!isBelieved) count('clockJump')
    else count(detection.gated ? 'gated' : 'detected')
  }

  const frames = createFrames({ ...needs, take, complain: sighting.complain })

  return {
    camera,
    see: (jpeg) => {
      sighting.alive()
      frames.see(jpeg)
    },
    hear: (messages) => {
      sighting.alive()
      const believed = messages.filter((words) => learn(words, now(), usualTracking))
      count(believed.length > 0 ? 'detections' : 'clockJump')
    },
    know: (boxes) => {
      sighting.alive()
      learn({ boxes: [...boxes], width: camera.width, height: camera.height }, now(), usualTracking)
    },
    say: (status) => sighting.say(status === 'online'),
    dismiss: staying.dismiss,
    state: sighting.state,
    people: () => (sighting.problem() === undefined ? staying.people() : undefined),
    beat: () => {
      sighting.beat()
      staying.beat()
    },
    close: frames.close,
    end: () => {
      frames.stop()
      sighting.close()
      return staying.end()
    },
  }
}
