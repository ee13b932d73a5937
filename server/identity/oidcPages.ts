/** The way to the organisation's own sign-in and back: two redirects of the browser. */
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { refused } from '../door.ts'
import type { House } from '../house.ts'
import { admit } from './admitting.ts'
import type { Stranger } from './oidc.ts'
import { OUTSIDE, type People } from './people.ts'
import { letIn } from './routes/sessions.ts'
import type { Person } from './store.ts'

const STATE = '__Host-oidc'
const LIFE_SECONDS = 600

const OWN = 'http://hall.invalid'
const HOME = '/manage'

/** Only to a page of our own, read as a browser reads it: it drops tabs and line ends, and takes `\` for `/`. */
export const ownPath = (next: string | undefined): string => {
  if (!next || !URL.canParse(next, OWN)) return HOME
  const { origin, pathname, search, hash } = new URL(next, OWN)
  return origin === OWN && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : HOME
}

/**
 * Their role is what the organisation says each time; a name of our own is never taken over. The last admin stays one,
 * until there is another.
 */
export const personOf = async (people: People, stranger: Stranger): Promise<Person | undefined> => {
  const { subject, displayName, role } = stranger
  const name = `${OUTSIDE}${subject}`
  const known = people.named(name)
  if (!known) return people.add({ name, displayName, role })
  if (known.disabled) return undefined
  const stays = role !== 'admin' && people.isLastAdmin(known.personId)
  return people.change(known.personId, { displayName, ...(!stays && { role }) })
}

export const createOidcPages = (house: House): Hono => {
  const { identity } = house
  const { oidc } = identity

  const begin = async (c: Context): Promise<Response> => {
    const admitted = await admit(house, c, 'GET /api/session/oidc')
    if (!admitted.ok) return refused(c, admitted.complaint)
    if (!oidc) return refused(c, { code: 'noOidc' })
    if (!admitted.body.bearing.isSecure) return refused(c, { code: 'secureLineNeeded' })
    const redirectUri = new URL('/api/session/oidc/callback', c.req.url).href
    try {
      const { url, state } = await oidc.begin({ redirectUri, next: ownPath(c.req.query('next')) })
      setCookie(c, STATE, state, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: LIFE_SECONDS })
      return c.redirect(url)
    } catch (error) {
      house.log.warn({ error }, 'the organisation’s sign-in does not answer')
      return refused(c, { code: 'oidcAway' })
    }
  }

  const finish = async (c: Context): Promise<Response> => {
    const what = 'GET /api/session/oidc/callback'
    const admitted = await admit(house, c, what)
    if (!admitted.ok) return refused(c, admitted.complaint)
    const state = getCookie(c, STATE)
    const finished = await oidc?.finish(new URL(c.req.url), c.req.query('state') === state ? state : undefined)
    const person = finished && (await personOf(identity.people, finished.stranger))
    const address = admitted.body.bearing.address ?? ''
    const entered = person?.role === finished?.stranger.role ? 'done' : 'lastAdmin'
    const outcome = person ? entered : 'oidcRefused'
    identity.audit.note({ by: '', role: 'visitor', what, subject: person?.personId ?? '', address, outcome })
    if (!person || !finished) return refused(c, { code: 'oidcRefused' })
    c.header('set-cookie', await letIn(house, person, admitted.body), { append: true })
    return c.redirect(finished.next)
  }

  return new Hono().get('/session/oidc', begin).get('/session/oidc/callback', finish)
}
