/** The people to help, as the wall lists them: what is urgent first, then who has waited longest, then cameras. */
import type { Alert } from '#contracts/alerts.ts'
import { isBehind, isUrgent } from '../parts/urgency.ts'

export interface Card {
  readonly alert: Alert
  readonly minutes: number
  /** Fine once somebody goes there. */
  readonly state: 'fine' | 'attention' | 'urgent'
}

const waitedMinutes = (alert: Alert, now: number): number => Math.max(0, Math.floor((now - alert.since) / 60_000))

export const isActive = ({ state }: Alert): boolean => state === 'open' || state === 'accepted'

const cardOf = (alert: Alert, now: number, longWaitMinutes: number): Card => {
  const minutes = waitedMinutes(alert, now)
  const open = isUrgent(alert, minutes, longWaitMinutes) ? 'urgent' : 'attention'
  return { alert, minutes, state: alert.state === 'accepted' ? 'fine' : open }
}

/** At most `most` cards, and how many more there are. */
export const peopleToHelp = (
  alerts: Iterable<Alert>,
  now: number,
  longWaitMinutes: number,
  most = Number.POSITIVE_INFINITY,
) => {
  const urgency = (alert: Alert) => Number(isUrgent(alert, waitedMinutes(alert, now), longWaitMinutes))
  const active = [...alerts]
    .filter(isActive)
    .sort((a, b) => Number(isBehind(a)) - Number(isBehind(b)) || urgency(b) - urgency(a) || a.since - b.since)
  return {
    cards: active.slice(0, most).map((alert) => cardOf(alert, now, longWaitMinutes)),
    all: active.length,
    more: Math.max(0, active.length - most),
  }
}
