/** Several visitors of one service who did not come when they were called, in a short time: somebody should look for them. */
import { MINUTE } from '#contracts/durations.ts'
import type { EventOf, HallEvent } from '#contracts/facts.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { nextService } from '#contracts/visit.ts'
import type { HallState } from '../state.ts'
import { alertsBy, isOpen, nextId } from './alerts.ts'

type Missed = Extract<Ticket, { state: 'missed' }>

export const watchNoShows = (hall: HallState, at: Instant, offset: number): HallEvent[] => {
  const byService = missedLately(hall, at)
  const known = alertsBy(hall, 'noShows')
  const over = known.filter((alert) => isOpen(alert) && !byService.has(alert.source.serviceId))
  const fresh = [...byService].flatMap(([serviceId, tickets]) => {
    const before = known.filter(({ source }) => source.serviceId === serviceId)
    if (before.some(isOpen)) return []
    const seenUntil = Math.max(0, ...before.map(({ endedAt = at }) => endedAt))
    const unseen = tickets.filter(({ finishedAt }) => finishedAt > seenUntil)
    return unseen.length < hall.site.care.noShows.count ? [] : [{ serviceId, unseen }]
  })
  return [
    ...over.map(({ alertId }) => ({ type: 'alertEnded' as const, alertId, how: 'over' as const })),
    ...fresh.map(({ serviceId, unseen }, i) => asked(serviceId, unseen, hall, offset + i)),
  ]
}

/** Whoever has come back since does not count. */
const missedLately = (hall: HallState, at: Instant): Map<ServiceId, Missed[]> => {
  const after = at - hall.site.care.noShows.withinMinutes * MINUTE
  const missed = new Map<ServiceId, Missed[]>()
  for (const ticket of [...hall.tickets.values(), ...hall.gone]) {
    if (ticket.state !== 'missed' || ticket.finishedAt <= after) continue
    const serviceId = nextService(ticket)
    if (serviceId) missed.set(serviceId, [...(missed.get(serviceId) ?? []), ticket])
  }
  return missed
}

const asked = (
  serviceId: ServiceId,
  unseen: readonly Missed[],
  hall: HallState,
  offset: number,
): EventOf<'helpAsked'> => {
  const [windowId, ...others] = new Set(unseen.map((ticket) => ticket.windowId))
  const zoneId = hall.paper.services.get(serviceId)?.zoneId
  return {
    type: 'helpAsked',
    alertId: nextId(hall, offset),
    source: { by: 'noShows', serviceId, count: unseen.length, ...(windowId && others.length === 0 && { windowId }) },
    ...(zoneId && { zoneId }),
    since: Math.min(...unseen.map(({ finishedAt }) => finishedAt)),
  }
}
