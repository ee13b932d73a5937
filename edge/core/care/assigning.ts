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

/** All of an hour's buzzes but those that are kept. */
const hasEnough = ({ site }: HallState, member: StaffMember, at: Instant, kept = 0): boolean =>
  buzzesWithin(member, at) >= site.care.buzzesPerHour - kept

/** Long waits are the most common: they leave the last buzz of an hour to other causes. */
const keptBy = (cause: Cause, { site }: HallState): number =>
  cause === 'longWait' && site.care.buzzesPerHour > 1 ? 1 : 0

/** Helps nobody, and no other card waits for them. */
const isFree = (hall: HallState, { staffId, helping }: StaffMember): boolean =>
  helping === undefined &&
  !liveCards(hall).some(({ waitsSince, to }) => waitsSince !== undefined && to.includes(staffId))

/** Of this role, the free ones first, then the nearest, then those who have been left in peace. */
const ranked = (hall: HallState, { zoneId }: Card, role: StaffRole, at: Instant): StaffMember[] =>
  [...hall.staff.values()]
    .filter((member) => member.role === role)
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

/** All on duty: those of the role that fits best before the others. */
const byFitness = (hall: HallState, card: Card, at: Instant): StaffMember[] =>
  rolesFor(card.cause).flatMap((role) => ranked(hall, card, role, at))

const idsOf = (members: readonly StaffMember[]): StaffId[] => members.map(({ staffId }) => staffId)

/**
 * One person, who is free and has not had enough buzzes; rather one of another role than none. Otherwise it stands on the
 * list of whoever fits best without a buzz, until it escalates; with nobody on duty it is everybody's. `but` has just given
 * it back.
 */
export const toldFirst = (
  card: Card,
  hall: HallState,
  at: Instant,
  but?: string,
): EventOf<'cardSent'> | EventOf<'cardShown'> => {
  const { cardId } = card
  const others = byFitness(hall, card, at).filter(({ staffId }) => staffId !== but)
  const kept = keptBy(card.cause, hall)
  const first = others.find((member) => isFree(hall, member) && !hasEnough(hall, member, at, kept))
  return first || others.length === 0
    ? { type: 'cardSent', cardId, to: first ? [first.staffId] : [], level: 0 }
    : { type: 'cardShown', cardId, to: idsOf(others.slice(0, 1)) }
}

/**
 * Who is buzzed when it rises to this level: a colleague; the two nearest and the lead, those who did not know yet, or if
 * all of them did, all of them again; everybody who does not know, and the outside with them.
 */
export const toldAt = (level: 1 | 2 | 3, card: Card, hall: HallState, at: Instant): StaffId[] => {
  const all = byFitness(hall, card, at)
  const isNew = ({ staffId }: StaffMember) => !card.to.includes(staffId)
  switch (level) {
    case 1: {
      const colleagues = all.filter((member) => !hasEnough(hall, member, at))
      const newcomers = colleagues.filter(isNew)
      const colleague = newcomers.find((member) => isFree(hall, member)) ?? newcomers[0] ?? colleagues[0]
      return colleague ? [colleague.staffId] : []
    }
    case 2: {
      const wanted = spared(twoAndTheLead(all), hall, at)
      return idsOf(wanted.some(isNew) ? wanted.filter(isNew) : wanted)
    }
    case 3:
      return idsOf(all.filter(isNew))
  }
}

const twoAndTheLead = (all: readonly StaffMember[]): StaffMember[] => {
  const two = all.slice(0, 2)
  const lead = all.find(({ role }) => role === 'lead')
  return lead && !two.includes(lead) ? [...two, lead] : two
}

/** Those who have not had enough; where all have, the one who has had fewest. */
const spared = (members: readonly StaffMember[], hall: HallState, at: Instant): StaffMember[] => {
  const some = members.filter((member) => !hasEnough(hall, member, at))
  const fewest = [...members].sort((a, b) => buzzesWithin(a, at) - buzzesWithin(b, at)).slice(0, 1)
  return some.length > 0 ? some : fewest
}

/** Who may be buzzed once more for a card that nobody accepts. */
export const toldAgain = ({ to }: Card, hall: HallState, at: Instant): StaffId[] =>
  to.filter((staffId) => {
    const member = hall.staff.get(staffId)
    return member !== undefined && !hasEnough(hall, member, at)
  })
