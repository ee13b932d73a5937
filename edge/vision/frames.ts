/** The frames of one camera on their way through the detector, the newest first, each counted once. */
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type Detection, DetectorFault, FrameFault, type ScoreLimits } from '../core/crowd/detecting.ts'
import type { Clock } from '../ports.ts'
import type { Count } from './counting.ts'
import type { DetectorAtNeed } from './detectorAtNeed.ts'
import { createMasked } from './masking.ts'
import { createNewest } from './newest.ts'
import type { Tally } from './tally.ts'

export interface Frames {
  see(jpeg: Uint8Array): void
  /** What is still underway is not told any more. */
  stop(): void
  /** Resolves when the detector has let go of the last one. */
  close(): Promise<void>
}

export interface FramesNeeds {
  camera: SiteCamera
  /** Where the camera's clock runs. */
  timeZone: string
  detector: DetectorAtNeed
  clock: Clock
  tally: Tally
  count: Count
  /** Counts it, too. */
  take(detection: Detection, arrivedAt: Instant, scores: ScoreLimits): void
  complain(detail: string): void
}

interface ArrivedFrame {
  jpeg: Uint8Array
  arrivedAt: Instant
}

export const createFrames = ({
  camera,
  detector,
  clock,
  tally,
  count,
  take,
  complain,
  ...needs
}: FramesNeeds): Frames => {
  const { cameraId, frigateName } = camera
  const masked = createMasked(camera, needs.timeZone)
  let isStopped = false

  const dropped = (): void => {
    count('dropped')
    tally.count('frame dropped, the detector is slower than the camera', cameraId, { cameraId })
  }

  const failed = (fault: unknown): void => {
    const reason = fault instanceof Error ? fault.message : String(fault)
    const [words, blame] = blameOf(fault)
    count(fault instanceof FrameFault ? fault.flaw : 'failed')
    complain(blame === 'camera' ? reason : words)
    if (blame === 'detector') detector.complain(reason)
    tally.count(words, cameraId, { cameraId, reason })
  }

  const work = async ({ jpeg, arrivedAt }: ArrivedFrame): Promise<void> => {
    try {
      const { detect, model } = await detector.use()
      const detection = await masked((options) => detect(jpeg, options))
      detector.heard()
      if (isStopped) dropped()
      else take(detection, arrivedAt, model.scores)
    } catch (fault) {
      failed(fault)
    }
  }

  const newest = createNewest(work, dropped)
  const stop = (): void => {
    isStopped = true
  }

  return {
    see: (jpeg) => {
      count('frames')
      // The broker empties frames that are too many; those of a camera Frigate looks through are not needed.
      if (jpeg.length === 0 || frigateName !== undefined) dropped()
      else newest.offer({ jpeg, arrivedAt: clock.now() })
    },
    stop,
    close: async () => {
      stop()
      await newest.close()
    },
  }
}

const blameOf = (fault: unknown): [words: string, blame: 'camera' | 'detector' | 'us'] => {
  if (fault instanceof FrameFault) return ['frame could not be read', 'camera']
  if (fault instanceof DetectorFault) return ['the detector failed', 'detector']
  return ['a frame broke the crowd', 'us']
}
