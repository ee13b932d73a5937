/** Who does a deed: the first badge that stands where it must, and of a tablet whoever it is in the hands of. */
import type { House } from '../house.ts'
import { type Answer, yes } from '../routes/route.ts'
import type { Badge } from './badge.ts'
import { permitted } from './permissions.ts'
import { type Asked, isInPlace, OF_STAFF } from './places.ts'
import { type Who, whoIs } from './who.ts'

export interface Placed {
  who: Who
  /** As it came, with what whoever asks is paired as, or has in hand. */
  asked: Asked
}

/** What is done under the name of a kiosk. */
const AS_KIOSK = /\/print$|^POST \/api\/numbers\/lease$/

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
  const isSaid = ofStaff && badge.role === 'tablet' && typeof inHands.staffId === 'string'
  const by = isSaid ? String(inHands.staffId) : actor
  const isPlaced = badge.role === 'kiosk' && badge.place !== undefined && AS_KIOSK.test(key)
  return yes({
    who: whoIs({ ...badge, by }, who.badges, who.bearing),
    asked: { ...(isPlaced && { kioskId: badge.place }), ...inHands },
  })
}
