/** Why a ticket was called and no other: stored with the call, and shown to whoever asks. */
import { z } from 'zod'
import { ServiceId } from './ids.ts'

export const Lane = z.enum(['appointment', 'priority', 'walkIn'])
export type Lane = z.infer<typeof Lane>

const waited = { waitedMinutes: z.number() }
/** Ahead of this many whom the window could also have called, and who count as having come earlier. */
const ahead = { ...waited, passed: z.int().positive() }

const reason = <C extends string, S extends z.core.$ZodLooseShape>(code: C, shape: S) =>
  z.object({ code: z.literal(code), ...shape })

export const CallReason = z.discriminatedUnion('code', [
  reason('waitedLongest', waited),
  /** It waits for this window alone: papers are here, or a colleague sent the visitor. */
  reason('sentHere', { ...waited, passed: z.int().nonnegative() }),
  /** Longest of all, for a service that the window only helps with. */
  reason('helping', { ...waited, serviceId: ServiceId }),
  /** Policy `timeCredit`: counts as having come `creditMinutes` earlier. */
  reason('laneCredit', { ...ahead, lane: Lane, creditMinutes: z.number() }),
  /** Policy `strict`: its lane goes first. */
  reason('laneFirst', { ...ahead, lane: Lane }),
  /** Policy `ratio`: after `after` walk-ins it is the other lane's turn. */
  reason('laneTurn', { ...ahead, lane: Lane, after: z.int().positive() }),
  /** Policy `accumulating`: a minute counts `factor` times. */
  reason('laneFactor', { ...ahead, lane: Lane, factor: z.number() }),
  /** The window's own service, which counts `ownMinutes` before those it helps with. */
  reason('ownService', { ...ahead, ownMinutes: z.number() }),
  /** Balancing `gcmu`: the wait weighs more where one visitor takes less time. */
  reason('shortService', { ...ahead, usualMinutes: z.number() }),
  /** Balancing `longestQueue`: most people wait for this service. */
  reason('longestLine', { ...ahead, serviceId: ServiceId, waiting: z.int().positive() }),
  /** A clerk chose it. */
  reason('chosen', { ...waited, passed: z.int().nonnegative() }),
  /** It never waited: served straight from the floor. */
  reason('walkedUp', {}),
])
export type CallReason = z.infer<typeof CallReason>
