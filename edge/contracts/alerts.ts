/** Alerts: somebody in the hall who should be helped, and what became of it. Never who it is. */
import { z } from 'zod'
import { CameraProblem } from './cameras.ts'
import {
  AlertId,
  CameraId,
  MissionId,
  RobotId,
  ServiceId,
  StayId,
  TicketId,
  TicketNumber,
  WindowId,
  ZoneId,
} from './ids.ts'
import { Language } from './languages.ts'
import { FloorPoint } from './places.ts'
import { Instant } from './time.ts'

/** What floor staff can offer. */
export const Measure = z.enum(['soothe', 'guide', 'verifyId', 'assist', 'precheck'])
export type Measure = z.infer<typeof Measure>

export const DeviceProblem = z.enum(['silent', 'printer', 'refuses'])
export type DeviceProblem = z.infer<typeof DeviceProblem>

/** How it was seen. A ticket and a stay are never joined: one visitor may be seen by both. */
export const AlertSource = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ticket'), ticketId: TicketId, number: TicketNumber, serviceId: ServiceId }),
  /** `unconfirmed`: there before anybody looked and never seen moving. It may be a thing; somebody should look. */
  z.object({ by: z.literal('camera'), cameraId: CameraId, stayId: StayId, unconfirmed: z.literal(true).optional() }),
  /** It cannot go on by itself. */
  z.object({
    by: z.literal('robot'),
    robotId: RobotId,
    missionId: MissionId.optional(),
    problem: z.enum(['lost', 'faulty', 'obstacle', 'failed', 'load', 'lift', 'misplaced', 'handover']),
  }),
  /** Too many people in a zone. */
  z.object({ by: z.literal('zone'), zoneId: ZoneId, people: z.int().positive() }),
  /** A camera no longer sees what it should. */
  z.object({ by: z.literal('sight'), cameraId: CameraId, problem: CameraProblem }),
  /** Somebody has asked a consultation robot what it cannot answer. The words are not kept. */
  z.object({ by: z.literal('question'), robotId: RobotId, language: Language }),
  /** Several visitors in a short time did not come when they were called; all at one window, where it is named. */
  z.object({
    by: z.literal('noShows'),
    serviceId: ServiceId,
    windowId: WindowId.optional(),
    count: z.int().positive(),
  }),
  /** One service waits far longer than the others, while windows that can do it do not: these. */
  z.object({
    by: z.literal('imbalance'),
    serviceId: ServiceId,
    waitedMinutes: z.number().nonnegative(),
    windowIds: z.array(WindowId),
  }),
  /** A screen, a kiosk or a tablet is silent, or its printer does not print. */
  z.object({ by: z.literal('device'), deviceId: z.string().min(1), problem: DeviceProblem }),
])
export type AlertSource = z.infer<typeof AlertSource>

export const AlertKind = z.enum([
  'longWait',
  'robot',
  'question',
  'crowding',
  'camera',
  'noShows',
  'imbalance',
  'device',
])
export type AlertKind = z.infer<typeof AlertKind>

const kinds = {
  ticket: 'longWait',
  camera: 'longWait',
  robot: 'robot',
  question: 'question',
  zone: 'crowding',
  sight: 'camera',
  noShows: 'noShows',
  imbalance: 'imbalance',
  device: 'device',
} as const satisfies Record<AlertSource['by'], AlertKind>

export const kindOf = ({ by }: AlertSource): AlertKind => kinds[by]

export const Alert = z.object({
  alertId: AlertId,
  kind: AlertKind,
  source: AlertSource,
  zoneId: ZoneId.optional(),
  place: FloorPoint.optional(),
  /** Since when the person has been waiting, or the robot needs one. */
  since: Instant,
  raisedAt: Instant,
  state: z.enum(['open', 'accepted', 'resolved', 'dismissed', 'over']),
  acceptedAt: Instant.optional(),
  /** Who goes there: a role or a device, never a name. */
  acceptedBy: z.string().optional(),
  measure: Measure.optional(),
  outcome: z.string().optional(),
  endedAt: Instant.optional(),
})
export type Alert = z.infer<typeof Alert>
