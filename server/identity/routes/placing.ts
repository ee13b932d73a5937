/** What is wrong with the place that a device is to stand at. */
import type { House } from '../../house.ts'
import type { Flaw } from '../../problems/objections.ts'
import type { DeviceWish } from '../devices.ts'
import type { DeviceKind } from '../roles.ts'

const flaw = (message: string): Flaw[] => [{ path: 'place', message }]

/** Where one of these stands must be one of these; undefined where the site does not say, or it does not matter. */
const placesFor = (kind: DeviceKind, { mirror }: House): string[] | undefined => {
  const site = mirror.all('site')[0]?.site
  if (!site) return undefined
  switch (kind) {
    case 'window':
    case 'rating':
      return site.windows.map(({ windowId }) => windowId)
    case 'camera':
      return site.cameras.map(({ cameraId }) => cameraId)
    case 'robot':
      return site.robots.map(({ robotId }) => robotId)
    case 'lift':
      return site.lifts.map(({ liftId }) => liftId)
    case 'door':
      return site.doors.map(({ doorId }) => doorId)
    default:
      return undefined
  }
}

export const flawsOf = (house: House, { kind, place }: DeviceWish): Flaw[] => {
  const places = placesFor(kind, house)
  if (!places) return []
  if (place === undefined) return flaw(`the id of the ${kind}, such as ${places[0] ?? 'W1'}`)
  return places.includes(place) ? [] : flaw(`the site has no such ${kind}: ${places.slice(0, 12).join(', ')}`)
}
