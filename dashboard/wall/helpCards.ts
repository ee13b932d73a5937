/** Cards as the wall lists them: one for each zone and cause, those nobody goes to first, then the oldest. */
import type { Alert } from '#contracts/alerts.ts'
import type { Card } from '#contracts/cards.ts'
import { type HelpState, isActive, rankOf, stateOfHelp } from './helping.ts'

export interface HelpCard {
  readonly card: Card
  /** Of the card, those that are not over; the oldest first. */
  readonly alerts: readonly Alert[]
  /** Of the one who has waited longest. */
  readonly minutes: number
  readonly state: HelpState
}

export type AlertRecords = ReadonlyMap<string, { readonly alert: Alert }>

interface Showing {
  readonly cards: Iterable<Card>
  readonly alerts: AlertRecords
  readonly now: number
  readonly longWaitMinutes: number
}

/** What a larger cause holds back comes last. */
const rank = ({ card, state }: HelpCard): number => rankOf({ kind: card.cause }, state) + (card.heldBy ? 3 : 0)

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
        state: stateOfHelp(card, card.cause, minutes, longWaitMinutes),
      }
    })
    .sort((a, b) => rank(a) - rank(b) || a.card.longestSince - b.card.longestSince)
  return { cards: all.slice(0, most), all: all.length, more: Math.max(0, all.length - most) }
}
