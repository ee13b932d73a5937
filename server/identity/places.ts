/** Whether somebody stands where a deed is done: a pad at its window, a kiosk as itself, a tablet as no other. */
import type { House } from '../house.ts'
import type { Badge } from './badge.ts'

/** Path and body as they came. */
export type Asked = Record<string, unknown>

/** Deeds of floor staff: each is somebody's. */
export const OF_STAFF = /^POST \/api\/(alerts|cards|staff)\//
const OF_WINDOW = /\/:windowId\b/
const OF_TICKET = /^POST \/api\/tickets\/:ticketId\/(cancel|requeue|transfer|park|recall)$/
const OF_MISSION = /^POST \/api\/missions(\/|$)/

const field = (asked: unknown, name: string): unknown =>
  typeof asked === 'object' && asked !== null ? Reflect.get(asked, name) : undefined

/** The visitors of another window are called and sent on there, and its robots come and go as it says. */
const isAtWindow = ({ place }: Badge, key: string, asked: Asked, { mirror }: House): boolean => {
  if (OF_WINDOW.test(key)) return place === asked.windowId
  if (OF_TICKET.test(key)) {
    const ticket = mirror.record('ticket', String(asked.ticketId))?.ticket
    return (ticket?.state !== 'called' && ticket?.state !== 'serving') || ticket.windowId === place
  }
  if (!OF_MISSION.test(key)) return true
  const { from, to } = mirror.record('mission', String(asked.missionId))?.mission ?? asked
  return (from === undefined && to === undefined) || from === place || to === place
}

/** Paired as one, it is no other; paired as none in particular, it is none that the hall knows by name. */
const isItself = ({ place }: Badge, kioskId: unknown, { mirror, identity }: House): boolean => {
  if (kioskId === undefined) return true
  if (place !== undefined) return place === kioskId
  const named = mirror.all('site')[0]?.site.kiosks.some((kiosk) => kiosk.kioskId === kioskId) ?? false
  const paired = identity.devices
    .all()
    .some((device) => device.kind === 'kiosk' && device.place === kioskId && device.revokedAt === undefined)
  return !named && !paired
}

const isOneKiosk = (badge: Badge, asked: Asked, house: House): boolean =>
  [asked.kioskId, field(asked.leased, 'kioskId')].every((kioskId) => isItself(badge, kioskId, house))

const isOwnPrinter = ({ place }: Badge, printerId: unknown, { mirror }: House): boolean => {
  const own = mirror.all('site')[0]?.site.kiosks.find(({ kioskId }) => kioskId === place)?.printerId
  return printerId === undefined || printerId === own
}

/** Somebody may go on duty with any tablet, but no tablet is another. */
const isNoOtherTablet = ({ by }: Badge, staffId: unknown, { identity }: House): boolean =>
  staffId === by || !identity.devices.all().some(({ kind, deviceId }) => kind === 'tablet' && deviceId === staffId)

/** `key` as `POST /api/tickets`. */
export const isInPlace = (house: House, key: string, asked: Asked, badge: Badge): boolean => {
  switch (badge.role) {
    case 'window':
    case 'rating':
      return isAtWindow(badge, key, asked, house)
    case 'kiosk':
      return isOneKiosk(badge, asked, house) && isOwnPrinter(badge, asked.printerId, house)
    case 'tablet':
      if (OF_STAFF.test(key)) return isNoOtherTablet(badge, asked.staffId, house)
      return key.endsWith('/print') || isOneKiosk({ ...badge, place: badge.by }, asked, house)
    case 'staff':
      return !OF_STAFF.test(key) || asked.staffId === undefined || asked.staffId === badge.by
    default:
      return true
  }
}
