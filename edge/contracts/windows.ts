/** A window: the counter where a clerk serves one visitor at a time. */
import { z } from 'zod'
import { ServiceId, TicketId, WindowId } from './ids.ts'
import { Instant } from './time.ts'

export const ServiceWindow = z.object({
  windowId: WindowId,
  state: z.enum(['closed', 'open', 'paused']),
  /** What it does now; a part of what the site says it can do. */
  serviceIds: z.array(ServiceId),
  /** When it took this state. */
  since: Instant,
  /** The ticket called to it or served at it. */
  ticketId: TicketId.optional(),
})
export type ServiceWindow = z.infer<typeof ServiceWindow>
