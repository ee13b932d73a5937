import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type AskParts, ask } from '#dashboard/live/asks.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Answering = (request: IncomingMessage, response: ServerResponse, nth: number) => void

const serve = async (answer: Answering) => {
  const keys: unknown[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers['idempotency-key'])
    request.resume().on('end', () => answer(request, response, keys.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  return { keys, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/tickets` }
}

const pauses: number[] = []
let drawn = 0
const parts = (): AskParts => {
  pauses.length = 0
  return {
    fetch,
    pause: async (delay) => void pauses.push(delay),
    key: () => `key-${++drawn}`,
    unreachable: () => 'Nobody there.',
  }
}
const say = (response: ServerResponse, status: number, type: string, body: object) =>
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))

describe('asking the hall', () => {
  it('gives the body of an answer', async () => {
    const { url } = await serve((_, response) => say(response, 201, 'application/json', { ticket: { number: 'A001' } }))
    expect(await ask('POST', url, { serviceIds: ['tax'] }, parts())).toEqual({
      ok: true,
      body: { ticket: { number: 'A001' } },
    })
  })

  it('tries a broken line again under the same key', async () => {
    const { keys, url } = await serve((request, response, nth) =>
      nth < 3 ? request.socket.destroy() : say(response, 200, 'application/json', {}),
    )
    expect(await ask('POST', url, {}, parts())).toMatchObject({ ok: true })
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(pauses).toEqual([300, 1000])
  })

  it('tries again when something in between is busy', async () => {
    const { keys, url } = await serve((_, response, nth) =>
      say(response, nth === 1 ? 502 : 200, 'application/json', {}),
    )
    expect(await ask('POST', url, {}, parts())).toMatchObject({ ok: true })
    expect(keys).toHaveLength(2)
  })

  it('takes a problem that the hall states for its answer, facts and all', async () => {
    const { keys, url } = await serve((_, response) =>
      say(response, 503, 'application/problem+json', {
        code: 'ticketsExhausted',
        title: 'No numbers left.',
        letter: 'A',
      }),
    )
    expect(await ask('POST', url, {}, parts())).toEqual({
      ok: false,
      problem: { code: 'ticketsExhausted', title: 'No numbers left.', letter: 'A', status: 503 },
    })
    expect(keys).toHaveLength(1)
  })

  it('says so in a sentence when nobody answers, after four tries', async () => {
    const { keys, url } = await serve((request) => request.socket.destroy())
    expect(await ask('POST', url, {}, parts())).toEqual({
      ok: false,
      problem: { code: 'unreachable', title: 'Nobody there.', status: 0 },
    })
    expect(keys).toHaveLength(4)
  })

  it('draws a new key for each intention', async () => {
    const { keys, url } = await serve((_, response) => say(response, 200, 'application/json', {}))
    await ask('POST', url, {}, parts())
    await ask('POST', url, {}, parts())
    expect(new Set(keys).size).toBe(2)
  })
})
