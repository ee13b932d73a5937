/** Alerts: somebody in the hall who should be helped, and what became of it. Never who it is. */
import { z } from 'zod'
import { AlertId, CameraId, ServiceId, StayId, TicketId, TicketNumber, ZoneId } from './ids.ts'
import { FloorPoint } from './places.ts'
import { Instant } from './time.ts'

/** What floor staff can offer. */
export const Measure = z.enum(['soothe', 'guide', 'verifyId', 'assist', 'precheck'])
export type Measure = z.infer<typeof Measure>

/** How it was seen. A ticket and a stay are never joined: one visitor may be seen by both. */
export const AlertSource = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ticket'), ticketId: TicketId, number: TicketNumber, serviceId: ServiceId }),
  z.object({ by: z.literal('camera'), cameraId: CameraId, stayId: StayId }),
])
export type AlertSource = z.infer<typeof AlertSource>

export const Alert = z.object({
  alertId: AlertId,
  kind: z.literal('longWait'),
  source: AlertSource,
  zoneId: ZoneId.optional(),
  place: FloorPoint.optional(),
  /** Since when the person has been waiting. */
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
