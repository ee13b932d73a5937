/** Tidal windows (潮汐窗口): opened when somebody has waited too long, given what the rush is for, and closed again behind it. */

import { MINUTE } from '#contracts/durations.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { ServiceId } from '#contracts/ids.ts'
import { spanAt } from '#contracts/opening.ts'
import type { WaitingTicket } from '#contracts/ticketLife.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf, nextService, waitedMinutes } from '#contracts/visit.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { LANES, queueOfService } from '../queue/line.ts'
import type { HallState } from '../state.ts'

interface Head {
  serviceId: ServiceId
  waitedMinutes: number
}

/** Whoever has waited longest for one of these services. */
export const longestFor = (hall: HallState, serviceIds: readonly ServiceId[], at: Instant): Head | undefined => {
  let first: WaitingTicket | undefined
  for (const serviceId of serviceIds) {
    const service = hall.paper.services.get(serviceId)
    for (const lane of LANES) {
      const ticket = service && hall.queues[queueOfService(service.index, lane)]?.[0]
      if (ticket && (!first || arrivalOf(ticket) < arrivalOf(first))) first = ticket
    }
  }
  const serviceId = first && nextService(first)
  return first && serviceId ? { serviceId, waitedMinutes: waitedMinutes(first, at) } : undefined
}

const skillsOf = (hall: HallState, { windowId }: ServiceWindow): readonly ServiceId[] =>
  hall.paper.windows.get(windowId)?.serviceIds ?? []

/**
 * What the tide asks for at this moment: one window at a time. With a gap between opening and closing, and a least time
 * open, no window flaps. Called once a second; nothing unless the site lets the hall do it by itself.
 */
export const turnOfTide = (hall: HallState, at: Instant): HallEvent[] => {
  const { tidal } = hall.site.queue
  if (tidal.mode !== 'automatic') return []
  const desks = hall.site.windows.flatMap(({ windowId, tidal: moves }) =>
    moves ? (hall.windows.get(windowId) ?? []) : [],
  )
  const risen = desks.filter(({ tide, state }) => tide && state === 'open')
  const ebbing = risen.find((desk) => mayClose(hall, desk, at))
  if (ebbing) return [{ type: 'windowClosed', windowId: ebbing.windowId, tide: true }]
  if (risen.some(({ since }) => at - since < tidal.apartMinutes * MINUTE) || !isOpenNow(hall, at)) return []
  return rising(hall, desks, at)
}

const mayClose = (hall: HallState, desk: ServiceWindow, at: Instant): boolean => {
  const { leastOpenMinutes, closeBelowMinutes } = hall.site.queue.tidal
  const longest = longestFor(hall, skillsOf(hall, desk), at)?.waitedMinutes ?? 0
  return desk.ticketId === undefined && at - desk.since >= leastOpenMinutes * MINUTE && longest <= closeBelowMinutes
}

/** A closed window that can serve whoever has waited too long; or one risen before, which is given that service too. */
const rising = (hall: HallState, desks: readonly ServiceWindow[], at: Instant): HallEvent[] => {
  for (const desk of desks) {
    const skills = skillsOf(hall, desk)
    const head = longestFor(hall, skills, at)
    if (!head || head.waitedMinutes < hall.site.queue.tidal.openAfterMinutes) continue
    const { windowId, state, tide, serviceIds } = desk
    if (state === 'closed') return [{ type: 'windowOpened', windowId, serviceIds: [...skills], tide: head }]
    if (tide && !serviceIds.includes(head.serviceId))
      return [{ type: 'windowServicesSet', windowId, serviceIds: [...skills], tide: head }]
  }
  return []
}

/** Nobody is called to a hall that is closed. */
export const isOpenNow = ({ day, site }: HallState, at: Instant): boolean =>
  site.queue.outsideHours === 'accept' || spanAt(day?.open ?? [], at) !== undefined
