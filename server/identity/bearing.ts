/** What a request brings along by which it may be known: its line, its address and its headers. */
import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { parse } from 'hono/utils/cookie'

export interface Bearing {
  /** Undefined where there is no socket, as in a test. */
  address: string | undefined
  /** Nobody on the way can read along: TLS, or this very machine. */
  isSecure: boolean
  isHttps: boolean
  header(name: string): string | undefined
  cookie(name: string): string | undefined
}

const LOOPBACK_ADDRESS = /^(::1$|(::ffff:)?127\.)/
const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

const isOfThisBox = (address: string | undefined, host: string): boolean =>
  (address === undefined || LOOPBACK_ADDRESS.test(address)) && LOOPBACK_HOST.test(host)

const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/** Neither a page in a browser nor somebody behind a proxy: both say so in their headers. */
export const isLocalProgram = ({ address, header }: Bearing): boolean =>
  isOfThisBox(address, header('host') ?? '') &&
  header('origin') === undefined &&
  header('sec-fetch-site') === undefined &&
  FORWARDING.every((name) => header(name) === undefined)

const bearing = (given: Pick<Bearing, 'address' | 'isHttps' | 'header'>): Bearing => ({
  ...given,
  isSecure: given.isHttps || isOfThisBox(given.address, given.header('host') ?? ''),
  cookie: (name) => parse(given.header('cookie') ?? '', name)[name],
})

const isIncoming = (value: unknown): value is IncomingMessage =>
  typeof value === 'object' && value !== null && 'socket' in value && 'headers' in value

export const bearingOfUpgrade = ({ headers, socket }: IncomingMessage): Bearing =>
  bearing({
    address: socket.remoteAddress,
    isHttps: 'encrypted' in socket,
    header: (name) => [headers[name]].flat()[0],
  })

export const bearingOf = (c: Context): Bearing => {
  const incoming: unknown = c.env?.incoming
  const { host, protocol } = new URL(c.req.url)
  return bearing({
    address: isIncoming(incoming) ? incoming.socket.remoteAddress : undefined,
    isHttps: protocol === 'https:',
    header: (name) => c.req.header(name) ?? (name === 'host' ? host : undefined),
  })
}
