/** Who of the floor staff is on duty, in which role and where. */
import type { BeginDuty, EndDuty, MoveDuty } from '#contracts/careCommands.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { StaffId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse, unreachable } from '../decision.ts'
import { type HallState, withEntry, withoutEntry } from '../state.ts'
import { liveCards, withHelping } from './cards.ts'
import { givenBack } from './deeds.ts'
import { holderOf } from './holding.ts'

export type DutyEvent = Extract<HallEvent, { type: `staff${string}` }>

const hasZone = ({ site }: HallState, zoneId: string): boolean => site.zones.some((zone) => zone.zoneId === zoneId)

/** Whoever held the tablet before goes off duty. */
export const beginDuty = ({ staffId, role, zoneId, tabletId }: BeginDuty, hall: HallState, at: Instant): Decision => {
  if (zoneId && !hasZone(hall, zoneId)) return refuse({ code: 'unknownZone', zoneId })
  const member = hall.staff.get(staffId)
  if (member?.role === role && member.zoneId === zoneId && member.tabletId === tabletId) return accept()
  const before = tabletId && holderOf(hall, tabletId)?.staffId
  const changed = before !== undefined && before !== staffId ? offDuty(before, hall, at) : []
  return accept(...changed, {
    type: 'staffOnDuty',
    staffId,
    role,
    ...(zoneId && { zoneId }),
    ...(tabletId && { tabletId }),
  })
}

export const moveDuty = ({ staffId, zoneId }: MoveDuty, hall: HallState): Decision => {
  const member = hall.staff.get(staffId)
  if (!member) return refuse({ code: 'notOnDuty', staffId })
  if (!hasZone(hall, zoneId)) return refuse({ code: 'unknownZone', zoneId })
  return member.zoneId === zoneId ? accept() : accept({ type: 'staffMoved', staffId, zoneId })
}

export const endDuty = ({ staffId }: EndDuty, hall: HallState, at: Instant): Decision =>
  hall.staff.has(staffId) ? accept(...offDuty(staffId, hall, at)) : accept()

const offDuty = (staffId: StaffId, hall: HallState, at: Instant): HallEvent[] => {
  const left = liveCards(hall).filter(({ acceptedBy, count }) => acceptedBy === staffId && count > 0)
  return [...left.flatMap((card) => givenBack(card, hall, at)), { type: 'staffOffDuty', staffId }]
}

export const evolveDuty = (hall: HallState, at: Instant, event: DutyEvent): HallState => {
  const { staffId } = event
  const member = hall.staff.get(staffId)
  switch (event.type) {
    case 'staffOnDuty':
      return withHelping(begun(hall, at, event))
    case 'staffMoved':
      return member ? { ...hall, staff: withEntry(hall.staff, staffId, { ...member, zoneId: event.zoneId }) } : hall
    case 'staffOffDuty':
      return { ...hall, staff: withoutEntry(hall.staff, staffId) }
    default:
      return unreachable(event)
  }
}

const begun = (hall: HallState, at: Instant, event: EventOf<'staffOnDuty'>): HallState => {
  const { type: _, ...duty } = event
  const { since = at, buzzes = [] } = hall.staff.get(duty.staffId) ?? {}
  return { ...hall, staff: withEntry(hall.staff, duty.staffId, { ...duty, since, buzzes }) }
}
