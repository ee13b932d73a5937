/** Everything one may ask of the hall. */
import { z } from 'zod'
import { LookThroughCamera, SetUpCamera } from './cameraCommands.ts'
import {
  AcceptCard,
  BeginDuty,
  DismissCard,
  EndDuty,
  HandOverCard,
  MoveDuty,
  NoteToldOutside,
  ReportDevice,
  ResolveCard,
} from './careCommands.ts'
import {
  AcceptAlert,
  CancelMission,
  ConfirmHandover,
  DismissAlert,
  HandOverAlert,
  PauseRobot,
  RequestMission,
  ResolveAlert,
  ResumeRobot,
} from './floorCommands.ts'
import { CommandId } from './ids.ts'
import {
  AskForPerson,
  DescribeRobot,
  ReportCamera,
  ReportCrowding,
  ReportDoor,
  ReportLift,
  ReportLongStay,
  ReportRobot,
  ReportStayOver,
  Tick,
} from './machineCommands.ts'
import { AskRating, RateVisit } from './ratings.ts'
import {
  BookAppointment,
  CancelAppointment,
  CancelTicket,
  CheckIn,
  IssueTicket,
  LeaseNumbers,
  ParkTicket,
  ReportPrinted,
  ReportUnprinted,
  RequeueTicket,
  ReturnTicket,
  TransferTicket,
} from './ticketCommands.ts'
import {
  CallNext,
  CallTicket,
  CloseWindow,
  FinishServing,
  HandOn,
  MissTicket,
  OpenWindow,
  PauseWindow,
  RecallTicket,
  ResumeWindow,
  ServeDirectly,
  SetBreaks,
  SetWindowServices,
  StartServing,
  UndoDeed,
} from './windowCommands.ts'

/** What people may ask, at a kiosk, a window or a screen: the only commands the HTTP door lets in. */
export const PersonCommand = z.discriminatedUnion('type', [
  IssueTicket,
  CancelTicket,
  TransferTicket,
  ParkTicket,
  ReturnTicket,
  RequeueTicket,
  ReportUnprinted,
  ReportPrinted,
  LeaseNumbers,
  BookAppointment,
  CancelAppointment,
  CheckIn,
  OpenWindow,
  CloseWindow,
  PauseWindow,
  ResumeWindow,
  SetWindowServices,
  SetBreaks,
  CallNext,
  CallTicket,
  ServeDirectly,
  RecallTicket,
  StartServing,
  FinishServing,
  MissTicket,
  HandOn,
  UndoDeed,
  AskRating,
  RateVisit,
  RequestMission,
  CancelMission,
  ConfirmHandover,
  PauseRobot,
  ResumeRobot,
  AcceptAlert,
  HandOverAlert,
  ResolveAlert,
  DismissAlert,
  BeginDuty,
  MoveDuty,
  EndDuty,
  AcceptCard,
  HandOverCard,
  ResolveCard,
  DismissCard,
  SetUpCamera,
  LookThroughCamera,
])
export type PersonCommand = z.infer<typeof PersonCommand>

/** What the edge's own clock, robots and cameras report. Never accepted from outside. */
export const MachineCommand = z.discriminatedUnion('type', [
  Tick,
  ReportRobot,
  DescribeRobot,
  ReportLift,
  ReportDoor,
  AskForPerson,
  ReportLongStay,
  ReportStayOver,
  ReportCrowding,
  ReportCamera,
  ReportDevice,
  NoteToldOutside,
])
export type MachineCommand = z.infer<typeof MachineCommand>

export const Command = z.discriminatedUnion('type', [...PersonCommand.options, ...MachineCommand.options])
export type Command = z.infer<typeof Command>

/** A command in its envelope: who asks (filled in by the server, never by the browser), and the key of a repeat. */
export const CommandEnvelope = z.object({ id: CommandId, by: z.string().min(1), command: Command })
export type CommandEnvelope = z.infer<typeof CommandEnvelope>
