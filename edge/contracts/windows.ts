/** A window: the counter where a clerk serves one visitor at a time. */
import { z } from 'zod'
import { ServiceId, TicketId, WindowId } from './ids.ts'
import { RatingAsked } from './ratings.ts'
import { Instant } from './time.ts'

/** What a clerk may undo for some seconds. */
export const Deed = z.enum(['call', 'start', 'finish', 'miss', 'park', 'transfer', 'handOn'])
export type Deed = z.infer<typeof Deed>

export const Break = z.object({ from: Instant, until: Instant })
export type Break = z.infer<typeof Break>

export const ServiceWindow = z.object({
  windowId: WindowId,
  state: z.enum(['closed', 'open', 'paused']),
  /** What it does now; a part of what the site says it can do. */
  serviceIds: z.array(ServiceId),
  /** When it took this state. */
  since: Instant,
  /** The ticket called to it or served at it. */
  ticketId: TicketId.optional(),
  /** The last deed with a visitor, while it can still be undone. */
  undoable: z.object({ deed: Deed, until: Instant }).optional(),
  /** The hall opened it for a rush, and closes it again. */
  tide: z.literal(true).optional(),
  /** When its clerk is away today; nobody is promised to be served then. */
  breaks: z.array(Break).optional(),
  /** Whom its pad asks how the visit was. */
  rating: RatingAsked.optional(),
})
export type ServiceWindow = z.infer<typeof ServiceWindow>
