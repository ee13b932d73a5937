import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { CameraId, ZoneId } from '#contracts/ids.ts'
import type { HallRecord, LiveMessage } from '#contracts/live.ts'
import { type Listening, listen } from '#server/listening.ts'
import { openLive } from '#server/live.ts'
import { eventually } from '../support/eventually.ts'
import { asDevice } from '../support/identity.ts'
import { type LiveClient, liveClient } from '../support/liveClient.ts'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let house: OpenedHouse
let listening: Listening
let url: string
const clients: LiveClient[] = []

beforeEach(async () => {
  house = await openHouse()
  listening = await listen({ app: house.app, sockets: house.live.sockets, host: '127.0.0.1', port: 0 })
  url = `http://127.0.0.1:${listening.port}`
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.socket.terminate()
  await Promise.all([listening.close(), house.close()])
})

const look = async (...how: [query?: string, options?: object]): Promise<LiveClient> => {
  const client = await liveClient(url, ...how)
  clients.push(client)
  return client
}
const issue = async () => (await (await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })).json()).ticket
const has = (number: string) => (message: LiveMessage) =>
  message.type === 'change' && message.put.some((one) => one.kind === 'ticket' && one.ticket.number === number)

/** What a screen that folds these messages would show. */
const folded = (messages: readonly LiveMessage[], start = new Map<string, HallRecord>()): Map<string, HallRecord> => {
  for (const message of messages) {
    if (message.type === 'snapshot') start.clear()
    const put = message.type === 'snapshot' ? message.records : message.type === 'change' ? message.put : []
    for (const record of put) start.set(`${record.kind}:${record.id}`, record)
    if (message.type === 'change') for (const { kind, id } of message.remove) start.delete(`${kind}:${id}`)
  }
  return start
}

describe('a screen', () => {
  it('hears everything first, and then each change and reading', async () => {
    await issue()
    const screen = await look()
    await screen.hears(({ type }) => type === 'snapshot')
    await issue()
    await screen.hears(has('A002'))
    await house.tick()
    await screen.hears((message) => message.type === 'reading' && message.reading.type === 'beat')
    expect(screen.heard[0]).toMatchObject({ type: 'snapshot', seq: 2 })
    expect(screen.heard.filter(({ type }) => type === 'snapshot')).toHaveLength(1)
  })

  it('that comes back misses nothing, and is told no snapshot', async () => {
    await house.tick()
    const screen = await look()
    await issue()
    await screen.hears(has('A001'))
    const before = screen.heard.slice()
    await screen.close()
    await house.ask('POST', '/api/windows/W1/open')
    await issue()
    await house.ask('POST', '/api/windows/W1/call-next')
    await house.ask('POST', '/api/windows/W1/start')
    await house.ask('POST', '/api/windows/W1/finish')
    await house.tick()
    const last = before.flatMap((message) => ('seq' in message ? message.seq : [])).at(-1)
    const again = await look(`?since=${last}`)
    await issue()
    await again.hears(has('A003'))
    expect(again.heard.some(({ type }) => type === 'snapshot')).toBe(false)
    expect(again.heard.some((message) => message.type === 'reading' && message.reading.type === 'beat')).toBe(true)
    const fresh = await look()
    await fresh.hears(({ type }) => type === 'snapshot')
    expect(folded(again.heard, folded(before))).toEqual(folded(fresh.heard))
  })

  it.each(['?since=999', '?since=0', '?since=', '?since=-1', '?since=x'])('that says %s starts anew', async (query) => {
    await issue()
    const screen = await look(query)
    await screen.hears(({ type }) => type === 'snapshot')
    expect(screen.heard[0]).toMatchObject({ type: 'snapshot' })
  })

  it('starts anew with a new day', async () => {
    await issue()
    const screen = await look()
    house.clock.advance(24 * 3_600_000)
    await house.tick()
    await eventually(() => screen.heard.filter(({ type }) => type === 'snapshot').length === 2)
    expect([...folded(screen.heard).keys()].filter((name) => name.startsWith('ticket:'))).toEqual([])
  })

  it('is counted while it is there', async () => {
    const screen = await look()
    expect(house.live.clients()).toBe(1)
    await screen.close()
    await eventually(() => house.live.clients() === 0)
  })
})

describe('a page of another host', () => {
  it('hears nothing', async () => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`, { origin: 'http://elsewhere.test' })
    const [, answer] = await once(
      socket.on('error', () => {}),
      'unexpected-response',
    )
    expect(answer.statusCode).toBe(403)
    expect(house.live.clients()).toBe(0)
  })

  it('is told apart from the own one', async () => {
    const { token } = await asDevice(house.identity, { kind: 'wall' })
    const screen = await look('', { origin: url, headers: { authorization: `Bearer ${token}` } })
    await screen.hears(({ type }) => type === 'snapshot')
  })

  it('is told what this is when it asks without a WebSocket', async () => {
    const answer = await house.ask('GET', '/api/live')
    expect(await answer.json()).toMatchObject({ status: 426, code: 'notWebSocket' })
  })
})

describe('a screen that has died', () => {
  it('is cut when it answers no ping', async () => {
    const live = openLive({ mirror: house.mirror, log: house.log, pingInterval: 1_000 })
    const other = await listen({ app: house.app, sockets: live.sockets, host: '127.0.0.1', port: 0 })
    const there = `http://127.0.0.1:${other.port}`
    const dead = await liveClient(there, '', { autoPong: false })
    const cut = once(dead.socket, 'close')
    const well = await liveClient(there)
    await cut
    await eventually(() => live.clients() === 1)
    expect(well.socket.readyState).toBe(WebSocket.OPEN)
    await well.close()
    await Promise.all([other.close(), live.close()])
  })

  it('is cut when more than 1 MiB piles up, and the others hear everything', async () => {
    const slow = connect(listening.port, '127.0.0.1')
    slow.write(
      `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${listening.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    slow.on('error', () => {})
    await once(slow, 'readable')
    const well = await look()
    await eventually(() => house.live.clients() === 2)
    const places = Array.from({ length: 20_000 }, (_, i) => ({ x: i, y: i }))
    let sent = 0
    await eventually(async () => {
      house.hall.pass({
        type: 'occupancy',
        zoneId: ZoneId.parse('Z1'),
        cameraId: CameraId.parse('C1'),
        people: ++sent,
        longestStayMinutes: 0,
        longWaits: 0,
        places,
      })
      return house.live.clients() === 1
    })
    await well.hears(
      (message) => message.type === 'reading' && 'people' in message.reading && message.reading.people === sent,
    )
    expect(house.log.lines.map(({ words }) => words)).toContain('cut a screen that cannot keep up')
    slow.destroy()
  })
})
