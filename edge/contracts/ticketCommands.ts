/** What may be asked about tickets and appointments, at a kiosk, a guide desk or a phone. */
import { z } from 'zod'
import { Lane } from './callReasons.ts'
import { command } from './command.ts'
import { AppointmentCode, KioskId, ServiceId, TicketId, TicketNumber, WindowId } from './ids.ts'
import { Language } from './languages.ts'
import { PriorityReason } from './tickets.ts'
import { Instant } from './time.ts'

export const IssueTicket = command('issueTicket', {
  serviceIds: z.array(ServiceId).min(1).max(5),
  lane: Lane.default('walkIn'),
  priorityReason: PriorityReason.optional(),
  language: Language.optional(),
  /** A number that a kiosk gave out of its own block while it could not reach the hall, and when. */
  leased: z.object({ kioskId: KioskId, number: TicketNumber, issuedAt: Instant }).optional(),
})
export type IssueTicket = z.infer<typeof IssueTicket>

export const CancelTicket = command('cancelTicket', { ticketId: TicketId })
export type CancelTicket = z.infer<typeof CancelTicket>

/** To other services, to one window alone, or both; the visitor keeps the place that the arrival gives. */
export const TransferTicket = command('transferTicket', {
  ticketId: TicketId,
  serviceIds: z.array(ServiceId).min(1).max(5).optional(),
  windowId: WindowId.optional(),
})
export type TransferTicket = z.infer<typeof TransferTicket>

/** The visitor has gone for something and comes back. */
export const ParkTicket = command('parkTicket', { ticketId: TicketId })
export type ParkTicket = z.infer<typeof ParkTicket>

/** A parked visitor is back, or the papers have come: in line again, by the first arrival. */
export const ReturnTicket = command('returnTicket', { ticketId: TicketId })
export type ReturnTicket = z.infer<typeof ReturnTicket>

/** A visitor who missed the call has come after all. */
export const RequeueTicket = command('requeueTicket', { ticketId: TicketId })
export type RequeueTicket = z.infer<typeof RequeueTicket>

/** The printer has failed; the number is on the screen alone. */
export const ReportUnprinted = command('reportUnprinted', { ticketId: TicketId })
export type ReportUnprinted = z.infer<typeof ReportUnprinted>

export const ReportPrinted = command('reportPrinted', { ticketId: TicketId })
export type ReportPrinted = z.infer<typeof ReportPrinted>

/** Numbers set aside for a kiosk, which gives them out while it cannot reach the hall. */
export const LeaseNumbers = command('leaseNumbers', {
  kioskId: KioskId,
  letter: z.string().regex(/^[A-Z]$/),
  count: z.int().min(1).max(50).default(10),
})
export type LeaseNumbers = z.infer<typeof LeaseNumbers>

/** `code` is drawn by the server; `from` is the begin of a slot. */
export const BookAppointment = command('bookAppointment', {
  code: AppointmentCode,
  serviceIds: z.array(ServiceId).min(1).max(5),
  from: Instant,
  priorityReason: PriorityReason.optional(),
  language: Language.optional(),
})
export type BookAppointment = z.infer<typeof BookAppointment>

export const CancelAppointment = command('cancelAppointment', { code: AppointmentCode })
export type CancelAppointment = z.infer<typeof CancelAppointment>

export const CheckIn = command('checkIn', { code: AppointmentCode })
export type CheckIn = z.infer<typeof CheckIn>
