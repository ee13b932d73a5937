/** The cookies of people and of devices: where they are read, and how they are set. */
import { serialize } from 'hono/utils/cookie'
import type { Bearing } from './bearing.ts'

const SESSION = '__Host-session'
const DEVICES = '__Host-devices'
/** On plain http in the hall's own network, where a browser keeps no secure cookie. */
const PLAIN_DEVICES = 'hall-devices'

const MOST_DEVICES = 8
const TOKEN = /^[\w-]{43}$/
const DEVICE_LIFE_SECONDS = 400 * 24 * 60 * 60

const strict = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

export const sessionTokenOf = ({ isSecure, cookie }: Bearing): string | undefined =>
  isSecure ? cookie(SESSION) : undefined

const nameOfDevices = ({ isSecure }: Bearing): string => (isSecure ? DEVICES : PLAIN_DEVICES)

/** Of the cookie, and of a program that has one token of its own. */
export const deviceTokensOf = (bearing: Bearing): string[] => {
  const [, own] = /^Bearer ([\w-]{43})$/.exec(bearing.header('authorization') ?? '') ?? []
  const kept = (bearing.cookie(nameOfDevices(bearing)) ?? '').split('.').filter((token) => TOKEN.test(token))
  return [...(own ? [own] : []), ...kept.slice(-MOST_DEVICES)]
}

/** Ends with the browser, or sooner. */
export const sessionCookie = (token: string): string => serialize(SESSION, token, { ...strict, secure: true })
export const noSessionCookie = (): string => serialize(SESSION, '', { ...strict, secure: true, maxAge: 0 })

/** A browser may be several devices at once, eight at most: the newest stay. */
export const devicesCookie = (bearing: Bearing, tokens: readonly string[]): string =>
  serialize(nameOfDevices(bearing), tokens.slice(-MOST_DEVICES).join('.'), {
    ...strict,
    secure: bearing.isSecure,
    maxAge: DEVICE_LIFE_SECONDS,
  })
