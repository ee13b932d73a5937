/** Whom a card is for: the nearest who is free, in the role that can see to it; more of them the longer nobody goes. */
import type { Card, Cause, StaffMember, StaffRole } from '#contracts/cards.ts'
import { HOUR } from '#contracts/durations.ts'
import type { EventOf } from '#contracts/facts.ts'
import type { StaffId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import type { HallState } from '../state.ts'
import { liveCards } from './cards.ts'
import { metresBetween } from './whereabouts.ts'

const FLOOR: readonly StaffRole[] = ['guide', 'lead', 'manager']
const OFFICE: readonly StaffRole[] = ['lead', 'manager', 'guide']

/** What only somebody can see to who may open a window, climb a ladder or call the technician. */
const OFFICE_CAUSES: readonly Cause[] = ['camera', 'device', 'imbalance']

const rolesFor = (cause: Cause): readonly StaffRole[] => (OFFICE_CAUSES.includes(cause) ? OFFICE : FLOOR)

export const buzzesWithin = ({ buzzes }: StaffMember, at: Instant): number =>
  buzzes.filter((buzz) => at - buzz < HOUR).length

const hasEnough = ({ site }: HallState, member: StaffMember, at: Instant): boolean =>
  buzzesWithin(member, at) >= site.care.buzzesPerHour

/** Helps nobody, and no other card waits for them. */
const isFree = (hall: HallState, { staffId, helping }: StaffMember): boolean =>
  helping === undefined &&
  !liveCards(hall).some(({ waitsSince, to }) => waitsSince !== undefined && to.includes(staffId))

/** Of these roles, the free ones first, then the nearest, then those who have been left in peace. */
const ranked = (hall: HallState, { zoneId }: Card, roles: readonly StaffRole[], at: Instant): StaffMember[] =>
  [...hall.staff.values()]
    .filter(({ role }) => roles.includes(role))
    .map((member) => ({
      member,
      busy: isFree(hall, member) ? 0 : 1,
      metres: metresBetween(hall.site, member.zoneId, zoneId),
      buzzes: buzzesWithin(member, at),
    }))
    .sort(
      (a, b) =>
        a.busy - b.busy || a.metres - b.metres || a.buzzes - b.buzzes || (a.member.staffId < b.member.staffId ? -1 : 1),
    )
    .map(({ member }) => member)

/** Those of the first role that is on duty at all. */
const mostFitting = (hall: HallState, card: Card, at: Instant, but?: string): StaffMember[] => {
  for (const role of rolesFor(card.cause)) {
    const members = ranked(hall, card, [role], at).filter(({ staffId }) => staffId !== but)
    if (members.length > 0) return members
  }
  return []
}

const idsOf = (members: readonly StaffMember[]): StaffId[] => members.map(({ staffId }) => staffId)

/**
 * One person, who is free and has not had enough buzzes. If there is none, it stands on the list of the nearest without
 * one, until it escalates; with nobody on duty it is everybody's. `but` has just given it back.
 */
export const toldFirst = (
  card: Card,
  hall: HallState,
  at: Instant,
  but?: string,
): EventOf<'cardSent'> | EventOf<'cardShown'> => {
  const { cardId } = card
  const near = mostFitting(hall, card, at, but)
  const first = near.find((member) => isFree(hall, member) && !hasEnough(hall, member, at))
  return first || near.length === 0
    ? { type: 'cardSent', cardId, to: first ? [first.staffId] : [], level: 0 }
    : { type: 'cardShown', cardId, to: idsOf(near.slice(0, 1)) }
}

/**
 * Who is buzzed when it rises to this level: those who did not know yet, or if all of them did, all of them again. At 3
 * the outside is told, and inside only who has not been yet.
 */
export const toldAt = (level: 1 | 2 | 3, card: Card, hall: HallState, at: Instant): StaffId[] => {
  const wanted = level === 1 ? spared(twoAndTheLead(card, hall, at), hall, at) : above(card, hall, at)
  const newcomers = wanted.filter(({ staffId }) => !card.to.includes(staffId))
  return idsOf(newcomers.length > 0 || level === 3 ? newcomers : wanted)
}

/** Those who have not had enough; where all have, the one who has had fewest. */
const spared = (members: readonly StaffMember[], hall: HallState, at: Instant): StaffMember[] => {
  const some = members.filter((member) => !hasEnough(hall, member, at))
  const fewest = [...members].sort((a, b) => buzzesWithin(a, at) - buzzesWithin(b, at)).slice(0, 1)
  return some.length > 0 ? some : fewest
}

const twoAndTheLead = (card: Card, hall: HallState, at: Instant): StaffMember[] => {
  const two = mostFitting(hall, card, at).slice(0, 2)
  const [lead] = ranked(hall, card, ['lead'], at)
  return lead && !two.includes(lead) ? [...two, lead] : two
}

/** One person: the manager, or whoever comes nearest to that. */
const above = (card: Card, hall: HallState, at: Instant): StaffMember[] => {
  for (const role of [...FLOOR].reverse()) {
    const [first] = ranked(hall, card, [role], at)
    if (first) return [first]
  }
  return []
}

/** Who may be buzzed once more for a card that nobody accepts. */
export const toldAgain = ({ to }: Card, hall: HallState, at: Instant): StaffId[] =>
  to.filter((staffId) => {
    const member = hall.staff.get(staffId)
    return member !== undefined && !hasEnough(hall, member, at)
  })
