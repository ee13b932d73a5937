/** A ticket: one visitor's place in line. */
import { z } from 'zod'
import { Lane } from './callReasons.ts'
import { MissionId, ServiceId, TicketId, TicketNumber, WindowId } from './ids.ts'
import { Language } from './languages.ts'
import { Instant } from './time.ts'

export const PriorityReason = z.enum(['elderly', 'disabled', 'pregnant', 'withInfant', 'soldierOrVeteran'])
export type PriorityReason = z.infer<typeof PriorityReason>

/** How long still, as told to a visitor; `ahead` counts those who are likely to be called before. */
export const Estimate = z.object({
  p50Minutes: z.int().nonnegative(),
  p80Minutes: z.int().nonnegative(),
  ahead: z.int().nonnegative(),
})
export type Estimate = z.infer<typeof Estimate>

/** The same in seconds, as the hall's own roll forward has it: what is learned from is the difference to what came. */
export const Rolled = z.object({ p50Seconds: z.int().nonnegative(), p80Seconds: z.int().nonnegative() })
export type Rolled = z.infer<typeof Rolled>

const base = {
  ticketId: TicketId,
  number: TicketNumber,
  serviceIds: z.array(ServiceId).min(1),
  lane: Lane,
  priorityReason: PriorityReason.optional(),
  language: Language.optional(),
  issuedAt: Instant,
  /** Of `serviceIds`, those that are finished: it waits for the first of the others. */
  doneIds: z.array(ServiceId).optional(),
  /** Counts as having come then and not when it was issued: the slot of an appointment. */
  dueAt: Instant.optional(),
  /** Only this window calls it. */
  onlyAt: WindowId.optional(),
  /** The printer failed: the visitor has the number from the screen alone. */
  issuedUnprinted: z.literal(true).optional(),
  /** How often the number has been announced. */
  calls: z.int().nonnegative(),
  /** Of these, the ones that were taken back: nobody was meant to come. */
  callsUndone: z.int().positive().optional(),
  /** What the visitor was told when the ticket was issued; absent while no open window could serve it. */
  promised: Estimate.optional(),
  rolled: Rolled.optional(),
}
const called = { windowId: WindowId, calledAt: Instant }

/** The visitor has gone for something; or the case is on its way to the window that hands it out. */
export const ParkedFor = z.enum(['visitor', 'papers'])
export type ParkedFor = z.infer<typeof ParkedFor>

export const Ticket = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('waiting') }),
  z.object({ ...base, state: z.literal('called'), ...called }),
  z.object({ ...base, state: z.literal('serving'), ...called, startedAt: Instant }),
  z.object({ ...base, state: z.literal('served'), ...called, startedAt: Instant, finishedAt: Instant }),
  z.object({
    ...base,
    state: z.literal('parked'),
    parkedAt: Instant,
    parkedFor: ParkedFor,
    /** The robot's errand that brings the papers. */
    missionId: MissionId.optional(),
  }),
  z.object({ ...base, state: z.literal('missed'), ...called, finishedAt: Instant }),
  z.object({ ...base, state: z.literal('cancelled'), finishedAt: Instant }),
  z.object({ ...base, state: z.literal('expired'), finishedAt: Instant }),
])
export type Ticket = z.infer<typeof Ticket>
export type TicketState = Ticket['state']

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
  /** When its announcement begins and ends: one after the other among windows that share their loudspeakers. */
  from: Instant.optional(),
  until: Instant.optional(),
})
export type Call = z.infer<typeof Call>
