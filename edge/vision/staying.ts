/** Who stays before one camera: each frame's boxes become people of its zones, told as they change and when they stay long. */
import { SECOND } from '#contracts/durations.ts'
import type { StayId, ZoneId } from '#contracts/ids.ts'
import type { ReportLongStay, ReportStayOver } from '#contracts/machineCommands.ts'
import type { Occupancy, Reading } from '#contracts/readings.ts'
import type { SiteCamera } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import { type CameraCrowd, type CrowdRules, dismissed, forsake, observe } from '../core/crowd/crowd.ts'
import type { Box, Size } from '../core/crowd/geometry.ts'
import { heatMapOf, noHeat } from '../core/crowd/heat.ts'
import { scaledBox } from '../core/crowd/scaling.ts'
import type { TrackingRules } from '../core/crowd/tracking.ts'
import { createCaptureTimes } from './captureTimes.ts'

/** Everybody in one frame, in its pixels. */
export interface SeenFrame extends Size {
  at: Instant
  arrivedAt: Instant
  boxes: readonly Box[]
}

/** A frame of the same time as the one before tells nothing; one from long before or far ahead is not believed. */
export type Learned = 'learned' | 'repeated' | 'jumped'

export interface Staying {
  /** Unless the frame is learned, nobody has come or gone. */
  learn(frame: SeenFrame, tracking: TrackingRules): Learned
  /** How many people were in each zone in the last frame. */
  people(): ReadonlyMap<ZoneId, number>
  /** Somebody has looked: it was no waiting person. */
  dismiss(stayId: StayId): void
  /** Tells the heat map, and gives up whoever was there when nothing has been seen for too long. */
  beat(): void
  /** The camera is no longer used: nobody is before it. Returns how many stays there have been. */
  end(): number
}

export interface StayingNeeds {
  camera: SiteCamera
  /** Whom the hall still knows of from before. */
  crowd: CameraCrowd
  rules: CrowdRules
  now: () => Instant
  pass(reading: Reading): void
  report(command: ReportLongStay | ReportStayOver): void
}

const HEAT_EVERY = 10 * SECOND

export const createStaying = ({ camera, rules, now, pass, report, ...needs }: StayingNeeds): Staying => {
  const { cameraId } = camera
  const times = createCaptureTimes(rules.outageAfter)
  let crowd = needs.crowd
  let people = new Map<ZoneId, number>()
  let learnedAt = now()
  let heatToldAt: Instant | undefined

  const tellOver = (over: readonly StayId[]): void => {
    for (const stayId of over) report({ type: 'reportStayOver', cameraId, stayId })
  }

  const giveUp = (): void => {
    const forsaken = forsake(crowd)
    crowd = forsaken.crowd
    tellOver(forsaken.over)
  }

  const tellPeople = (occupancy: readonly Occupancy[]): void => {
    people = new Map(occupancy.map((one) => [one.zoneId, one.people]))
    for (const one of occupancy) pass(one)
  }

  const tellHeat = (): void => {
    if (crowd.at === undefined || (heatToldAt !== undefined && now() - heatToldAt < HEAT_EVERY)) return
    heatToldAt = now()
    const heat = heatMapOf(crowd.heat, camera, crowd.at, rules)
    if (heat) pass(heat)
  }

  return {
    learn: (frame, tracking) => {
      if (frame.at === crowd.at) return 'repeated'
      if (times.isFarAhead(frame.at, frame.arrivedAt)) return 'jumped'
      const boxes = frame.boxes.map((box) => scaledBox(box, frame, camera))
      const observed = observe(crowd, { at: frame.at, boxes }, camera, { ...rules, tracking })
      crowd = observed.crowd
      if (crowd.at !== frame.at) return 'jumped'
      times.believe(frame.at, frame.arrivedAt)
      learnedAt = now()
      tellPeople(observed.occupancy)
      for (const stay of observed.found) report({ type: 'reportLongStay', cameraId, ...stay })
      tellOver(observed.over)
      return 'learned'
    },
    people: () => people,
    dismiss: (stayId) => {
      crowd = dismissed(crowd, stayId)
    },
    beat: () => {
      tellHeat()
      if (now() - learnedAt > rules.forGoodAfter) giveUp()
    },
    end: () => {
      giveUp()
      tellPeople(camera.zones.map((zone) => nobodyIn(zone.zoneId, camera)))
      const heat = heatMapOf(noHeat, camera, now(), rules)
      if (heat) pass(heat)
      return crowd.counted
    },
  }
}

const nobodyIn = (zoneId: ZoneId, { cameraId }: SiteCamera): Occupancy => ({
  type: 'occupancy',
  zoneId,
  cameraId,
  people: 0,
  longestStayMinutes: 0,
  longWaits: 0,
  places: [],
})
