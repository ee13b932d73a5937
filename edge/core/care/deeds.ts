/** What staff do with a card: accept it, hand it over, end it; and what a deed with one of its alerts means for it. */
import { type Card, OUTSIDE } from '#contracts/cards.ts'
import type { AcceptCard, DismissCard, HandOverCard, NoteToldOutside, ResolveCard } from '#contracts/careCommands.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { CardId, StaffId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'
import { toldFirst } from './assigning.ts'
import { cardOf, openAlertsOf } from './cards.ts'

/** Whoever comes first goes; a second one learns who does. */
export const acceptCard = ({ cardId, measure, staffId }: AcceptCard, hall: HallState): Decision =>
  ifLive(cardId, hall, (card) => {
    if (card.state === 'accepted') return refuse({ code: 'cardTaken', cardId, acceptedBy: card.acceptedBy ?? '' })
    const alerts = openAlertsOf(hall, card).filter(({ state }) => state === 'open')
    const chosen = measure && { measure }
    return accept(...alerts.map(({ alertId }) => ({ type: 'alertAccepted' as const, alertId, ...chosen })), {
      type: 'cardAccepted',
      cardId,
      ...(staffId && { staffId }),
      ...chosen,
    })
  })

/** To a colleague on duty; without one, back to whoever is nearest. */
export const handOverCard = ({ cardId, toStaffId }: HandOverCard, hall: HallState, at: Instant): Decision =>
  ifLive(cardId, hall, (card) => {
    if (toStaffId && !hall.staff.has(toStaffId)) return refuse({ code: 'notOnDuty', staffId: toStaffId })
    if (!toStaffId && card.state !== 'accepted') return accept()
    return accept(...givenBack(card, hall, at, toStaffId))
  })

export const resolveCard = (command: ResolveCard, hall: HallState): Decision => ended(command, 'resolved', hall)
export const dismissCard = (command: DismissCard, hall: HallState): Decision => ended(command, 'dismissed', hall)

const ended = (
  { cardId, measure, outcome }: ResolveCard | DismissCard,
  how: 'resolved' | 'dismissed',
  hall: HallState,
): Decision =>
  ifLive(cardId, hall, (card) => {
    const said = { how, ...(measure && { measure }), ...(outcome && { outcome }) }
    return accept(
      ...openAlertsOf(hall, card).map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, ...said })),
      { type: 'cardOver', cardId, ...said },
    )
  })

/** What has been given back meanwhile is told anew once it has risen again. */
export const noteToldOutside = ({ cardIds, webhook }: NoteToldOutside, { cards }: HallState): Decision => {
  const isFresh = (card: Card | undefined) => card?.level === OUTSIDE && !card.toldOutside?.includes(webhook)
  const fresh = cardIds.filter((cardId) => isFresh(cards.get(cardId)))
  return accept(...fresh.map((cardId) => ({ type: 'cardToldOutside' as const, cardId, webhook })))
}

/** With nothing left on it, it is over, though the clock has yet to say so. */
const ifLive = (cardId: CardId, hall: HallState, deed: (card: Card) => Decision): Decision => {
  const card = hall.cards.get(cardId)
  if (!card) return refuse({ code: 'unknownCard', cardId })
  return card.state === 'over' || card.count === 0
    ? refuse({ code: 'cardOver', cardId, how: card.how ?? 'over' })
    : deed(card)
}

/** Nobody goes there any more: somebody else is told at once. */
export const givenBack = (card: Card, hall: HallState, at: Instant, toStaffId?: StaffId): HallEvent[] => {
  const { cardId } = card
  return [
    ...alertsBack(card, hall),
    { type: 'cardHandedOver', cardId, ...(toStaffId && { toStaffId }) },
    toStaffId ? { type: 'cardSent', cardId, to: [toStaffId], level: 0 } : toldFirst(card, hall, at, card.acceptedBy),
  ]
}

export const alertsBack = (card: Card, hall: HallState): HallEvent[] =>
  openAlertsOf(hall, card)
    .filter(({ state }) => state === 'accepted')
    .map(({ alertId }) => ({ type: 'alertHandedOver', alertId }))

type AlertDecider<C> = (command: C, hall: HallState) => Decision

/** A deed with one alert moves its card: with the first that is accepted, the last that is given back, the last that is over. */
export const movingCards =
  <C>(decide: AlertDecider<C>) =>
  (command: C, hall: HallState, at: Instant): Decision => {
    const decision = decide(command, hall)
    return decision.ok
      ? accept(...decision.events, ...decision.events.flatMap((event) => moved(event, hall, at)))
      : decision
  }

const moved = (event: HallEvent, hall: HallState, at: Instant): HallEvent[] => {
  if (!('alertId' in event)) return []
  const card = cardOf(hall, event.alertId)
  if (!card) return []
  const { cardId } = card
  const others = openAlertsOf(hall, card).filter(({ alertId }) => alertId !== event.alertId)
  switch (event.type) {
    case 'alertAccepted': {
      const { measure } = event
      return card.state === 'accepted' ? [] : [{ type: 'cardAccepted', cardId, ...(measure && { measure }) }]
    }
    case 'alertHandedOver':
      return card.state !== 'accepted' || others.some(({ state }) => state === 'accepted')
        ? []
        : [{ type: 'cardHandedOver', cardId }, toldFirst(card, hall, at, card.acceptedBy)]
    case 'alertEnded': {
      const { type: _, alertId: _id, ...said } = event
      return others.length > 0 ? [] : [{ type: 'cardOver', cardId, ...said }]
    }
    default:
      return []
  }
}
