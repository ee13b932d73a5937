/** A ticket: one visitor's place in line. */
import { z } from 'zod'
import { ServiceId, TicketId, TicketNumber, WindowId } from './ids.ts'
import { Language } from './languages.ts'
import { Instant } from './time.ts'

export const Lane = z.enum(['appointment', 'priority', 'walkIn'])
export type Lane = z.infer<typeof Lane>

export const PriorityReason = z.enum(['elderly', 'disabled', 'pregnant', 'withInfant', 'soldierOrVeteran'])
export type PriorityReason = z.infer<typeof PriorityReason>

/** How long still, as told to a visitor; `ahead` counts those who are likely to be called before. */
export const Estimate = z.object({
  p50Minutes: z.int().nonnegative(),
  p80Minutes: z.int().nonnegative(),
  ahead: z.int().nonnegative(),
})
export type Estimate = z.infer<typeof Estimate>

const base = {
  ticketId: TicketId,
  number: TicketNumber,
  serviceIds: z.array(ServiceId).min(1),
  lane: Lane,
  priorityReason: PriorityReason.optional(),
  language: Language.optional(),
  issuedAt: Instant,
  /** How often the number has been announced. */
  calls: z.int().nonnegative(),
  /** What the visitor was told when the ticket was issued; absent while no open window could serve it. */
  promised: Estimate.optional(),
}
const called = { windowId: WindowId, calledAt: Instant }

export const Ticket = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('waiting') }),
  z.object({ ...base, state: z.literal('called'), ...called }),
  z.object({ ...base, state: z.literal('serving'), ...called, startedAt: Instant }),
  z.object({ ...base, state: z.literal('served'), ...called, startedAt: Instant, finishedAt: Instant }),
  z.object({ ...base, state: z.literal('missed'), ...called, finishedAt: Instant }),
  z.object({ ...base, state: z.literal('cancelled'), finishedAt: Instant }),
  z.object({ ...base, state: z.literal('expired'), finishedAt: Instant }),
])
export type Ticket = z.infer<typeof Ticket>
export type TicketState = Ticket['state']

/** Why this ticket was called and no other. */
export const CallReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('waitedLongest'), waitedMinutes: z.number() }),
  /** Ahead of `passed` visitors who came earlier, by at most the credit of the lane. */
  z.object({
    code: z.literal('laneCredit'),
    lane: Lane,
    creditMinutes: z.number(),
    waitedMinutes: z.number(),
    passed: z.int().positive(),
  }),
])
export type CallReason = z.infer<typeof CallReason>

/** One announcement: a number to a window. The same call id is never announced twice. */
export const Call = z.object({
  callId: z.string(),
  ticketId: TicketId,
  number: TicketNumber,
  windowId: WindowId,
  at: Instant,
  /** 1 for the first call, 2 for the first repeat, and so on. */
  calls: z.int().positive(),
  language: Language.optional(),
})
export type Call = z.infer<typeof Call>
