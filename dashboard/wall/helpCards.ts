/** Cards as the wall lists them: one for each zone and cause, those that have gone furthest first, then the oldest. */
import type { Alert } from '#contracts/alerts.ts'
import type { Card } from '#contracts/cards.ts'
import { isBehind, isUrgent } from '../parts/urgency.ts'
import { isActive } from './helping.ts'

export interface HelpCard {
  readonly card: Card
  /** Of the card, those that are not over; the oldest first. */
  readonly alerts: readonly Alert[]
  /** Of the one who has waited longest. */
  readonly minutes: number
  /** Fine once somebody goes there. */
  readonly state: 'fine' | 'attention' | 'urgent'
}

export type AlertRecords = ReadonlyMap<string, { readonly alert: Alert }>

interface Showing {
  readonly cards: Iterable<Card>
  readonly alerts: AlertRecords
  readonly now: number
  readonly longWaitMinutes: number
}

const stateOf = ({ state, level, cause }: Card, minutes: number, longWaitMinutes: number): HelpCard['state'] => {
  if (state === 'accepted') return 'fine'
  return level > 0 || isUrgent({ kind: cause }, minutes, longWaitMinutes) ? 'urgent' : 'attention'
}

/** What is held back by a larger cause, and what nobody suffers from, comes last. */
const rank = ({ card, state }: HelpCard): number =>
  (card.heldBy || isBehind({ kind: card.cause }) ? 2 : 0) + (state === 'urgent' ? 0 : 1)

/** At most `most` cards, and how many more there are. What keeps a robot stands with the robots. */
export const cardsToHelp = ({ cards, alerts, now, longWaitMinutes }: Showing, most: number) => {
  const all = [...cards]
    .filter(({ state, cause }) => state !== 'over' && cause !== 'robot')
    .map((card): HelpCard => {
      const minutes = Math.max(0, Math.floor((now - card.longestSince) / 60_000))
      const open = card.alertIds.flatMap((id) => alerts.get(id)?.alert ?? []).filter(isActive)
      return {
        card,
        alerts: open.sort((a, b) => a.since - b.since),
        minutes,
        state: stateOf(card, minutes, longWaitMinutes),
      }
    })
    .sort((a, b) => rank(a) - rank(b) || a.card.longestSince - b.card.longestSince)
  return { cards: all.slice(0, most), all: all.length, more: Math.max(0, all.length - most) }
}
