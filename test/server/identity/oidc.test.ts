import { OAuth2Server } from 'oauth2-mock-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOidc, type Oidc } from '#server/identity/oidc.ts'
import { ownPath, personOf } from '#server/identity/oidcPages.ts'
import type { PersonRole } from '#server/identity/roles.ts'
import { handClock } from '../../support/clock.ts'
import { NINE } from '../../support/given.ts'
import { asPerson, openTestIdentity } from '../../support/identity.ts'
import { keptLog } from '../../support/log.ts'

const CALLBACK = 'http://127.0.0.1:8080/api/session/oidc/callback'
let issuer: OAuth2Server
let oidc: Oidc
let role: unknown

beforeEach(async () => {
  issuer = new OAuth2Server()
  await issuer.issuer.keys.generate('RS256')
  await issuer.start(0, '127.0.0.1')
  issuer.service.on('beforeTokenSigning', (token) => Object.assign(token.payload, { role, name: 'Chen' }))
  const settings = { issuer: issuer.issuer.url ?? '', clientId: 'hall', clientSecret: 'hush', roleClaim: 'role' }
  oidc = createOidc(settings, handClock(NINE))
})
afterEach(() => issuer.stop())

/** The way of a browser: to the organisation, and back with a code. */
const goAndReturn = async (): Promise<{ callback: URL; state: string }> => {
  const { url, state } = await oidc.begin({ redirectUri: CALLBACK, next: '/manage' })
  const answer = await fetch(url, { redirect: 'manual' })
  return { callback: new URL(answer.headers.get('location') ?? ''), state }
}

describe('signing in with the organisation', () => {
  it('gives the role of the claim, once for each way there and back', async () => {
    role = ['visitor', 'manager']
    const { callback, state } = await goAndReturn()
    expect(await oidc.finish(callback, state)).toMatchObject({
      stranger: { role: 'manager', displayName: 'Chen' },
      next: '/manage',
    })
    expect(await oidc.finish(callback, state)).toBeUndefined()
  })

  it('is refused without a role that there is, and for another state', async () => {
    role = 'emperor'
    const { callback, state } = await goAndReturn()
    expect(await oidc.finish(callback, 'another')).toBeUndefined()
    expect(await oidc.finish(callback, state)).toBeUndefined()
  })
})

describe('whoever the organisation names', () => {
  const open = () => openTestIdentity({ clock: handClock(NINE), log: keptLog() })
  const stranger = (subject: string, said: PersonRole) => ({ subject, displayName: 'Chen', role: said })

  it('is not somebody whose name differs by the case of a letter', async () => {
    const identity = await open()
    const small = await personOf(identity.people, stranger('ab1', 'clerk'))
    const large = await personOf(identity.people, stranger('aB1', 'admin'))
    expect([small?.personId, large?.personId]).toEqual(['S1', 'S2'])
    expect(await personOf(identity.people, stranger('ab1', 'staff'))).toMatchObject({ personId: 'S1', role: 'staff' })
    expect(identity.people.find('S2')?.role).toBe('admin')
    await identity.close()
  })

  it('stays admin as long as nobody else is one', async () => {
    const identity = await open()
    await personOf(identity.people, stranger('chen', 'admin'))
    expect(await personOf(identity.people, stranger('chen', 'clerk'))).toMatchObject({ role: 'admin' })
    await asPerson(identity, 'admin')
    expect(await personOf(identity.people, stranger('chen', 'clerk'))).toMatchObject({ role: 'clerk' })
    await identity.close()
  })
})

describe('where the browser goes once it is back', () => {
  it('is a page of the hall', () => {
    expect(ownPath('/manage/people?of=S1#top')).toBe('/manage/people?of=S1#top')
    expect(ownPath(undefined)).toBe('/manage')
  })

  it('is never another site, however a browser reads it', () => {
    const elsewhere = ['https://a.test/', '//a.test', '/\\a.test', '/\t/a.test', '/\n/a.test', '/.//a.test', 'data:,a']
    expect(elsewhere.map(ownPath)).toEqual(elsewhere.map(() => '/manage'))
  })
})
