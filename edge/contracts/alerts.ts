/** Alerts: somebody in the hall who should be helped, and what became of it. Never who it is. */
import { z } from 'zod'
import { CameraProblem } from './cameras.ts'
import { AlertId, CameraId, MissionId, RobotId, ServiceId, StayId, TicketId, TicketNumber, ZoneId } from './ids.ts'
import { Language } from './languages.ts'
import { FloorPoint } from './places.ts'
import { Instant } from './time.ts'

/** What floor staff can offer. */
export const Measure = z.enum(['soothe', 'guide', 'verifyId', 'assist', 'precheck'])
export type Measure = z.infer<typeof Measure>

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
])
export type AlertSource = z.infer<typeof AlertSource>

export const AlertKind = z.enum(['longWait', 'robot', 'question', 'crowding', 'camera'])
export type AlertKind = z.infer<typeof AlertKind>

const kinds = {
  ticket: 'longWait',
  camera: 'longWait',
  robot: 'robot',
  question: 'question',
  zone: 'crowding',
  sight: 'camera',
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
