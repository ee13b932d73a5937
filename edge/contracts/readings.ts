/** Readings: what passes and is not written down, such as where a robot is and how full a zone is. */
import { z } from 'zod'
import { Advised, Forecast } from './advice.ts'
import { CameraId, FloorId, RobotId, ZoneId } from './ids.ts'
import { Point } from './places.ts'
import { Instant } from './time.ts'

export const RobotPose = z.object({
  type: z.literal('robotPose'),
  robotId: RobotId,
  floorId: FloorId,
  x: z.number(),
  y: z.number(),
  /** Radians, counter-clockwise, 0 to the right. */
  theta: z.number(),
  driving: z.boolean(),
})
export type RobotPose = z.infer<typeof RobotPose>

export const Occupancy = z.object({
  type: z.literal('occupancy'),
  zoneId: ZoneId,
  cameraId: CameraId,
  people: z.int().nonnegative(),
  longestStayMinutes: z.number().nonnegative(),
  longWaits: z.int().nonnegative(),
  /** Where people are now, in metres on the zone's floor: places only, in no lasting order. */
  places: z.array(Point),
})
export type Occupancy = z.infer<typeof Occupancy>

/** How one part of the system is, with the time of its last sign of life. Silence is unknown, never fine. */
export const PartState = z.object({
  type: z.literal('part'),
  /** Such as `broker`, `detector`, `camera:C1`, `robot:R1`, `database`. */
  partId: z.string(),
  state: z.enum(['fine', 'attention', 'urgent', 'unknown']),
  /** One sentence in English for the log and `/health`. */
  detail: z.string().optional(),
})
export type PartState = z.infer<typeof PartState>

/** The hall's own clock, told once a second, so that a screen knows it is alive and what time the hall has. */
export const Beat = z.object({ type: z.literal('beat') })

export const Reading = z.discriminatedUnion('type', [RobotPose, Occupancy, PartState, Beat, Advised, Forecast])
export type Reading = z.infer<typeof Reading>

/** A reading with the hall's time. */
export const TimedReading = z.object({ at: Instant, reading: Reading })
export type TimedReading = z.infer<typeof TimedReading>
