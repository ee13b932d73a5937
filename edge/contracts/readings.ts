/** Readings: what passes and is not written down, such as where a robot is and how full a zone is. */
import { z } from 'zod'
import { Advised, Forecast } from './advice.ts'
import { CameraCount, CameraProblem } from './cameras.ts'
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
  /** Along the zone's queue line: how many stand in it, and how far back it reaches where the floor is known. */
  queue: z.object({ people: z.int().nonnegative(), metres: z.number().nonnegative().optional() }).optional(),
})
export type Occupancy = z.infer<typeof Occupancy>

/** How many people have been where, before one camera. Cells with fewer than five are left out. */
export const HeatMap = z.object({
  type: z.literal('heat'),
  floorId: FloorId,
  cameraId: CameraId,
  /** Side of a cell, metres. */
  cell: z.number().positive(),
  /** Lower left corner of each cell, metres, and how many people have been in it. */
  cells: z.array(z.object({ x: z.number(), y: z.number(), people: z.int().min(5) })),
})
export type HeatMap = z.infer<typeof HeatMap>

/** What has come from a camera since the box was started; without `cameraId`, from cameras that are not in the site. */
export const CameraWork = z.object({
  type: z.literal('cameraWork'),
  cameraId: CameraId.optional(),
  counts: z.partialRecord(CameraCount, z.int().nonnegative()),
})
export type CameraWork = z.infer<typeof CameraWork>

/** How one part of the system is, with the time of its last sign of life. Silence is unknown, never fine. */
export const PartState = z.object({
  type: z.literal('part'),
  /** Such as `broker`, `detector`, `camera:C1`, `robot:R1`, `database`. */
  partId: z.string(),
  state: z.enum(['fine', 'attention', 'urgent', 'unknown']),
  /** One sentence in English for the log and `/health`. */
  detail: z.string().optional(),
  /** Of a camera. */
  problem: z.union([CameraProblem, z.literal('noRecord')]).optional(),
})
export type PartState = z.infer<typeof PartState>

/** The hall's own clock, told once a second, so that a screen knows it is alive and what time the hall has. */
export const Beat = z.object({ type: z.literal('beat') })

export const Reading = z.discriminatedUnion('type', [
  RobotPose,
  Occupancy,
  HeatMap,
  CameraWork,
  PartState,
  Beat,
  Advised,
  Forecast,
])
export type Reading = z.infer<typeof Reading>

/** A reading with the hall's time. */
export const TimedReading = z.object({ at: Instant, reading: Reading })
export type TimedReading = z.infer<typeof TimedReading>
