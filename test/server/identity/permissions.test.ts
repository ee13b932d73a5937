import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '#server/identity/permissions.ts'
import { type Role, roles } from '#server/identity/roles.ts'
import { keyOf } from '#server/routes/route.ts'
import { routes } from '#server/routes/table.ts'
import { asDevice, asPerson, BROWSER } from '../../support/identity.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'

/** What is no row of the table of routes. */
const BESIDE = [
  'GET /api/live',
  'GET /metrics',
  'GET /api/docs',
  'GET /api/openapi.json',
  'GET /api/session/oidc',
  'GET /api/session/oidc/callback',
]
const TICKET = '20261123-A001'
const ids: Record<string, string> = { ticketId: TICKET, windowId: 'W1', personId: 'S99', deviceId: 'wall-99' }

/** A path that can be asked for: its names may be of things that are not. */
const asked = (path: string): string => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? 'X1')

let house: OpenedHouse
interface Known {
  headers: Record<string, string>
  /** Of the floor staff. */
  staffId?: string
}
const badges: { role: Role; known: () => Promise<Known> }[] = []

beforeAll(async () => {
  house = await openHouse()
  const { identity } = house
  for (const role of ['staff', 'clerk', 'manager', 'admin', 'auditor'] as const)
    badges.push({
      role,
      known: async () => {
        const { headers, personId: staffId } = await asPerson(identity, role)
        return { headers, staffId }
      },
    })
  for (const kind of ['wall', 'queue', 'kiosk', 'tablet'] as const)
    badges.push({ role: kind, known: () => asDevice(identity, { kind }) })
  for (const kind of ['window', 'rating'] as const)
    badges.push({ role: kind, known: () => asDevice(identity, { kind, place: 'W1' }) })
  const secret = identity.ticketSecret(TICKET)
  badges.push({ role: 'ticketHolder', known: async () => ({ headers: { ...BROWSER, 'x-ticket-secret': secret } }) })
  badges.push({ role: 'program', known: async () => ({ headers: {} }) })
  badges.push({ role: 'visitor', known: async () => ({ headers: BROWSER }) })
})
afterAll(() => house.close())

let addresses = 0
/** From another address of this box each time: somebody unknown is limited by it. */
const ask = (method: string, path: string, headers: Record<string, string>) => {
  addresses += 1
  const remoteAddress = `127.0.${addresses >> 8}.${addresses & 255}`
  const [body, type] = method === 'GET' ? [undefined, {}] : ['{}', { 'content-type': 'application/json' }]
  const request = { method, headers: { ...type, ...headers }, ...(body && { body }) }
  return house.app.request(asked(path), request, { incoming: { socket: { remoteAddress }, headers: {} } })
}

const isShut = async (method: string, path: string, headers: Record<string, string>): Promise<string | undefined> => {
  const answer = await ask(method, path, headers)
  if (answer.status !== 401 && answer.status !== 403) return undefined
  const { code } = await answer.json()
  return ['signInNeeded', 'notAllowed'].includes(code) ? code : undefined
}

describe('the table of permissions', () => {
  it('has one row for every route, and none for anything else', () => {
    expect(Object.keys(permissions).sort()).toEqual([...routes.map(keyOf), ...BESIDE].sort())
  })

  it('names every role that there is somewhere', () => {
    const named = new Set(Object.values(permissions).flatMap((permit) => (permit === 'everyone' ? [] : permit)))
    expect([...roles].filter((role) => role !== 'visitor' && !named.has(role))).toEqual([])
  })
})

describe('each role at each route', () => {
  it('comes in where its row says so, and nowhere else', async () => {
    const wrong: string[] = []
    for (const { role, known } of badges)
      for (const { method, path } of [...routes, { method: 'get', path: '/metrics' }]) {
        const key = `${method.toUpperCase()} ${path}`
        const permit = permissions[key]
        /** A ticket's secret is nothing beyond its ticket. */
        const isKnown = role === 'ticketHolder' ? path.includes(':ticketId') : role !== 'visitor'
        const may = permit === 'everyone' || (isKnown && permit?.includes(role))
        const expected = may ? undefined : isKnown ? 'notAllowed' : 'signInNeeded'
        /** Known anew each time: one route ends the session that asks. */
        const { headers, staffId = 'X1' } = await known()
        const told = await isShut(method.toUpperCase(), path.replace(':staffId', staffId), headers)
        if (told !== expected) wrong.push(`${role} at ${key}: ${told ?? 'let in'}, not ${expected ?? 'let in'}`)
      }
    expect(wrong).toEqual([])
  })

  it('counts together with the others of the same browser', async () => {
    const [wall, desk] = [
      await asDevice(house.identity, { kind: 'wall' }),
      await asDevice(house.identity, { kind: 'window', place: 'W1' }),
    ]
    const both = { ...BROWSER, cookie: `__Host-devices=${wall.token}.${desk.token}` }
    expect(await isShut('GET', '/api/hall', both)).toBeUndefined()
    expect(await isShut('POST', '/api/windows/:windowId/open', both)).toBeUndefined()
  })
})
