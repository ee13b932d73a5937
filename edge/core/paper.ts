/** The site looked up by name, and the chances by which it is rolled forward: worked out once. */
import type { ServiceId, WindowId } from '#contracts/ids.ts'
import type { Site, SiteService, SiteWindow } from '#contracts/site.ts'
import { type Chances, createChances } from './forecast/chances.ts'

export interface PaperService extends SiteService {
  /** Its place in the site file. */
  readonly index: number
}

export interface PaperWindow extends SiteWindow {
  readonly index: number
}

export interface Paper {
  readonly chances: Chances
  readonly services: ReadonlyMap<ServiceId, PaperService>
  readonly windows: ReadonlyMap<WindowId, PaperWindow>
}

export const paperOf = ({ services, windows }: Site): Paper => ({
  chances: createChances(),
  services: new Map(services.map((service, index) => [service.serviceId, { ...service, index }])),
  windows: new Map(windows.map((desk, index) => [desk.windowId, { ...desk, index }])),
})
