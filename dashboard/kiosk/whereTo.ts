/** Where somebody goes with a number: the seats, the floor, and the windows that may call it. */
import type { Site, SitePlace, SiteZone } from '#contracts/site.ts'
import type { Floor } from '#contracts/siteFloors.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export interface WhereTo {
  readonly zone?: SiteZone
  readonly floor?: Floor
  /** What is written above the windows: those open for it now, or all that can do it while none is. */
  readonly labels: readonly string[]
}

const floorOf = (site: Site, floorId: string | undefined): Floor | undefined =>
  site.floors.find((floor) => floor.floorId === floorId)

export const whereTo = (site: Site, desks: Iterable<ServiceWindow>, serviceId: string): WhereTo => {
  const able = site.windows.filter(({ serviceIds }) => serviceIds.some((id) => id === serviceId))
  const serving = new Set(
    [...desks].flatMap(({ state, serviceIds, windowId }) =>
      state !== 'closed' && serviceIds.some((id) => id === serviceId) ? windowId : [],
    ),
  )
  const now = able.filter(({ windowId }) => serving.has(windowId))
  const windows = now.length > 0 ? now : able
  const zoneId = site.services.find((service) => service.serviceId === serviceId)?.zoneId
  const zone = site.zones.find((one) => one.zoneId === zoneId)
  const floor = floorOf(site, zone?.floorId ?? windows[0]?.place.floorId)
  return { ...(zone && { zone }), ...(floor && { floor }), labels: windows.map(({ label }) => label) }
}

/** Where people help: the guide desk, if the site has one. */
export const guideDesk = (site: Site): { desk: SitePlace; floor?: Floor } | undefined => {
  const desk = site.places.find(({ kind }) => kind === 'guideDesk')
  const floor = floorOf(site, desk?.place.floorId)
  return desk && { desk, ...(floor && { floor }) }
}
