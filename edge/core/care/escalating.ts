/** What the time alone does with a card: it is sent, held, freed, sent on to more people, or opened again. */
import type { Card } from '#contracts/cards.ts'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { CardId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { toldAgain, toldAt, toldFirst } from './assigning.ts'
import { type CardEvent, liveCards } from './cards.ts'
import { alertsBack } from './deeds.ts'
import { gathered, hasGathered, over } from './grouping.ts'
import { largerCauseOf } from './inhibiting.ts'
import { evolveCare, isCareEvent } from './lifecycle.ts'

/**
 * On each tick. Each card is looked at in the hall that those before it have left, so that two cards that come in the
 * same second are not both for the same person. `events` are those of the tick so far: alerts that it ends count as over;
 * those that it raises are gathered a second later.
 */
export const watchCards = (hall: HallState, at: Instant, events: readonly HallEvent[]): HallEvent[] => {
  const told: HallEvent[] = []
  let now = events.filter((event) => event.type === 'alertEnded').reduce(evolving(at), hall)
  const say = (some: readonly HallEvent[]): void => {
    told.push(...some)
    now = some.reduce(evolving(at), now)
  }
  for (const { cardId } of liveCards(now)) say(withCard(cardId, now, over))
  for (let found = gathered(now); found.length > 0; found = gathered(now)) say(found)
  for (const { cardId } of liveCards(now)) say(withCard(cardId, now, (card) => step(card, now, at)))
  return told
}

/** What a tick says of alerts and cards does not depend on who says it. */
const evolving =
  (at: Instant) =>
  (hall: HallState, event: HallEvent): HallState =>
    isCareEvent(event) ? evolveCare(hall, { at, by: 'clock' }, event) : hall

const withCard = (cardId: CardId, { cards }: HallState, say: (card: Card) => HallEvent[]): HallEvent[] => {
  const card = cards.get(cardId)
  return card ? say(card) : []
}

const step = (card: Card, hall: HallState, at: Instant): HallEvent[] => {
  switch (card.state) {
    case 'gathering':
      return hasGathered(card, hall, at) ? [heldOr(card, hall, () => toldFirst(card, hall, at))] : []
    case 'accepted':
      return isForgotten(card, hall, at) ? reopened(card, hall, at) : []
    case 'open':
      return card.heldBy ? ifFreed(card, hall, at) : waiting(card, hall, at)
    case 'over':
      return []
  }
}

const heldOr = (card: Card, hall: HallState, otherwise: () => CardEvent): CardEvent => {
  const heldBy = largerCauseOf(card, hall)
  return heldBy ? { type: 'cardHeld', cardId: card.cardId, heldBy } : otherwise()
}

/** What is still true when its larger cause has gone is sent; another one may hold it at once. */
const ifFreed = (card: Card, hall: HallState, at: Instant): CardEvent[] => {
  const { cardId, heldBy } = card
  const larger = largerCauseOf(card, hall)
  if (larger === heldBy) return []
  return larger
    ? [{ type: 'cardHeld', cardId, heldBy: larger }]
    : [{ type: 'cardFreed', cardId }, toldFirst(card, hall, at)]
}

const isForgotten = ({ acceptedAt = 0 }: Card, { site }: HallState, at: Instant): boolean =>
  at - acceptedAt >= site.care.reopenMinutes * MINUTE

const reopened = (card: Card, hall: HallState, at: Instant): HallEvent[] => [
  ...alertsBack(card, hall),
  { type: 'cardReopened', cardId: card.cardId },
  toldFirst(card, hall, at),
]

/** Nobody has accepted it yet. */
const waiting = (card: Card, hall: HallState, at: Instant): CardEvent[] => {
  const larger = largerCauseOf(card, hall)
  if (larger) return [{ type: 'cardHeld', cardId: card.cardId, heldBy: larger }]
  if (isOrphaned(card, hall)) return [toldFirst(card, hall, at)]
  return risen(card, hall, at) ?? again(card, hall, at) ?? []
}

/** Those who knew of it have gone home, and others are there. */
const isOrphaned = ({ to, level }: Card, { staff }: HallState): boolean =>
  level === 0 && !to.some((staffId) => staff.has(staffId)) && (staff.size > 0 || to.length > 0)

const risen = (card: Card, hall: HallState, at: Instant): CardEvent[] | undefined => {
  const { cardId, level, waitsSince = at } = card
  const afterSeconds = hall.site.care.escalateSeconds[level]
  if (afterSeconds === undefined || at - waitsSince < afterSeconds * SECOND) return undefined
  const next = level === 0 ? 1 : level === 1 ? 2 : 3
  return [{ type: 'cardSent', cardId, to: toldAt(next, card, hall, at), level: next }]
}

const again = (card: Card, hall: HallState, at: Instant): CardEvent[] | undefined => {
  const { cardId, level, sentAt } = card
  if (sentAt === undefined || at - sentAt < hall.site.care.repeatMinutes * MINUTE) return undefined
  const to = toldAgain(card, hall, at)
  return to.length > 0 ? [{ type: 'cardSent', cardId, to, level }] : undefined
}
