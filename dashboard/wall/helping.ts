/** The people to help, by how it stands with each: whom nobody goes to comes first, then who has waited longest. */
import type { Alert } from '#contracts/alerts.ts'
import type { Card } from '#contracts/cards.ts'
import { isBehind, isUrgent } from '../parts/urgency.ts'

/** Fine once somebody goes there. */
export type HelpState = 'fine' | 'attention' | 'urgent'

export interface Help {
  readonly alert: Alert
  readonly minutes: number
  readonly state: HelpState
}

const order: Record<HelpState, number> = { urgent: 0, attention: 1, fine: 2 }

/** What nobody suffers from comes last, whatever its state. */
export const rankOf = ({ kind }: Pick<Alert, 'kind'>, state: HelpState): number =>
  order[state] + (isBehind({ kind }) ? 3 : 0)

export const isActive = ({ state }: Alert): boolean => state === 'open' || state === 'accepted'

/** Of a card that has been passed on, and of a wait that has lasted far too long, urgent. */
export const stateOfHelp = (
  { state, level }: Pick<Card, 'state' | 'level'>,
  kind: Alert['kind'],
  minutes: number,
  longWaitMinutes: number,
): HelpState => {
  if (state === 'accepted') return 'fine'
  return level > 0 || isUrgent({ kind }, minutes, longWaitMinutes) ? 'urgent' : 'attention'
}

export interface Helping {
  /** The cards that hold the alerts: what is known of a card is known of each of its alerts. */
  readonly cards: Iterable<Card>
  readonly now: number
  readonly longWaitMinutes: number
}

export const peopleToHelp = (alerts: Iterable<Alert>, { cards, now, longWaitMinutes }: Helping): Help[] => {
  const cardOf = new Map([...cards].flatMap((card) => card.alertIds.map((id) => [id, card] as const)))
  return [...alerts]
    .filter(isActive)
    .map((alert): Help => {
      const minutes = Math.max(0, Math.floor((now - alert.since) / 60_000))
      const { state = 'open', level = 0 } = cardOf.get(alert.alertId) ?? {}
      const card = { state: alert.state === 'accepted' ? alert.state : state, level }
      return { alert, minutes, state: stateOfHelp(card, alert.kind, minutes, longWaitMinutes) }
    })
    .sort((a, b) => rankOf(a.alert, a.state) - rankOf(b.alert, b.state) || a.alert.since - b.alert.since)
}
