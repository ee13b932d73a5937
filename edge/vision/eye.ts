/** One camera: its frames, one after the other, become the people of its zones and their long waits. */
import type { CameraDetections, CameraStatus } from '#contracts/cameras.ts'
import type { StayId } from '#contracts/ids.ts'
import type { ReportLongStay, ReportStayOver } from '#contracts/machineCommands.ts'
import type { PartState, Reading } from '#contracts/readings.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type CameraCrowd, type CrowdRules, forsake, observe } from '../core/crowd/crowd.ts'
import { type Detection, type Detector, DetectorFault, FrameFault } from '../core/crowd/detecting.ts'
import type { Box, Size } from '../core/crowd/geometry.ts'
import { isSameSize, scaledBox, scaledPolygon } from '../core/crowd/scaling.ts'
import type { Clock } from '../ports.ts'
import { type ArrivedFrame, createFrameQueue } from './frameQueue.ts'
import { createHealth, type Health } from './health.ts'
import type { Tally } from './tally.ts'

export interface EyeNeeds {
  camera: SiteCamera
  /** Whom the hall still knows of from before. */
  crowd: CameraCrowd
  rules: CrowdRules
  /** Where the camera's clock runs. */
  timeZone: string
  detector: Detector
  detectorHealth: Health
  clock: Clock
  tally: Tally
  pass(reading: Reading): void
  report(command: ReportLongStay | ReportStayOver): void
}

export interface Eye {
  see(jpeg: Uint8Array): void
  /** A camera that counts by itself. */
  hear(detections: CameraDetections): void
  say(status: CameraStatus): void
  state(): PartState
  /** Gives up whoever was there when the camera has been silent for good. */
  beat(): void
  /** Resolves when the detector has let go of the last frame. */
  close(): Promise<void>
}

export const openEye = (needs: EyeNeeds): Eye => {
  const { camera, rules, detectorHealth, clock, tally, pass, report } = needs
  const { cameraId } = camera
  const now = () => clock.now()
  const health = createHealth(`camera:${cameraId}`, now)
  const detect = createDetecting(needs)
  const dropped = () => tally.count('frame dropped, the detector is slower than the camera', cameraId, { cameraId })
  const queue = createFrameQueue({ now, dropped })
  let crowd = needs.crowd
  let working: Promise<void> | undefined

  const tellOver = (over: readonly StayId[]): void => {
    for (const stayId of over) report({ type: 'reportStayOver', cameraId, stayId })
  }

  const learn = (at: Instant, boxes: readonly Box[], frame: Size): void => {
    const onSite = boxes.map((box) => scaledBox(box, frame, camera))
    const observed = observe(crowd, { at, boxes: onSite }, camera, rules)
    crowd = observed.crowd
    health.heard()
    for (const occupancy of observed.occupancy) pass(occupancy)
    for (const stay of observed.found) report({ type: 'reportLongStay', cameraId, ...stay })
    tellOver(observed.over)
  }

  const look = async ({ jpeg, arrivedAt }: ArrivedFrame): Promise<void> => {
    try {
      const detection = await detect(jpeg)
      detectorHealth.heard()
      learn(detection.at ?? arrivedAt, detection.boxes, detection)
    } catch (fault) {
      const reason = fault instanceof Error ? fault.message : String(fault)
      const [words, blame] = blameOf(fault)
      health.complain(blame === 'camera' ? reason : words)
      if (blame === 'detector') detectorHealth.complain(reason)
      tally.count(words, cameraId, { cameraId, reason })
    }
  }

  const work = async (): Promise<void> => {
    for (let frame = queue.take(); frame; frame = queue.take()) await look(frame)
    working = undefined
  }

  return {
    see: (jpeg) => {
      queue.push({ jpeg, arrivedAt: now() })
      working ??= work()
    },
    hear: ({ at, boxes, ...frame }) => {
      const people = boxes.map(([x1, y1, x2, y2, score]) => ({ x1, y1, x2, y2, score }))
      learn(at ?? now(), people, frame)
    },
    say: (status) => {
      if (status === 'offline') health.complain('the camera says that it is offline')
    },
    state: health.state,
    beat: () => {
      if (health.silence() <= rules.forGoodAfter) return
      const forsaken = forsake(crowd)
      crowd = forsaken.crowd
      tellOver(forsaken.over)
    },
    close: async () => {
      queue.clear()
      await working
    },
  }
}

const blameOf = (fault: unknown): [words: string, blame: 'camera' | 'detector' | 'us'] => {
  if (fault instanceof FrameFault) return ['frame could not be read', 'camera']
  if (fault instanceof DetectorFault) return ['the detector failed', 'detector']
  return ['a frame broke the crowd', 'us']
}

/** Masks are drawn on the site's size; a frame of another size is looked at again with masks that fit it. */
const createDetecting = ({ camera, timeZone, detector }: EyeNeeds): ((jpeg: Uint8Array) => Promise<Detection>) => {
  let size: Size = camera
  const withMasks = (jpeg: Uint8Array) =>
    detector.detect(jpeg, { masks: camera.masks.map((mask) => scaledPolygon(mask, camera, size)), timeZone })
  return async (jpeg) => {
    const detection = await withMasks(jpeg)
    if (isSameSize(detection, size)) return detection
    size = { width: detection.width, height: detection.height }
    return camera.masks.length === 0 ? detection : withMasks(jpeg)
  }
}
