/** At the door: who asks, whether they may and may now, and what of it goes into the register. */
import type { Context } from 'hono'
import type { House } from '../house.ts'
import { type Answer, no, yes } from '../routes/route.ts'
import type { Badge } from './badge.ts'
import { bearingOf } from './bearing.ts'
import { permitted } from './permissions.ts'
import { type Placed, standing } from './standing.ts'
import { type Who, whoIs } from './who.ts'

/** Looks by these take part in no one's being there: pages ask by themselves. */
const BY_ITSELF = 'GET /api/session'

/** Deeds of identity, looks through cameras, and what changes how the hall is described; and every export. */
const REGISTERED = /^(?!GET )\w+ \/api\/(session|people|devices|site$|cameras)/
/** Asked again and again by screens, it changes nothing that anybody answers for. */
const UNREGISTERED = ['POST /api/devices/ask', 'POST /api/site/check']

const subjectOf = (params: Record<string, string>): string => Object.values(params).join(' ')

/** `key` as `POST /api/tickets`. */
export const admit = async (house: House, c: Context, key: string): Promise<Answer<Who>> => {
  const { identity } = house
  const bearing = bearingOf(c)
  const params = c.req.param()
  const badges = identity.badgesOf(bearing, params.ticketId)
  const permit = permitted(key, badges)
  const badge = permit.ok ? permit.badge : badges[0]
  const address = bearing.address ?? ''
  const seconds = await identity.limits.waitFor({ route: key, method: c.req.method, badge, address })
  if (seconds !== undefined) return no({ code: 'tooMany', seconds })
  if (!permit.ok) {
    noteRefusal(house, c, { key, badge, address, code: permit.complaint.code })
    return permit
  }
  if (badge?.role !== undefined && key !== BY_ITSELF) identity.sessions.touch(badge.key)
  return yes(whoIs(badge, badges, bearing))
}

/** Once it is known what is asked for: whether whoever asks stands where that is done. */
export const place = (house: House, c: Context, key: string, asked: { who: Who; body: object }): Answer<Placed> => {
  const { who, body } = asked
  const placed = standing(house, key, who, { ...body, ...c.req.param() })
  if (placed.ok) return placed
  const address = who.bearing.address ?? ''
  noteRefusal(house, c, { key, badge: who.badge, address, code: placed.complaint.code })
  return placed
}

const noteRefusal = (
  { identity }: House,
  c: Context,
  { key, badge, address, code }: { key: string; badge: Badge | undefined; address: string; code: string },
): void => {
  if (!badge || key.startsWith('GET ')) return
  const { by, role } = badge
  identity.audit.note({ by, role, what: key, subject: subjectOf(c.req.param()), address, outcome: code })
}

const isExport = (response: Response): boolean => response.headers.get('content-type')?.startsWith('text/csv') ?? false

/** Waiting to be approved, over and over, is no deed. */
const isWaiting = (answer: Answer<object>): boolean => answer.ok && Reflect.get(answer.body, 'state') === 'waiting'

/** Whom it was about, where the path does not say: who signed in, what was paired. */
const aboutOf = (answer: Answer<object>): string => {
  if (!answer.ok) return ''
  const about = Object.values(answer.body).find((one) => typeof one === 'object' && one !== null)
  const names = ['by', 'deviceId', 'personId'].map((name) => (about ? Reflect.get(about, name) : undefined))
  return String(names.find((name) => typeof name === 'string') ?? '')
}

export const noteDeed = (
  { identity }: House,
  c: Context,
  done: { key: string; who: Who; answer: Answer<object>; response: Response },
): void => {
  const { key, who, answer, response } = done
  const isDeed = REGISTERED.test(key) && !UNREGISTERED.includes(key) && !isWaiting(answer)
  if (!isDeed && !isExport(response)) return
  identity.audit.note({
    by: who.badge?.by ?? '',
    role: who.badge?.role ?? 'visitor',
    what: key,
    subject: subjectOf(c.req.param()) || aboutOf(answer),
    address: who.bearing.address ?? '',
    outcome: answer.ok ? 'done' : answer.complaint.code,
  })
}
