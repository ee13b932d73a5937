/** Everything one may ask of the hall. */
import { z } from 'zod'
import { Measure } from './alerts.ts'
import {
  AlertId,
  CameraId,
  CommandId,
  MissionId,
  PlaceId,
  RobotId,
  ServiceId,
  StayId,
  TicketId,
  WindowId,
  ZoneId,
} from './ids.ts'
import { Language } from './languages.ts'
import { MissionKind } from './missions.ts'
import { FloorPoint } from './places.ts'
import { RobotReport } from './robots.ts'
import { Lane, PriorityReason } from './tickets.ts'
import { Instant } from './time.ts'

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

export const IssueTicket = command('issueTicket', {
  serviceIds: z.array(ServiceId).min(1).max(5),
  lane: Lane.default('walkIn'),
  priorityReason: PriorityReason.optional(),
  language: Language.optional(),
})
export type IssueTicket = z.infer<typeof IssueTicket>

export const CancelTicket = command('cancelTicket', { ticketId: TicketId })
export type CancelTicket = z.infer<typeof CancelTicket>

export const OpenWindow = command('openWindow', {
  windowId: WindowId,
  serviceIds: z.array(ServiceId).min(1).optional(),
})
export type OpenWindow = z.infer<typeof OpenWindow>

export const CloseWindow = command('closeWindow', { windowId: WindowId })
export type CloseWindow = z.infer<typeof CloseWindow>

export const PauseWindow = command('pauseWindow', { windowId: WindowId })
export type PauseWindow = z.infer<typeof PauseWindow>

export const ResumeWindow = command('resumeWindow', { windowId: WindowId })
export type ResumeWindow = z.infer<typeof ResumeWindow>

export const SetWindowServices = command('setWindowServices', {
  windowId: WindowId,
  serviceIds: z.array(ServiceId).min(1),
})
export type SetWindowServices = z.infer<typeof SetWindowServices>

export const CallNext = command('callNext', { windowId: WindowId })
export type CallNext = z.infer<typeof CallNext>

/** What a clerk does with the visitor at the window; without `ticketId` it is whoever is there. */
const atWindow = { windowId: WindowId, ticketId: TicketId.optional() }

export const RecallTicket = command('recallTicket', atWindow)
export type RecallTicket = z.infer<typeof RecallTicket>

export const StartServing = command('startServing', atWindow)
export type StartServing = z.infer<typeof StartServing>

export const FinishServing = command('finishServing', atWindow)
export type FinishServing = z.infer<typeof FinishServing>

export const MissTicket = command('missTicket', atWindow)
export type MissTicket = z.infer<typeof MissTicket>

export const RequestMission = command('requestMission', {
  kind: MissionKind,
  from: PlaceId,
  to: PlaceId,
  note: z.string().max(200).optional(),
  priority: z.int().min(0).max(9).default(0),
})
export type RequestMission = z.infer<typeof RequestMission>

export const CancelMission = command('cancelMission', { missionId: MissionId })
export type CancelMission = z.infer<typeof CancelMission>

export const AcceptAlert = command('acceptAlert', { alertId: AlertId, measure: Measure.optional() })
export type AcceptAlert = z.infer<typeof AcceptAlert>

/** Gives the person back to the list, for a colleague to accept. */
export const HandOverAlert = command('handOverAlert', { alertId: AlertId })
export type HandOverAlert = z.infer<typeof HandOverAlert>

const ending = { alertId: AlertId, measure: Measure.optional(), outcome: z.string().max(200).optional() }

export const ResolveAlert = command('resolveAlert', ending)
export type ResolveAlert = z.infer<typeof ResolveAlert>

/** Nobody needed help: a mistake of ours. */
export const DismissAlert = command('dismissAlert', ending)
export type DismissAlert = z.infer<typeof DismissAlert>

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

/** What people may ask, at a kiosk, a window or a screen: the only commands the HTTP door lets in. */
export const PersonCommand = z.discriminatedUnion('type', [
  IssueTicket,
  CancelTicket,
  OpenWindow,
  CloseWindow,
  PauseWindow,
  ResumeWindow,
  SetWindowServices,
  CallNext,
  RecallTicket,
  StartServing,
  FinishServing,
  MissTicket,
  RequestMission,
  CancelMission,
  AcceptAlert,
  HandOverAlert,
  ResolveAlert,
  DismissAlert,
])
export type PersonCommand = z.infer<typeof PersonCommand>

/** What the edge's own clock, robots and cameras report. Never accepted from outside. */
export const MachineCommand = z.discriminatedUnion('type', [Tick, ReportRobot, ReportLongStay, ReportStayOver])
export type MachineCommand = z.infer<typeof MachineCommand>

export const Command = z.discriminatedUnion('type', [...PersonCommand.options, ...MachineCommand.options])
export type Command = z.infer<typeof Command>

/** A command in its envelope: who asks (filled in by the server, never by the browser), and the key of a repeat. */
export const CommandEnvelope = z.object({ id: CommandId, by: z.string().min(1), command: Command })
export type CommandEnvelope = z.infer<typeof CommandEnvelope>
