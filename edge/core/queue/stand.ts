/** From which queues a window calls: worked out when its services are set, and not each time it calls. */
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Paper } from '../paper.ts'
import { LANES, queueOfService, queueOfWindow } from './line.ts'

/** One queue that a window calls from: a lane of one of its services, or of those who wait for this window alone. */
export interface Source {
  queue: number
  kind: 'own' | 'help' | 'sent'
  /** None where visitors are sent to this window, whatever for. */
  serviceId?: ServiceId
  /** The first queue of the same people; those of their other lanes follow. */
  first: number
  usualMinutes: number
}

/** A window as turn-taking sees it. */
export type Stand = readonly Source[]

/** Nobody else will ever call whoever is sent to one window: they count as if nothing were done sooner. */
const SENT_MINUTES = 1

export const standOf = (paper: Paper, windowId: WindowId, serviceIds: readonly ServiceId[]): Stand => {
  const desk = paper.windows.get(windowId)
  const here = queueOfWindow(paper, desk?.index ?? 0, 'priority')
  const stand = lanesFrom(here).map(
    (queue): Source => ({ queue, kind: 'sent', first: here, usualMinutes: SENT_MINUTES }),
  )
  for (const serviceId of serviceIds) {
    const service = paper.services.get(serviceId)
    if (!service) continue
    const first = queueOfService(service.index, 'priority')
    const kind = desk?.helpIds.includes(serviceId) ? 'help' : 'own'
    const { usualMinutes } = service
    stand.push(...lanesFrom(first).map((queue): Source => ({ queue, kind, serviceId, first, usualMinutes })))
  }
  return stand
}

const lanesFrom = (first: number): number[] => LANES.map((_, lane) => first + lane)
