import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import type { LiveMessage } from '#contracts/live.ts'
import { reconnectDelayMs } from '#dashboard/live/backoff.ts'
import { type Dial, type Link, openLink, readMessage, SILENCE_MS } from '#dashboard/live/link.ts'
import { isNewer, mayRenew } from '#dashboard/live/renewal.ts'
import { eventually } from '#test/support/eventually.ts'

const dial: Dial = (url, { heard, closed }) => {
  const socket = new WebSocket(url)
  socket.on('message', (text) => heard(String(text)))
  socket.on('close', closed)
  socket.on('error', () => undefined)
  return () => socket.terminate()
}
const snapshotAt = (seq: number) => JSON.stringify({ type: 'snapshot', seq, at: 1, records: [], readings: [] })

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const openServer = async (port = 0) => {
  const server = new WebSocketServer({ port, host: '127.0.0.1' })
  await once(server, 'listening')
  const asked: string[] = []
  server.on('connection', (socket, request) => {
    asked.push(request.url ?? '')
    socket.send(snapshotAt(40 + asked.length))
  })
  const { port: taken } = server.address() as AddressInfo
  const close = async () => {
    for (const client of server.clients) client.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
  closing.push(close)
  return { server, asked, port: taken, close }
}

const follow = (port: number) => {
  const heard: LiveMessage[] = []
  const states: boolean[] = []
  let seq: number | undefined
  let skipped = 0
  const link: Link = openLink({
    dial,
    url: () => `ws://127.0.0.1:${port}/api/live${seq === undefined ? '' : `?since=${seq}`}`,
    onmessage: (message) => {
      heard.push(message)
      if (message.type !== 'reading') seq = message.seq
    },
    onconnected: (connected) => states.at(-1) !== connected && states.push(connected),
    now: () => performance.now() + skipped,
    after: (_, deed) => {
      const timer = setTimeout(deed, 10)
      return () => clearTimeout(timer)
    },
    dice: () => 0,
  })
  closing.push(link.close)
  return {
    link,
    heard,
    states,
    skip: (ms: number) => {
      skipped += ms
    },
  }
}

describe('the line to the hall', () => {
  it('comes back by itself after the server went away, and asks from where it left off', async () => {
    const first = await openServer()
    const { heard, states } = follow(first.port)
    await eventually(() => heard.length === 1)
    await first.close()
    await eventually(() => states.at(-1) === false)
    const second = await openServer(first.port)
    await eventually(() => heard.length === 2)
    expect(first.asked).toEqual(['/api/live'])
    expect(second.asked).toEqual(['/api/live?since=41'])
    expect(states).toEqual([true, false, true])
  })

  it('keeps trying while nobody listens', async () => {
    const { port, close } = await openServer()
    await close()
    const { heard } = follow(port)
    await openServer(port)
    await eventually(() => heard.length === 1)
  })

  it('hangs up a line that is open but silent, and dials anew', async () => {
    const { asked, port } = await openServer()
    const { link, heard, skip } = follow(port)
    await eventually(() => heard.length === 1)
    link.check()
    expect(asked).toHaveLength(1)
    skip(SILENCE_MS + 1)
    link.check()
    await eventually(() => heard.length === 2)
  })

  it('leaves a line alone that has just been heard when the page comes into sight', async () => {
    const { asked, port } = await openServer()
    const { link, heard } = follow(port)
    await eventually(() => heard.length === 1)
    link.wake()
    expect(heard).toHaveLength(1)
    expect(asked).toHaveLength(1)
  })

  it('stays away once closed', async () => {
    const { server, asked, port } = await openServer()
    const { link, heard } = follow(port)
    await eventually(() => heard.length === 1)
    link.close()
    await eventually(() => server.clients.size === 0)
    expect(asked).toHaveLength(1)
  })

  it('takes no text for a message that is none', () => {
    for (const text of ['', '{', 'null', '[]', '{"type":"fact"}']) expect(readMessage(text)).toBeUndefined()
    expect(readMessage(snapshotAt(3))).toMatchObject({ seq: 3 })
  })
})

describe('the pauses between tries', () => {
  it('double from half a second to fifteen', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 40].map((attempt) => reconnectDelayMs(attempt, 0))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
    ])
  })

  it('lose up to half of themselves by the dice', () => expect(reconnectDelayMs(2, 1)).toBe(1000))
})

describe('loading the page anew', () => {
  const ages = { silence: 61_000, sinceLastTry: 31_000, sinceTouched: Number.POSITIVE_INFINITY }

  it('is tried after a minute of silence, every half minute', () => {
    expect(mayRenew(ages)).toBe(true)
    expect(mayRenew({ ...ages, silence: 59_000 })).toBe(false)
    expect(mayRenew({ ...ages, sinceLastTry: 29_000 })).toBe(false)
  })

  it('waits while somebody is at the screen', () => {
    expect(mayRenew({ ...ages, sinceTouched: 59_000 })).toBe(false)
    expect(mayRenew({ ...ages, sinceTouched: 61_000 })).toBe(true)
  })

  it('knows an upgraded dashboard by its script', () => {
    expect(isNewer('<script src="/assets/main-a1.js">', '/assets/main-a1.js')).toBe(false)
    expect(isNewer('<script src="/assets/main-b2.js">', '/assets/main-a1.js')).toBe(true)
  })
})
