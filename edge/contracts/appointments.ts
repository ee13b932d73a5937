/** An appointment: a slot that somebody has booked, known by its code alone. */
import { z } from 'zod'
import { AppointmentCode, ServiceId, TicketId } from './ids.ts'
import { Language } from './languages.ts'
import { PriorityReason } from './tickets.ts'
import { Instant } from './time.ts'

export const Appointment = z.object({
  code: AppointmentCode,
  serviceIds: z.array(ServiceId).min(1),
  /** The slot. */
  from: Instant,
  until: Instant,
  priorityReason: PriorityReason.optional(),
  language: Language.optional(),
  state: z.enum(['booked', 'arrived', 'cancelled', 'missed']),
  ticketId: TicketId.optional(),
})
export type Appointment = z.infer<typeof Appointment>

/** A slot that may be booked, with how many places are left in it. */
export const Slot = z.object({ from: Instant, until: Instant, free: z.int().nonnegative() })
export type Slot = z.infer<typeof Slot>
