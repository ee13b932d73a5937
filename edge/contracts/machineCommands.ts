/** What the edge's own clock, robots and cameras report. Never accepted from outside. */
import { z } from 'zod'
import { CameraProblem } from './cameras.ts'
import { command } from './command.ts'
import { CameraId, RobotId, StayId, ZoneId } from './ids.ts'
import { Language } from './languages.ts'
import { HallDoor, HallLift } from './lifts.ts'
import { FloorPoint } from './places.ts'
import { RobotLimits, RobotReport } from './robots.ts'
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

/** What a robot's factsheet says. */
export const DescribeRobot = command('describeRobot', { robotId: RobotId, limits: RobotLimits })
export type DescribeRobot = z.infer<typeof DescribeRobot>

/** What a lift or a door says; not in service when it has been silent for too long. */
export const ReportLift = command('reportLift', { lift: HallLift })
export type ReportLift = z.infer<typeof ReportLift>

export const ReportDoor = command('reportDoor', { door: HallDoor })
export type ReportDoor = z.infer<typeof ReportDoor>

/** A visitor has asked a robot what the catalogue does not answer. */
export const AskForPerson = command('askForPerson', { robotId: RobotId, language: Language })
export type AskForPerson = z.infer<typeof AskForPerson>

/** A camera has seen somebody stay longer than the site's long wait. */
export const ReportLongStay = command('reportLongStay', {
  cameraId: CameraId,
  zoneId: ZoneId,
  stayId: StayId,
  since: Instant,
  seenAt: Instant,
  /** Where the camera has a homography. */
  place: FloorPoint.optional(),
  /** There before anybody looked and never seen moving. */
  unconfirmed: z.literal(true).optional(),
})
export type ReportLongStay = z.infer<typeof ReportLongStay>

/** That person has left, or the camera has lost sight of the whole zone for good. */
export const ReportStayOver = command('reportStayOver', { cameraId: CameraId, stayId: StayId })
export type ReportStayOver = z.infer<typeof ReportStayOver>

/** A zone has been too full for long, or is no longer (without `people`). */
export const ReportCrowding = command('reportCrowding', {
  zoneId: ZoneId,
  people: z.int().positive().optional(),
  since: Instant,
})
export type ReportCrowding = z.infer<typeof ReportCrowding>

/** A camera has not seen what it should for long, or does again (without `problem`). */
export const ReportCamera = command('reportCamera', {
  cameraId: CameraId,
  problem: CameraProblem.optional(),
  since: Instant,
})
export type ReportCamera = z.infer<typeof ReportCamera>
