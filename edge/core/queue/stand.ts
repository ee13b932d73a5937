/** From which queues a window calls: worked out when its services are set, and not each time it calls. */
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Paper } from '../paper.ts'
import { LANES, queueOfService, queueOfWindow } from './line.ts'

/** One queue that a window calls from: a lane of one of its services. */
export interface Source {
  queue: number
  serviceId: ServiceId
  /** The first queue of the service; those of its other lanes follow. */
  service: number
  /** The window only helps with this service. */
  helps: boolean
  usualMinutes: number
}

/** A window as turn-taking sees it. */
export interface Stand {
  sources: readonly Source[]
  /** The queue of those who wait for this window alone. */
  alone: number
}

export const standOf = (paper: Paper, windowId: WindowId, serviceIds: readonly ServiceId[]): Stand => {
  const desk = paper.windows.get(windowId)
  const sources: Source[] = []
  for (const serviceId of serviceIds) {
    const known = paper.services.get(serviceId)
    if (!known) continue
    const service = queueOfService(known.index, 'priority')
    const helps = desk?.helpIds.includes(serviceId) ?? false
    for (let lane = 0; lane < LANES.length; lane++)
      sources.push({ queue: service + lane, serviceId, service, helps, usualMinutes: known.usualMinutes })
  }
  return { sources, alone: queueOfWindow(paper, desk?.index ?? 0) }
}
