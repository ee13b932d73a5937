/** Alerts gathered on cards: one for each zone and cause, and over when all of them are. */
import type { Alert } from '#contracts/alerts.ts'
import type { Card, Cause } from '#contracts/cards.ts'
import { SECOND } from '#contracts/durations.ts'
import type { ZoneId } from '#contracts/ids.ts'
import type { Site } from '#contracts/site.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { openAlerts } from './alerts.ts'
import { type CardEvent, liveCards, nextCardId } from './cards.ts'
import { zoneOf } from './whereabouts.ts'

/** The next alert that is on no card yet: it joins the card of its zone and cause, or opens it. */
export const gathered = (hall: HallState): CardEvent[] => {
  const known = new Set(liveCards(hall).flatMap(({ alertIds }) => alertIds))
  const alert = openAlerts(hall).find(({ alertId }) => !known.has(alertId))
  if (!alert) return []
  const { alertId, since } = alert
  const zoneId = zoneOf(hall.site, alert)
  const card = liveCards(hall).find((one) => isFor(one, alert, zoneId))
  return card
    ? [{ type: 'cardJoined', cardId: card.cardId, alertIds: [alertId], since }]
    : [
        {
          type: 'cardOpened',
          cardId: nextCardId(hall),
          cause: alert.kind,
          ...(zoneId && { zoneId }),
          alertIds: [alertId],
          since,
        },
      ]
}

const isFor = (card: Card, { kind }: Alert, zoneId: ZoneId | undefined): boolean =>
  card.cause === kind && card.zoneId === zoneId

/** Nothing of it is left: healed when nobody had been told, over otherwise. */
export const over = ({ cardId, count, sentAt, state }: Card): CardEvent[] =>
  count > 0 ? [] : [{ type: 'cardOver', cardId, how: sentAt === undefined && state !== 'accepted' ? 'healed' : 'over' }]

/** Whether what belongs to it has had the time to come, and what passes the time to pass. */
export const hasGathered = ({ state, cause, openedAt }: Card, { site }: HallState, at: Instant): boolean =>
  state === 'gathering' && at - openedAt >= gatheringSeconds(cause, site) * SECOND

/** Whoever has asked a robot for a person stands before it. */
const gatheringSeconds = (cause: Cause, { care: { groupSeconds, openAfterSeconds } }: Site): number => {
  if (cause === 'question') return 0
  return cause === 'imbalance' ? Math.max(groupSeconds, openAfterSeconds) : groupSeconds
}
