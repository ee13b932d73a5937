/** What has happened around people who need help: alerts, the cards made of them, and the staff on duty. */
import { z } from 'zod'
import { AlertSource, Measure } from './alerts.ts'
import { CardEnding, Cause, StaffRole } from './cards.ts'
import { event } from './event.ts'
import { AlertId, CardId, StaffId, ZoneId } from './ids.ts'
import { FloorPoint } from './places.ts'
import { Instant } from './time.ts'

const found = {
  alertId: AlertId,
  source: AlertSource,
  zoneId: ZoneId.optional(),
  place: FloorPoint.optional(),
  since: Instant,
}

export const alertEvents = [
  event('longWaitFound', found),
  /** A robot, a visitor, a crowd, a camera, a line or a device needs a person. */
  event('helpAsked', found),
  event('alertAccepted', { alertId: AlertId, measure: Measure.optional() }),
  event('alertHandedOver', { alertId: AlertId }),
  /** It has fallen well below what raised it, or is back there: only when that lasts is it over. */
  event('alertEased', { alertId: AlertId, easing: z.boolean() }),
  event('alertEnded', {
    alertId: AlertId,
    how: z.enum(['resolved', 'dismissed', 'over']),
    measure: Measure.optional(),
    outcome: z.string().optional(),
  }),
] as const

const card = { cardId: CardId }
const level = z.int().min(0).max(3)

export const cardEvents = [
  /** It gathers; nobody is told yet. */
  event('cardOpened', {
    ...card,
    cause: Cause,
    zoneId: ZoneId.optional(),
    alertIds: z.array(AlertId).min(1),
    since: Instant,
  }),
  event('cardJoined', { ...card, alertIds: z.array(AlertId).min(1), since: Instant }),
  /** A buzz for each of `to`; a card that has been sent to nobody stands on everybody's list. */
  event('cardSent', { ...card, to: z.array(StaffId), level }),
  /** On the list of these without a buzz: they have had enough of them, or are helping somebody. */
  event('cardShown', { ...card, to: z.array(StaffId) }),
  /** Shown but not sent, as long as this larger cause lasts. */
  event('cardHeld', { ...card, heldBy: CardId }),
  event('cardFreed', card),
  /** This webhook has taken it. */
  event('cardToldOutside', { ...card, webhook: z.string() }),
  /** `staffId` goes there; without it whoever said so. */
  event('cardAccepted', { ...card, staffId: StaffId.optional(), measure: Measure.optional() }),
  event('cardHandedOver', { ...card, toStaffId: StaffId.optional() }),
  /** Accepted long ago and not ended: it waits for somebody again. */
  event('cardReopened', card),
  event('cardOver', { ...card, how: CardEnding, measure: Measure.optional(), outcome: z.string().optional() }),
] as const

export const dutyEvents = [
  event('staffOnDuty', {
    staffId: StaffId,
    role: StaffRole,
    zoneId: ZoneId.optional(),
    tabletId: StaffId.optional(),
  }),
  event('staffMoved', { staffId: StaffId, zoneId: ZoneId }),
  event('staffOffDuty', { staffId: StaffId }),
] as const
