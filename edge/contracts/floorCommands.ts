/** What floor staff ask: errands of robots, and who goes to help whom. */
import { z } from 'zod'
import { Measure } from './alerts.ts'
import { command } from './command.ts'
import { asHolder } from './holding.ts'
import { AlertId, MissionId, PlaceId, RobotId, TicketId } from './ids.ts'
import { MissionKind } from './missions.ts'
import { Instant } from './time.ts'

export const RequestMission = command('requestMission', {
  kind: MissionKind,
  from: PlaceId,
  /** May be left out for a guide with a ticket: then it leads to the window that has called it. */
  to: PlaceId.optional(),
  note: z.string().max(200).optional(),
  /** Whose papers these are. */
  ticketId: TicketId.optional(),
  priority: z.int().min(0).max(9).default(0),
  /** Wanted there by then. */
  deadline: Instant.optional(),
})
export type RequestMission = z.infer<typeof RequestMission>

export const CancelMission = command('cancelMission', { missionId: MissionId })
export type CancelMission = z.infer<typeof CancelMission>

/** The things are on the robot, or have been taken from it: said by whoever stands beside it. */
export const ConfirmHandover = command('confirmHandover', { missionId: MissionId })
export type ConfirmHandover = z.infer<typeof ConfirmHandover>

export const PauseRobot = command('pauseRobot', { robotId: RobotId })
export type PauseRobot = z.infer<typeof PauseRobot>

export const ResumeRobot = command('resumeRobot', { robotId: RobotId })
export type ResumeRobot = z.infer<typeof ResumeRobot>

export const AcceptAlert = command('acceptAlert', { alertId: AlertId, measure: Measure.optional(), ...asHolder })
export type AcceptAlert = z.infer<typeof AcceptAlert>

/** Gives the person back to the list, for a colleague to accept. */
export const HandOverAlert = command('handOverAlert', { alertId: AlertId, ...asHolder })
export type HandOverAlert = z.infer<typeof HandOverAlert>

const ending = { alertId: AlertId, measure: Measure.optional(), outcome: z.string().max(200).optional(), ...asHolder }

export const ResolveAlert = command('resolveAlert', ending)
export type ResolveAlert = z.infer<typeof ResolveAlert>

/** Nobody needed help: a mistake of ours. */
export const DismissAlert = command('dismissAlert', ending)
export type DismissAlert = z.infer<typeof DismissAlert>
