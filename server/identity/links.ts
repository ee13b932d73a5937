/** Links that open each screen of a hall at once: each carries a code that works one time. */
import type { Site } from '#contracts/site.ts'
import type { DeviceWish } from './devices.ts'
import type { Identity } from './identity.ts'
import { ADMIN_NAME } from './people.ts'

const screensOf = (site: Site): [string, DeviceWish][] => {
  const first = site.windows[0]?.windowId
  return [
    ['/wall', { kind: 'wall' }],
    ['/queue', { kind: 'queue' }],
    ['/kiosk', { kind: 'kiosk', place: site.kiosks[0]?.kioskId }],
    ...(first
      ? ([
          [`/window/${first}`, { kind: 'window', place: first }],
          [`/rate/${first}`, { kind: 'rating', place: first }],
        ] satisfies [string, DeviceWish][])
      : []),
    ['/staff', { kind: 'tablet' }],
  ]
}

/** Paths with a query; they last until they are used, or the process ends. */
export const linksTo = (site: Site, { pairings, people }: Identity): string[] => {
  const admin = people.named(ADMIN_NAME)
  return [
    ...screensOf(site).map(([path, wish]) => `${path}?pair=${pairings.offer(wish).code}`),
    ...(admin ? [`/manage?enter=${pairings.offerEntry(admin.personId)}`] : []),
  ]
}

/** Nothing has been paired, and nobody but the admin has an account. */
export const isUntouched = ({ devices, people }: Identity): boolean =>
  devices.all().length === 0 && people.all().length <= 1
