/** What a change at a window does: which services gain or lose an open window, and who waits for them. */
import type { Site } from '#contracts/site.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export type WindowDeed = 'open' | 'pause' | 'resume' | 'close'

export interface ServiceEffect {
  readonly serviceId: string
  readonly waiting: number
  /** Open windows that do it. */
  readonly before: number
  readonly after: number
}

export const deedsOf = (state: ServiceWindow['state']): readonly WindowDeed[] =>
  (({ closed: ['open'], open: ['pause', 'close'], paused: ['resume', 'close'] }) as const)[state]

/** What the window does after it: services of an open window, none of any other. */
export const servicesAfter = (counter: ServiceWindow, deed: WindowDeed, site: Site): readonly string[] => {
  if (deed === 'pause' || deed === 'close') return []
  if (deed === 'resume') return counter.serviceIds
  return site.windows.find(({ windowId }) => windowId === counter.windowId)?.serviceIds ?? []
}

/** Only services for which something changes; those that would be left without a window first, then by who waits. */
export const effectOf = (
  counters: readonly ServiceWindow[],
  windowId: string,
  after: readonly string[],
  waitingFor: (serviceId: string) => number,
): ServiceEffect[] => {
  const open = counters.filter(({ state }) => state === 'open')
  const own = open.find((counter) => counter.windowId === windowId)?.serviceIds ?? []
  const others = open.filter((counter) => counter.windowId !== windowId)
  const changed = [...new Set<string>([...own, ...after])].filter(
    (id) => own.some((one) => one === id) !== after.includes(id),
  )
  const urgency = ({ after: left, waiting }: ServiceEffect) => (left === 0 && waiting > 0 ? 1_000_000 : 0) + waiting
  return changed
    .map((serviceId) => {
      const elsewhere = others.filter(({ serviceIds }) => serviceIds.some((id) => id === serviceId)).length
      const does = (ids: readonly string[]) => elsewhere + (ids.includes(serviceId) ? 1 : 0)
      return { serviceId, waiting: waitingFor(serviceId), before: does(own), after: does(after) }
    })
    .sort((a, b) => urgency(b) - urgency(a))
}
