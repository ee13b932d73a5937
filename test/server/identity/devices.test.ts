import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type Listening, listen } from '#server/listening.ts'
import { asDevice, asPerson, BROWSER, openTestIdentity } from '../../support/identity.ts'
import { keptLog } from '../../support/log.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'

let house: OpenedHouse
let listening: Listening
let url: string

beforeEach(async () => {
  house = await openHouse()
  listening = await listen({ app: house.app, sockets: house.live.sockets, host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${listening.port}`
})
afterEach(async () => {
  await Promise.all([listening.close(), house.close()])
})

const tell = async (path: string, body: object, headers: Record<string, string> = BROWSER, method = 'POST') => {
  const answer = await house.ask(method, path, body, headers)
  return { status: answer.status, cookie: answer.headers.get('set-cookie'), body: await answer.json() }
}

describe('a screen that nobody has let in', () => {
  it('shows a code, waits, and is let in once a manager has approved it', async () => {
    const manager = await asPerson(house.identity, 'manager')
    const { body: asked } = await tell('/api/devices/ask', { kind: 'wall' })
    expect(asked.code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/)
    expect((await tell('/api/devices/pair', { code: asked.secret })).body).toEqual({ state: 'waiting' })
    expect((await tell('/api/devices/approve', { code: asked.code })).status).toBe(401)
    const approval = { code: `${asked.code.slice(0, 4)} ${asked.code.slice(4)}`.toLowerCase(), label: 'Entrance' }
    expect((await tell('/api/devices/approve', approval, manager.headers)).status).toBe(200)
    const paired = await tell('/api/devices/pair', { code: asked.secret })
    expect(paired.body).toMatchObject({
      state: 'paired',
      device: { deviceId: 'wall-1', kind: 'wall', label: 'Entrance' },
    })
    expect(paired.cookie).toMatch(
      /^__Host-devices=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const cookie = String(paired.cookie?.split(';')[0])
    expect((await house.ask('GET', '/api/hall', undefined, { ...BROWSER, cookie })).status).toBe(200)
    expect((await tell('/api/devices/pair', { code: asked.secret })).status).toBe(404)
  })

  it('has ten minutes', async () => {
    const manager = await asPerson(house.identity, 'manager')
    const { body: asked } = await tell('/api/devices/ask', { kind: 'wall' })
    house.clock.advance(10 * 60_000)
    expect((await tell('/api/devices/approve', { code: asked.code }, manager.headers)).status).toBe(404)
  })
})

describe('a code made before', () => {
  it('works once, for the place it was made for', async () => {
    const { body } = await tell('/api/devices/codes', { kind: 'window', place: 'W1' }, {})
    const paired = await tell('/api/devices/pair', { code: body.code })
    expect(paired.body.device).toMatchObject({ kind: 'window', place: 'W1' })
    expect((await tell('/api/devices/pair', { code: body.code })).body.code).toBe('codeUnknown')
    const { body: who } = await tell('/api/devices/codes', { kind: 'window', place: 'W77' }, {})
    expect(who.flaws).toMatchObject([{ path: 'place' }])
  })

  it('cannot be guessed: after five wrong ones the address waits, also with the right one', async () => {
    const { body } = await tell('/api/devices/codes', { kind: 'wall' }, {})
    for (let guess = 0; guess < 5; guess++) await tell('/api/devices/pair', { code: `WRONG22${guess}` })
    const answer = await house.ask('POST', '/api/devices/pair', { code: body.code }, BROWSER)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('a device that is shut out', () => {
  it('loses its open line within a second, and comes in no more', async () => {
    const { device, token } = await asDevice(house.identity, { kind: 'wall' })
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, {
      origin: url,
      headers: { authorization: `Bearer ${token}` },
    })
    await once(socket, 'open')
    const began = performance.now()
    const closed = once(socket, 'close')
    const manager = await asPerson(house.identity, 'manager')
    await tell(`/api/devices/${device.deviceId}`, {}, manager.headers, 'DELETE')
    expect((await closed)[0]).toBe(4401)
    expect(performance.now() - began).toBeLessThan(1000)
    const again = await fetch(`${url}/api/hall`, { headers: { ...BROWSER, authorization: `Bearer ${token}` } })
    expect(again.status).toBe(401)
  })
})

describe('a live line', () => {
  it('is for those who may read the hall, on a page of its own', async () => {
    const told = async (headers: Record<string, string>, origin: string) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, { origin, headers })
      const [, answer] = await once(
        socket.on('error', () => {}),
        'unexpected-response',
      )
      return answer.statusCode
    }
    const { token } = await asDevice(house.identity, { kind: 'wall' })
    expect(await told({}, url)).toBe(401)
    expect(await told({ authorization: `Bearer ${token}` }, 'http://elsewhere.test')).toBe(403)
  })
})

describe('a program', () => {
  const status = async (headers: Record<string, string>) => (await fetch(`${url}/api/hall`, { headers })).status
  it('of this box is known by itself; behind a proxy or as a page it is not', async () => {
    expect(await status({})).toBe(200)
    for (const headers of [{ 'x-forwarded-for': '10.0.0.9' }, { origin: url }, { 'sec-fetch-site': 'none' }])
      expect(await status(headers)).toBe(401)
  })

  it('needs a token of its own where HTTP_LOCAL says so', async () => {
    const identity = await openTestIdentity({ clock: house.clock, log: keptLog(), trustsLocal: false })
    const { token } = await asDevice(identity, { kind: 'wall' })
    const bearing = (authorization?: string) => ({
      address: '127.0.0.1',
      isSecure: true,
      isHttps: false,
      header: (name: string) => ({ host: '127.0.0.1:8080', authorization })[name],
      cookie: () => undefined,
    })
    expect(identity.badgesOf(bearing())).toEqual([])
    expect(identity.badgesOf(bearing(`Bearer ${token}`))).toMatchObject([{ role: 'wall' }])
    await identity.close()
  })
})
