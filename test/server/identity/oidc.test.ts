import { OAuth2Server } from 'oauth2-mock-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createOidc, type Oidc } from '#server/identity/oidc.ts'
import { ownPath } from '#server/identity/oidcPages.ts'
import { handClock } from '../../support/clock.ts'
import { NINE } from '../../support/given.ts'

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
