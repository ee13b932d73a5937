/** Who of the floor staff is on duty, in which role and where. */
import type { BeginDuty, EndDuty, MoveDuty } from '#contracts/careCommands.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import { accept, type Decision, refuse, unreachable } from '../decision.ts'
import { type HallState, withEntry, withoutEntry } from '../state.ts'
import { liveCards, withHelping } from './cards.ts'
import { givenBack } from './deeds.ts'

export type DutyEvent = Extract<HallEvent, { type: `staff${string}` }>

const hasZone = ({ site }: HallState, zoneId: string): boolean => site.zones.some((zone) => zone.zoneId === zoneId)

export const beginDuty = ({ staffId, role, zoneId }: BeginDuty, hall: HallState): Decision => {
  if (zoneId && !hasZone(hall, zoneId)) return refuse({ code: 'unknownZone', zoneId })
  const member = hall.staff.get(staffId)
  return member?.role === role && member.zoneId === zoneId
    ? accept()
    : accept({ type: 'staffOnDuty', staffId, role, ...(zoneId && { zoneId }) })
}

export const moveDuty = ({ staffId, zoneId }: MoveDuty, hall: HallState): Decision => {
  const member = hall.staff.get(staffId)
  if (!member) return refuse({ code: 'notOnDuty', staffId })
  if (!hasZone(hall, zoneId)) return refuse({ code: 'unknownZone', zoneId })
  return member.zoneId === zoneId ? accept() : accept({ type: 'staffMoved', staffId, zoneId })
}

export const endDuty = ({ staffId }: EndDuty, hall: HallState, at: Instant): Decision => {
  if (!hall.staff.has(staffId)) return accept()
  const left = liveCards(hall).filter(({ acceptedBy, count }) => acceptedBy === staffId && count > 0)
  return accept(...left.flatMap((card) => givenBack(card, hall, at)), { type: 'staffOffDuty', staffId })
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

const begun = (hall: HallState, at: Instant, { staffId, role, zoneId }: EventOf<'staffOnDuty'>): HallState => {
  const { since = at, buzzes = [] } = hall.staff.get(staffId) ?? {}
  return { ...hall, staff: withEntry(hall.staff, staffId, { staffId, role, ...(zoneId && { zoneId }), since, buzzes }) }
}
