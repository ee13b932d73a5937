/** What the edge's own clock, robots and cameras report. Never accepted from outside. */
import { z } from 'zod'
import { command } from './command.ts'
import { CameraId, RobotId, StayId, ZoneId } from './ids.ts'
import { FloorPoint } from './places.ts'
import { RobotReport } from './robots.ts'
import { Instant } from './time.ts'

/** Sent by the edge's own clock, once a second: time reaches the core only this way. */
export const Tick = command('tick', {})
export type Tick = z.infer<typeof Tick>

/** `online` is what the retained connection topic says; a report is what a state message says. */
export const ReportRobot = command('reportRobot', {
  robotId: RobotId,
  online: z.boolean(),
  report: RobotReport.optional(),
})
export type ReportRobot = z.infer<typeof ReportRobot>

/** A camera has seen somebody stay longer than the site's long wait. */
export const ReportLongStay = command('reportLongStay', {
  cameraId: CameraId,
  zoneId: ZoneId,
  stayId: StayId,
  since: Instant,
  seenAt: Instant,
  place: FloorPoint,
})
export type ReportLongStay = z.infer<typeof ReportLongStay>

/** That person has left, or the camera has lost sight of the whole zone for good. */
export const ReportStayOver = command('reportStayOver', { cameraId: CameraId, stayId: StayId })
export type ReportStayOver = z.infer<typeof ReportStayOver>
