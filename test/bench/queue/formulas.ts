/** What other systems tell a visitor who comes now: the simple formulas that an estimate has to beat. */

import { MINUTE } from '#contracts/durations.ts'
import type { ServiceId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import { arrivalOf, nextService } from '#contracts/visit.ts'
import { everybody } from '#edge/core/queue/line.ts'
import type { HallState } from '#edge/core/state.ts'

/** Minutes, by the name of the formula. */
export type Guesses = Record<'position' | 'les' | 'zms', number>

const usualOf = ({ paper }: HallState, serviceId: ServiceId): number => paper.services.get(serviceId)?.usualMinutes ?? 0

/** Wait of the last visitor of the service who was called (LES); 0 before the first. */
const lastWait = ({ tickets, gone }: HallState, serviceId: ServiceId): number => {
  let calledAt: Instant = 0
  let waited = 0
  for (const ticket of [...tickets.values(), ...gone]) {
    if (!('calledAt' in ticket) || ticket.serviceIds[0] !== serviceId || ticket.calledAt < calledAt) continue
    calledAt = ticket.calledAt
    waited = ticket.calledAt - arrivalOf(ticket)
  }
  return waited / MINUTE
}

/**
 * `position`: position in the line of the service x its minutes / open windows that do it. `zms`: position in the line
 * of the hall x mean minutes of all visitors / open windows, whole minutes, as in Berlin and Munich.
 */
export const guessesFor = (serviceId: ServiceId, hall: HallState, meanMinutes: number): Guesses => {
  const line = everybody(hall.queues)
  const ahead = line.filter((ticket) => nextService(ticket) === serviceId).length
  const open = [...hall.windows.values()].filter(({ state }) => state === 'open')
  const capable = open.filter(({ serviceIds }) => serviceIds.includes(serviceId)).length
  return {
    position: ((ahead + 1) * usualOf(hall, serviceId)) / Math.max(1, capable),
    les: lastWait(hall, serviceId),
    zms: Math.floor(((line.length + 1) * meanMinutes) / Math.max(1, open.length)),
  }
}
