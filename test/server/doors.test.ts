import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { JournalFault } from '#edge/ports.ts'
import { asDevice } from '../support/identity.ts'
import { windowId } from '../support/names.ts'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})

afterEach(() => house.close())

const issue = (headers?: Record<string, string>) =>
  house.ask('POST', '/api/tickets', { serviceIds: ['social'] }, headers)

describe('what does not fit', () => {
  it('is answered with every flaw and its place', async () => {
    const answer = await house.ask('POST', '/api/tickets', { serviceIds: [], lane: 'fast' })
    expect(answer.status).toBe(400)
    const { code, flaws } = await answer.json()
    expect(code).toBe('malformed')
    expect(flaws.map(({ path }: { path: string }) => path).sort()).toEqual(['lane', 'serviceIds'])
  })

  it('may be broken JSON, a list, or a name no ticket has', async () => {
    for (const [method, path, body] of [
      ['POST', '/api/tickets', '{"serviceIds": ['],
      ['POST', '/api/tickets', '[]'],
      ['GET', '/api/tickets/A042', undefined],
    ] as const) {
      const answer = await house.ask(method, path, body)
      expect([answer.status, (await answer.json()).code]).toEqual([400, 'malformed'])
    }
  })

  it('may be a key that is none', async () => {
    const answer = await issue({ 'idempotency-key': 'two words' })
    expect(await answer.json()).toMatchObject({ status: 400, flaws: [{ path: 'Idempotency-Key' }] })
  })

  it('may be no JSON, or more than 64 kB of it', async () => {
    const text = await house.ask('POST', '/api/tickets', 'serviceIds=social', { 'content-type': 'text/plain' })
    expect(await text.json()).toMatchObject({ status: 415, code: 'notJson' })
    const large = await house.ask('POST', '/api/tickets', { serviceIds: ['social'], more: 'x'.repeat(70_000) })
    expect(await large.json()).toMatchObject({ status: 413, code: 'tooLarge' })
  })

  it('may be a route that is none', async () => {
    const answer = await house.ask('GET', '/api/nothing')
    expect(await answer.json()).toMatchObject({ status: 404, code: 'unknownRoute', path: '/api/nothing' })
  })

  it('passes over what it does not know', async () => {
    const answer = await house.ask('POST', '/api/tickets', { serviceIds: ['social'], by: 'the mayor', colour: 'red' })
    expect(answer.status).toBe(201)
    expect((await answer.json()).ticket).not.toHaveProperty('colour')
  })
})

describe('a page', () => {
  it('cannot send what only machines send', async () => {
    await issue()
    house.clock.advance(16 * 60_000)
    const before = house.mirror.seq()
    await house.ask('POST', '/api/commands', { type: 'tick' })
    await house.ask('POST', '/api/tickets', { type: 'tick', serviceIds: ['nothing'] })
    await house.ask('POST', '/api/windows/W1/close', { type: 'reportLongStay', windowId: 'W2' })
    expect(house.mirror.seq()).toBe(before)
    const answer = await house.ask('POST', '/api/tickets', { type: 'tick', serviceIds: ['social'] })
    expect((await answer.json()).ticket.number).toBe('A002')
  })

  it('cannot name another window in the body than in the path', async () => {
    const answer = await house.ask('POST', '/api/windows/W1/open', { windowId: 'W2' })
    expect((await answer.json()).window.windowId).toBe('W1')
  })

  it('of another host changes nothing', async () => {
    const { token } = await asDevice(house.identity, { kind: 'window', place: windowId('W1') })
    const known = { host: 'hall.test', authorization: `Bearer ${token}` }
    const from = (origin: string, site = 'same-origin') =>
      house.ask('POST', 'http://hall.test/api/windows/W1/open', {}, { ...known, origin, 'sec-fetch-site': site })
    expect(await (await from('http://elsewhere.test')).json()).toMatchObject({ status: 403, code: 'foreignOrigin' })
    expect(await (await from('null')).json()).toMatchObject({ status: 403 })
    expect(await (await from('http://hall.test', 'cross-site')).json()).toMatchObject({ status: 403 })
    expect((await from('http://hall.test')).status).toBe(200)
  })
})

describe('a journal that fails', () => {
  it('is a 503 that says nothing was done, and the same key works later', async () => {
    let broken = true
    const inner = memoryJournal()
    const journal = {
      ...inner,
      append: async (facts: Parameters<typeof inner.append>[0]) => {
        if (broken) throw new JournalFault('no space left')
        await inner.append(facts)
      },
    }
    const poor = await openHouse({ journal })
    const ask = () => poor.ask('POST', '/api/tickets', { serviceIds: ['social'] }, { 'idempotency-key': 'k1' })
    expect(await (await ask()).json()).toMatchObject({ status: 503, code: 'journalFault' })
    broken = false
    expect((await (await ask()).json()).ticket.number).toBe('A001')
    await poor.close()
  })
})
