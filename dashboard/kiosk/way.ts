/** The way of one ticket for several services: which windows do what, in the order in which they are visited. */
import type { Site } from '#contracts/site.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export interface Stop {
  /** Done one after the other at the same window, whichever of these it is. */
  readonly serviceIds: readonly string[]
  /** What is written above the windows. */
  readonly labels: readonly string[]
}

export interface Way {
  readonly stops: readonly Stop[]
  /** Windows that do all of it, while others lead on from window to window. */
  readonly atOnce: readonly string[]
}

interface Able {
  readonly label: string
  readonly serviceIds: readonly string[]
}

/** The windows that do a service now, or all that can while none does. */
const windowsFor = (site: Site, desks: readonly ServiceWindow[], serviceId: string): readonly Able[] => {
  const does = ({ serviceIds }: Able): boolean => serviceIds.some((id) => id === serviceId)
  const labels = new Map<string, string>(site.windows.map(({ windowId, label }) => [windowId, label]))
  const open = desks.flatMap(({ windowId, state, serviceIds }) =>
    state === 'closed' ? [] : [{ label: labels.get(windowId) ?? windowId, serviceIds }],
  )
  const now = open.filter(does)
  return now.length > 0 ? now : site.windows.filter(does)
}

/** How many of the services, from the first on, a window does. */
const reach = ({ serviceIds }: Able, wanted: readonly string[]): number => {
  const does = new Set<string>(serviceIds)
  const beyond = wanted.findIndex((serviceId) => !does.has(serviceId))
  return beyond < 0 ? wanted.length : beyond
}

/** A stop holds what each of its windows does, so that it is true whichever of them calls. */
export const wayThrough = (site: Site, desks: readonly ServiceWindow[], serviceIds: readonly string[]): Way => {
  const stops: Stop[] = []
  for (let left = serviceIds; left[0] !== undefined; ) {
    const windows = windowsFor(site, desks, left[0])
    const together = Math.max(1, Math.min(...windows.map((able) => reach(able, left))))
    stops.push({ serviceIds: left.slice(0, together), labels: windows.map(({ label }) => label) })
    left = left.slice(together)
  }
  const first = windowsFor(site, desks, serviceIds[0] ?? '')
  const all = first.filter((able) => reach(able, serviceIds) === serviceIds.length).map(({ label }) => label)
  return { stops, atOnce: stops.length > 1 ? all : [] }
}
