import { TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { createGuessing } from '#server/identity/guessing.ts'
import { asPerson, BROWSER } from '../../support/identity.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'

const PASSWORD = 'a long enough one'
let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const tell = async (method: string, path: string, body?: object, headers: Record<string, string> = BROWSER) => {
  const answer = await house.ask(method, path, body, headers)
  return {
    status: answer.status,
    cookie: String(answer.headers.get('set-cookie')?.split(';')[0]),
    ...(await answer.json()),
  }
}
const signIn = (name: string, code?: string, password = PASSWORD) =>
  tell('POST', '/api/session', { name, password, ...(code && { code }) })
const hire = (name: string, role: 'manager' | 'admin' | 'clerk') =>
  house.identity.people.add({ name, displayName: `A ${role}`, role, password: PASSWORD })
const known = (cookie: string) => ({ ...BROWSER, cookie })

describe('signing in', () => {
  it('gives a session that ends after half an hour of nothing', async () => {
    await hire('li', 'manager')
    const { status, who, cookie } = await signIn('Li')
    expect([status, who]).toEqual([201, { role: 'manager', by: 'S1', name: 'A manager' }])
    expect(await tell('GET', '/api/session', undefined, known(cookie))).toMatchObject({
      badges: [{ role: 'manager', by: 'S1', name: 'A manager' }],
      pages: expect.arrayContaining(['manage', 'window']),
    })
    house.clock.advance(29 * MINUTE)
    expect((await tell('GET', '/api/hall', undefined, known(cookie))).status).toBe(200)
    house.clock.advance(29 * MINUTE)
    expect((await tell('GET', '/api/hall', undefined, known(cookie))).status).toBe(200)
    house.clock.advance(30 * MINUTE)
    expect((await tell('GET', '/api/hall', undefined, known(cookie))).status).toBe(401)
  })

  it('says the same of a wrong name and a wrong password', async () => {
    await hire('li', 'clerk')
    const [name, password] = [await signIn('wang'), await signIn('li', undefined, 'not this one')]
    expect(name).toEqual(password)
    expect(name).toMatchObject({ status: 401, code: 'signInWrong' })
  })

  it('has an admin set an authenticator up first, and takes none of its codes twice', async () => {
    await hire('chen', 'admin')
    const { status, code, secret } = await signIn('chen')
    expect([status, code]).toEqual([401, 'totpToEnrol'])
    const now = () => new TOTP({ secret }).generate({ timestamp: house.clock.now() })
    expect((await signIn('chen', '000000')).code).toBe('signInWrong')
    expect((await signIn('chen', now())).status).toBe(201)
    expect((await signIn('chen')).code).toBe('codeNeeded')
    expect((await signIn('chen', now())).code).toBe('signInWrong')
    house.clock.advance(MINUTE)
    expect((await signIn('chen', now())).status).toBe(201)
  })

  it('is refused where somebody on the way could read along', async () => {
    const answer = await house.ask('POST', 'http://hall.test/api/session', { name: 'li', password: PASSWORD }, BROWSER)
    expect(await answer.json()).toMatchObject({ status: 403, code: 'secureLineNeeded' })
  })

  it('by a printed link works once', async () => {
    const admin = await hire('admin', 'admin')
    const code = house.identity.pairings.offerEntry(admin?.personId ?? '')
    expect(await tell('POST', '/api/session/enter', { code })).toMatchObject({ status: 201, who: { role: 'admin' } })
    expect((await tell('POST', '/api/session/enter', { code })).code).toBe('codeUnknown')
  })
})

describe('guessing', () => {
  it('takes longer each time, and no more than eight wait', async () => {
    const rests: number[] = []
    const guessing = createGuessing(async (ms) => rests.push(ms))
    for (let guess = 0; guess < 7; guess++) await guessing.guess('li', async () => undefined)
    expect(rests).toEqual([100, 200, 400, 800, 1_600, 3_200, 3_200])
    const many = Array.from({ length: 20 }, () => guessing.guess('li', async () => undefined))
    expect((await Promise.all(many)).filter((one) => one === undefined)).toHaveLength(12)
    expect(await guessing.guess('li', async () => 'right')).toEqual({ right: 'right' })
  })
})

describe('an admin', () => {
  it('shuts somebody out, and their sessions end with it', async () => {
    const admin = await asPerson(house.identity, 'admin')
    const hired = { name: 'zhao', role: 'clerk', password: PASSWORD }
    const { person } = await tell('POST', '/api/people', hired, admin.headers)
    expect((await tell('POST', '/api/people', hired, admin.headers)).code).toBe('nameTaken')
    const { cookie } = await signIn('zhao')
    const changed = await tell('PUT', `/api/people/${person.personId}`, { disabled: true }, admin.headers)
    expect(changed.person).toMatchObject({ disabled: true, sessions: 0 })
    expect((await tell('GET', '/api/hall', undefined, known(cookie))).status).toBe(401)
    expect((await signIn('zhao')).code).toBe('signInWrong')
  })

  it('cannot shut the last admin out, and is in the register with all that was done', async () => {
    const admin = await asPerson(house.identity, 'admin')
    const path = `/api/people/${admin.personId}`
    expect((await tell('PUT', path, { disabled: true }, admin.headers)).code).toBe('lastAdmin')
    await tell('PUT', path, { displayName: 'Chen' }, admin.headers)
    const { entries, brokenAt } = await tell(
      'GET',
      '/api/audit?from=2026-11-23&to=2026-11-23',
      undefined,
      admin.headers,
    )
    expect(entries.map(({ deed, outcome }: Record<string, string>) => [deed, outcome])).toEqual([
      ['PUT /api/people/:personId', 'lastAdmin'],
      ['PUT /api/people/:personId', 'done'],
    ])
    expect(brokenAt).toBeUndefined()
  })
})

describe('the holder of a ticket', () => {
  it('gives it back with its secret, and no other', async () => {
    const take = async () => (await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })).json()
    const [mine, other] = [await take(), await take()]
    const holder = { ...BROWSER, 'x-ticket-secret': mine.secret }
    const path = ({ ticket }: { ticket: { ticketId: string } }) => `/api/tickets/${ticket.ticketId}`
    expect((await tell('GET', path(other))).status).toBe(200)
    expect((await tell('GET', path(other))).secret).toBeUndefined()
    expect((await tell('POST', `${path(mine)}/cancel`, {})).status).toBe(401)
    expect((await tell('POST', `${path(other)}/cancel`, {}, holder)).status).toBe(401)
    expect((await tell('POST', `${path(mine)}/cancel`, {}, holder)).status).toBe(200)
  })
})
