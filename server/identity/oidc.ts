/** Signing in with the accounts of the organisation: OpenID Connect, authorization code with PKCE, state and nonce. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { MINUTE } from '#contracts/durations.ts'
import type { Clock } from '../clock.ts'
import { type PersonRole, personRoles } from './roles.ts'

const LIFE = 10 * MINUTE
const MOST_UNDER_WAY = 1000

export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret?: string | undefined
  /** The claim of the ID token that says the role, as text or as a list. */
  roleClaim: string
}

export interface Stranger {
  subject: string
  displayName: string
  role: PersonRole
}

export interface Oidc {
  /** Where the browser is sent to, and the state that it must bring back. Rejects while the issuer does not answer. */
  begin(asked: { redirectUri: string; next: string }): Promise<{ url: string; state: string }>
  /** Undefined when the answer is not the one that was asked for, or says no role that there is. */
  finish(callback: URL, state: string | undefined): Promise<{ stranger: Stranger; next: string } | undefined>
}

interface UnderWay {
  verifier: string
  nonce: string
  redirectUri: string
  next: string
  until: number
}

const roleIn = (claim: unknown): PersonRole | undefined => personRoles.find((role) => [claim].flat().includes(role))

/** Nothing is asked of the issuer before somebody signs in. */
export const createOidc = (settings: OidcSettings, clock: Clock): Oidc => {
  const { issuer, clientId, clientSecret, roleClaim } = settings
  const underWay = new Map<string, UnderWay>()
  let known: Promise<Configuration> | undefined

  const configuration = async (): Promise<Configuration> => {
    const plain = new URL(issuer).protocol === 'http:'
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...(plain && { execute: [allowInsecureRequests] }),
    })
    return known.catch((fault: unknown) => {
      known = undefined
      throw fault
    })
  }
  const forgetOld = () => {
    for (const [state, { until }] of underWay)
      if (clock.now() >= until || underWay.size > MOST_UNDER_WAY) underWay.delete(state)
  }

  return {
    begin: async ({ redirectUri, next }) => {
      const config = await configuration()
      const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
      underWay.set(state, { verifier, nonce, redirectUri, next, until: clock.now() + LIFE })
      forgetOld()
      const url = buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, state }
    },
    finish: async (callback, state) => {
      forgetOld()
      const begun = underWay.get(state ?? '')
      if (!begun || state === undefined) return undefined
      underWay.delete(state)
      const current = new URL(`${begun.redirectUri}${callback.search}`)
      const { verifier: pkceCodeVerifier, nonce: expectedNonce, next } = begun
      const checks = { pkceCodeVerifier, expectedNonce, expectedState: state }
      const tokens = await authorizationCodeGrant(await configuration(), current, checks).catch(() => undefined)
      const claims = tokens?.claims()
      const role = roleIn(claims?.[roleClaim])
      if (!claims || !role) return undefined
      const displayName = typeof claims.name === 'string' ? claims.name : claims.sub
      return { stranger: { subject: claims.sub, displayName, role }, next }
    },
  }
}
