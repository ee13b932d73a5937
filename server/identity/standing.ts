/** Where whoever asks stands: a pad at its window, a kiosk as itself, a tablet in somebody's hands. */
import type { House } from '../house.ts'
import { type Answer, yes } from '../routes/route.ts'
import type { Badge } from './badge.ts'
import { permitted } from './permissions.ts'
import { type Who, whoIs } from './who.ts'

type Asked = Record<string, unknown>

export interface Placed {
  who: Who
  /** As it came, with what whoever asks is paired as, or has in hand. */
  asked: Asked
}

/** Deeds of floor staff: each is somebody's. */
const OF_STAFF = /^POST \/api\/(alerts|cards|staff)\//

/** What is done under the name of a kiosk. */
const AS_KIOSK = /\/print$|^POST \/api\/numbers\/lease$/

const field = (asked: unknown, name: string): unknown =>
  typeof asked === 'object' && asked !== null ? Reflect.get(asked, name) : undefined

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

const isInPlace = (house: House, key: string, asked: Asked, badge: Badge): boolean => {
  switch (badge.role) {
    case 'window':
    case 'rating':
      return !key.includes('/:windowId') || badge.place === asked.windowId
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

/** Who goes by this badge: of a tablet whoever is on duty with it, or else the tablet itself. */
export const actorOf = ({ role, by }: Badge, { mirror }: House): string =>
  role === 'tablet' ? (mirror.all('staff').find(({ staff }) => staff.tabletId === by)?.staff.staffId ?? by) : by

/** Whose number is said answers for it, before anybody who may act for all. */
const inOrder = ({ badges }: Who, staffId: unknown, house: House): Badge[] => {
  const isTheirs = (badge: Badge) => actorOf(badge, house) === staffId
  return [...badges.filter(isTheirs), ...badges.filter((badge) => !isTheirs(badge))]
}

/** The tablet that somebody goes on duty with is the one they press it on, whoever has signed in there. */
const tabletOf = (key: string, { role, by }: Badge, badges: readonly Badge[]): string | undefined => {
  if (key === 'POST /api/staff/:staffId/duty') return badges.find((badge) => badge.role === 'tablet')?.by
  return role === 'tablet' || role === 'staff' ? by : undefined
}

/** `asked` is path and body as they came; comes back with who does it, and in whose hands the tablet is. */
export const standing = (house: House, key: string, who: Who, asked: Asked): Answer<Placed> => {
  const ofStaff = OF_STAFF.test(key)
  const badges = ofStaff ? inOrder(who, asked.staffId, house) : who.badges
  const permit = permitted(key, badges, (badge) => isInPlace(house, key, asked, badge))
  if (!permit.ok) return permit
  const { badge } = permit
  const { tabletId: _, ...said } = asked
  if (!badge) return yes({ who, asked: said })
  const actor = actorOf(badge, house)
  const tabletId = ofStaff ? tabletOf(key, badge, who.badges) : undefined
  const inHands = tabletId !== undefined ? { staffId: actor, ...said, tabletId } : said
  const by = badge.role === 'tablet' && typeof inHands.staffId === 'string' ? inHands.staffId : actor
  const isPlaced = badge.role === 'kiosk' && badge.place !== undefined && AS_KIOSK.test(key)
  return yes({
    who: whoIs({ ...badge, by }, who.badges, who.bearing),
    asked: { ...(isPlaced && { kioskId: badge.place }), ...inHands },
  })
}
