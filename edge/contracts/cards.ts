/** Cards: what the floor staff is told, one for each zone and cause; and the staff on duty. Never who anybody is. */
import { z } from 'zod'
import { AlertKind, Measure } from './alerts.ts'
import { AlertId, CardId, StaffId, ZoneId } from './ids.ts'
import { Instant } from './time.ts'

/** Why somebody is needed: the alerts of one card are all of one kind. */
export const Cause = AlertKind
export type Cause = AlertKind

/** The level at which webhooks are told. */
export const OUTSIDE = 3

/** `healed`: over before anybody was told. `over`: by itself, afterwards. */
export const CardEnding = z.enum(['healed', 'resolved', 'dismissed', 'over'])
export type CardEnding = z.infer<typeof CardEnding>

export const Card = z.object({
  cardId: CardId,
  cause: Cause,
  zoneId: ZoneId.optional(),
  /** All that it has ever gathered, in the order in which they joined. */
  alertIds: z.array(AlertId).min(1),
  /** How many of them are not over. */
  count: z.int().nonnegative(),
  /** Of these, since when the one that has waited longest. */
  longestSince: Instant,
  /** `gathering`: nobody has been told yet, and if it heals, nobody will be. */
  state: z.enum(['gathering', 'open', 'accepted', 'over']),
  openedAt: Instant,
  /** The last buzz. */
  sentAt: Instant.optional(),
  /** Whose card it is. Nobody in particular: it is everybody's. */
  to: z.array(StaffId),
  /** 0 the nearest, 1 a colleague too, 2 the two nearest and the lead, 3 everybody and the outside. */
  level: z.int().min(0).max(3),
  escalatedAt: Instant.optional(),
  /** The webhooks that have taken it since it last rose. */
  toldOutside: z.array(z.string()).optional(),
  /** Since when it waits to be accepted, from which escalation counts. Absent while gathering, held or accepted. */
  waitsSince: Instant.optional(),
  /** The card of the larger cause, as long as that lasts: shown, but nobody is buzzed. */
  heldBy: CardId.optional(),
  acceptedAt: Instant.optional(),
  /** Who goes there: a person's number, a tablet or a role, never a name. */
  acceptedBy: z.string().optional(),
  measure: Measure.optional(),
  outcome: z.string().optional(),
  /** When and how it was over. */
  endedAt: Instant.optional(),
  how: CardEnding.optional(),
})
export type Card = z.infer<typeof Card>

export const StaffRole = z.enum(['guide', 'lead', 'manager'])
export type StaffRole = z.infer<typeof StaffRole>

/** Somebody on duty on the floor. */
export const StaffMember = z.object({
  staffId: StaffId,
  role: StaffRole,
  /** Where they are, as they have said. */
  zoneId: ZoneId.optional(),
  /** The tablet they went on duty with: it is nobody else's until somebody else does. */
  tabletId: StaffId.optional(),
  /** On duty since. */
  since: Instant,
  /** What they have accepted last and not ended. */
  helping: CardId.optional(),
  /** Of the hour before the last buzz, that one too: oldest first. */
  buzzes: z.array(Instant),
})
export type StaffMember = z.infer<typeof StaffMember>
