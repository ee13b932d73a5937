/** Cards as facts make them: what is known of each zone and cause, who goes there, and who helps with what. */
import type { Alert } from '#contracts/alerts.ts'
import type { Card, StaffMember } from '#contracts/cards.ts'
import { HOUR } from '#contracts/durations.ts'
import type { EventOf, Fact, HallEvent } from '#contracts/facts.ts'
import { type AlertId, CardId, type StaffId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { unreachable } from '../decision.ts'
import { type HallState, withEntry } from '../state.ts'
import { isOpen } from './alerts.ts'

export type CardEvent = Extract<HallEvent, { type: `card${string}` }>

/** When, and who said so. */
export type Said = Pick<Fact, 'at' | 'by'>

export const nextCardId = ({ counted }: HallState): CardId =>
  CardId.parse(`K${String(counted.cards + 1).padStart(4, '0')}`)

export const isLive = ({ state }: Card): boolean => state !== 'over'

export const liveCards = ({ cards }: HallState): Card[] => [...cards.values()].filter(isLive)

export const cardOf = (hall: HallState, alertId: AlertId): Card | undefined =>
  liveCards(hall).find(({ alertIds }) => alertIds.includes(alertId))

/** Those that are not over, in the order in which they joined. */
export const openAlertsOf = ({ alerts }: HallState, { alertIds }: Card): Alert[] =>
  alertIds.flatMap((alertId) => alerts.get(alertId) ?? []).filter(isOpen)

export const evolveCards = (hall: HallState, said: Said, event: CardEvent): HallState => {
  if (event.type === 'cardOpened') return opened(hall, said, event)
  const before = hall.cards.get(event.cardId)
  if (!before) return hall
  const cards = withEntry(hall.cards, event.cardId, after(before, said, event))
  const staff = event.type === 'cardSent' ? buzzed(hall.staff, event.to, said.at) : hall.staff
  return withHelping(recounted({ ...hall, cards, staff }, event.cardId))
}

const opened = (hall: HallState, { at }: Said, event: EventOf<'cardOpened'>): HallState => {
  const { cardId, cause, zoneId, alertIds, since } = event
  const card: Card = {
    cardId,
    cause,
    ...(zoneId && { zoneId }),
    alertIds,
    count: alertIds.length,
    longestSince: since,
    state: 'gathering',
    openedAt: at,
    to: [],
    level: 0,
  }
  const counted = { ...hall.counted, cards: Math.max(hall.counted.cards, Number(cardId.slice(1))) }
  return recounted({ ...hall, cards: withEntry(hall.cards, cardId, card), counted }, cardId)
}

const after = (card: Card, { at, by }: Said, event: Exclude<CardEvent, { type: 'cardOpened' }>): Card => {
  switch (event.type) {
    case 'cardJoined':
      return { ...card, alertIds: [...card.alertIds, ...event.alertIds] }
    case 'cardSent': {
      const to = [...new Set([...card.to, ...event.to])]
      const risen = event.level > card.level && { escalatedAt: at }
      const buzz = (event.to.length > 0 || to.length === 0) && { sentAt: at }
      return { ...waiting(card, at), to, level: event.level, ...buzz, ...risen }
    }
    case 'cardShown':
      return { ...waiting(card, at), to: event.to }
    case 'cardHeld': {
      const { waitsSince: _, ...still } = card
      return { ...still, state: 'open', heldBy: event.heldBy }
    }
    case 'cardFreed': {
      const { heldBy: _, ...free } = card
      return { ...free, waitsSince: at }
    }
    case 'cardToldOutside':
      return { ...card, toldOutside: [...(card.toldOutside ?? []), event.webhook] }
    case 'cardAccepted': {
      const { waitsSince: _w, heldBy: _h, ...taken } = card
      const acceptedBy = event.staffId ?? by
      return {
        ...taken,
        state: 'accepted',
        acceptedAt: at,
        acceptedBy,
        ...(event.measure && { measure: event.measure }),
      }
    }
    case 'cardHandedOver':
    case 'cardReopened': {
      const { acceptedAt: _at, acceptedBy: _by, escalatedAt: _e, heldBy: _h, toldOutside: _t, ...given } = card
      return { ...given, state: 'open', to: [], level: 0, waitsSince: at }
    }
    case 'cardOver': {
      const { waitsSince: _w, heldBy: _h, ...ended } = card
      const { how, measure, outcome } = event
      return { ...ended, state: 'over', how, endedAt: at, ...(measure && { measure }), ...(outcome && { outcome }) }
    }
    default:
      return unreachable(event)
  }
}

/** Open, and its clock runs from the first time on. */
const waiting = ({ heldBy: _, ...card }: Card, at: Instant): Card => ({
  ...card,
  state: 'open',
  waitsSince: card.waitsSince ?? at,
})

/** How many are left on it, and since when the longest; a card that is over keeps what it last had. */
export const recounted = (hall: HallState, cardId: CardId): HallState => {
  const card = hall.cards.get(cardId)
  if (!card) return hall
  const open = openAlertsOf(hall, card)
  const longestSince = open.length > 0 ? Math.min(...open.map(({ since }) => since)) : card.longestSince
  if (open.length === card.count && longestSince === card.longestSince) return hall
  return { ...hall, cards: withEntry(hall.cards, cardId, { ...card, count: open.length, longestSince }) }
}

const buzzed = (staff: HallState['staff'], to: readonly StaffId[], at: Instant): ReadonlyMap<StaffId, StaffMember> =>
  new Map(
    [...staff].map(([staffId, member]) => [
      staffId,
      to.includes(staffId) ? { ...member, buzzes: [...member.buzzes.filter((buzz) => at - buzz < HOUR), at] } : member,
    ]),
  )

/** Each helps with what they have accepted last and not ended. */
export const withHelping = (hall: HallState): HallState => {
  const accepted = liveCards(hall).filter(({ state }) => state === 'accepted')
  const helpingOf = (staffId: StaffId): CardId | undefined =>
    accepted
      .filter(({ acceptedBy }) => acceptedBy === staffId)
      .sort((a, b) => (b.acceptedAt ?? 0) - (a.acceptedAt ?? 0))[0]?.cardId
  const staff = [...hall.staff].map(([staffId, member]): [StaffId, StaffMember] => {
    const helping = helpingOf(staffId)
    if (helping === member.helping) return [staffId, member]
    const { helping: _, ...free } = member
    return [staffId, helping ? { ...free, helping } : free]
  })
  return { ...hall, staff: new Map(staff) }
}
