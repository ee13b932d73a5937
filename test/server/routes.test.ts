import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { JournalFault } from '#edge/ports.ts'
import { type OpenedHouse, openHouse } from '../support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})

afterEach(() => house.close())

const issue = (headers?: Record<string, string>) =>
  house.ask('POST', '/api/tickets', { serviceIds: ['social'] }, headers)

describe('taking a number', () => {
  it('answers 201 with the ticket, and no estimate while no window is open', async () => {
    const answer = await issue()
    expect(answer.status).toBe(201)
    const { ticket, ...rest } = await answer.json()
    expect(ticket).toMatchObject({ ticketId: '20261123-A001', number: 'A001', state: 'waiting', lane: 'walkIn' })
    expect(rest).toEqual({})
  })

  it('tells how long, once a window is open', async () => {
    await house.ask('POST', '/api/windows/W1/open')
    const { ticket, estimate } = await (await issue()).json()
    expect(estimate).toEqual(ticket.promised)
    expect(estimate).toMatchObject({ ahead: 0 })
  })

  it('gives one ticket for the same key, however often it is asked', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => issue({ 'idempotency-key': 'kiosk1:77' })))
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(new Set(bodies.map(({ ticket }) => ticket.number))).toEqual(new Set(['A001']))
    const { ticket } = await (await issue({ 'idempotency-key': 'kiosk1:78' })).json()
    expect(ticket.number).toBe('A002')
  })

  it('refuses a key that stands for another deed', async () => {
    await issue({ 'idempotency-key': 'once' })
    const answer = await house.ask('POST', '/api/windows/W1/open', {}, { 'idempotency-key': 'once' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'keyReused' })
    expect(house.mirror.record('window', 'W1')?.window.state).toBe('closed')
  })

  it('does not let a key of a page take the place of the clock', async () => {
    const next = house.clock.now() + 16 * 60_000
    await issue()
    await issue({ 'idempotency-key': `test:tick:${next}` })
    house.clock.set(next)
    await house.tick()
    expect(house.mirror.all('alert')).toHaveLength(2)
  })

  it('writes down that a kiosk asked', async () => {
    await issue()
    const facts = await new Promise((resolve) => house.hall.follow(1, resolve))
    expect(facts).toMatchObject({ by: 'kiosk', event: { type: 'ticketIssued' } })
  })
})

describe('looking at a ticket', () => {
  it('answers with the estimate of now', async () => {
    await house.ask('POST', '/api/windows/W1/open')
    await issue()
    await issue()
    await house.tick()
    const answer = await house.ask('GET', '/api/tickets/20261123-A002')
    expect(await answer.json()).toMatchObject({ ticket: { number: 'A002' }, estimate: { ahead: 1 } })
  })

  it('says that the past is shut while there is no database', async () => {
    const answer = await house.ask('GET', '/api/tickets/20261123-A009')
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'databaseDown' })
  })

  it('answers with the ticket as it was given back', async () => {
    await issue()
    const answer = await house.ask('POST', '/api/tickets/20261123-A001/cancel')
    expect(await answer.json()).toMatchObject({ ticket: { state: 'cancelled' } })
  })
})

describe('a clerk at a window', () => {
  it('calls, starts and finishes, and hears why this visitor', async () => {
    await house.ask('POST', '/api/windows/W1/open')
    await issue()
    const called = await house.ask('POST', '/api/windows/W1/call-next')
    expect(await called.json()).toMatchObject({
      ticket: { number: 'A001', state: 'called', windowId: 'W1' },
      reason: { code: 'waitedLongest' },
    })
    const again = await house.ask('POST', '/api/windows/W1/recall', {})
    expect(await again.json()).toMatchObject({ ticket: { calls: 2 } })
    const started = await house.ask('POST', '/api/windows/W1/start', { ticketId: '20261123-A001' })
    expect(await started.json()).toMatchObject({ ticket: { state: 'serving' } })
    const finished = await house.ask('POST', '/api/windows/W1/finish')
    expect(await finished.json()).toMatchObject({ ticket: { state: 'served' } })
  })

  it('hears 409 with the code and the facts at a closed window', async () => {
    const answer = await house.ask('POST', '/api/windows/W2/call-next')
    expect(answer.status).toBe(409)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toEqual({
      type: 'urn:hallkeeper:windowClosed',
      title: 'Window W2 is closed; open it first.',
      status: 409,
      code: 'windowClosed',
      windowId: 'W2',
    })
  })

  it('opens, pauses, resumes, changes and closes the window, also twice', async () => {
    const states = []
    for (const deed of ['open', 'open', 'pause', 'resume', 'close', 'close']) {
      const answer = await house.ask('POST', `/api/windows/W1/${deed}`)
      states.push((await answer.json()).window.state)
    }
    expect(states).toEqual(['open', 'open', 'paused', 'open', 'closed', 'closed'])
    await house.ask('POST', '/api/windows/W1/open')
    const changed = await house.ask('PUT', '/api/windows/W1/services', { serviceIds: ['tax'] })
    expect(await changed.json()).toMatchObject({ window: { serviceIds: ['tax'] } })
  })

  it('hears 404 about a window that is not there', async () => {
    const answer = await house.ask('POST', '/api/windows/W9/open')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'unknownWindow', windowId: 'W9' })
  })
})

describe('missions', () => {
  it('are requested, looked at and called off', async () => {
    const requested = await house.ask('POST', '/api/missions', { kind: 'delivery', from: 'W1', to: 'back-office' })
    expect(requested.status).toBe(201)
    const { mission } = await requested.json()
    expect(mission).toMatchObject({ missionId: 'M0001', state: 'waiting' })
    expect(await (await house.ask('GET', '/api/missions')).json()).toEqual({ missions: [mission] })
    expect(await (await house.ask('GET', '/api/missions/M0001')).json()).toEqual({ mission })
    const cancelled = await house.ask('POST', '/api/missions/M0001/cancel')
    expect(await cancelled.json()).toMatchObject({ mission: { state: 'cancelled' } })
  })
})

describe('people to help', () => {
  it('are listed, accepted, handed over and helped', async () => {
    await issue()
    house.clock.advance(16 * 60_000)
    await house.tick()
    const { alerts } = await (await house.ask('GET', '/api/alerts')).json()
    expect(alerts).toMatchObject([{ alertId: 'L0001', state: 'open', source: { number: 'A001' } }])
    const accepted = await house.ask('POST', '/api/alerts/L0001/accept', { measure: 'soothe' })
    expect(await accepted.json()).toMatchObject({ alert: { state: 'accepted', acceptedBy: 'staff' } })
    const second = await house.ask('POST', '/api/alerts/L0001/accept')
    expect(await second.json()).toMatchObject({ status: 409, code: 'alertTaken', acceptedBy: 'staff' })
    await house.ask('POST', '/api/alerts/L0001/hand-over')
    const resolved = await house.ask('POST', '/api/alerts/L0001/resolve', { measure: 'guide', outcome: 'window 1' })
    expect(await resolved.json()).toMatchObject({ alert: { state: 'resolved', outcome: 'window 1' } })
    expect(await (await house.ask('GET', '/api/alerts')).json()).toEqual({ alerts: [] })
  })
})

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
    const from = (origin: string) =>
      house.ask('POST', 'http://hall.test/api/windows/W1/open', {}, { origin, host: 'hall.test' })
    expect(await (await from('http://elsewhere.test')).json()).toMatchObject({ status: 403, code: 'foreignOrigin' })
    expect(await (await from('null')).json()).toMatchObject({ status: 403 })
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

describe('the hall as a whole', () => {
  it('is told as screens get it', async () => {
    await issue()
    const snapshot = await (await house.ask('GET', '/api/hall')).json()
    expect(snapshot).toMatchObject({ type: 'snapshot', seq: house.mirror.seq() })
    expect(snapshot.records.map(({ kind }: { kind: string }) => kind)).toContain('ticket')
  })

  it('is ready without a database, and says so', async () => {
    const answer = await house.ask('GET', '/ready')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ ready: true, database: 'down' })
  })

  it('tells the age of each part, and that a silent hall knows nothing of them', async () => {
    house.hall.pass({ type: 'part', partId: 'camera:C1', state: 'fine' })
    await house.tick()
    house.clock.advance(2_000)
    const part = async (partId: string) => {
      const { parts } = await (await house.ask('GET', '/health')).json()
      return parts.find((one: { partId: string }) => one.partId === partId)
    }
    expect(await part('camera:C1')).toEqual({ partId: 'camera:C1', state: 'fine', ageSeconds: 2 })
    expect(await part('hall')).toMatchObject({ state: 'fine', ageSeconds: 2 })
    expect(await part('database')).toMatchObject({ state: 'attention' })
    house.clock.advance(4_000)
    expect(await part('hall')).toMatchObject({ state: 'urgent', ageSeconds: 6 })
    expect(await part('camera:C1')).toMatchObject({ state: 'unknown' })
  })

  it('is measured under names of its own, with few labels', async () => {
    await issue()
    await house.ask('POST', '/api/windows/W1/open')
    await house.tick()
    const text = await (await house.ask('GET', '/metrics')).text()
    const value = (series: string) =>
      text
        .split('\n')
        .find((line) => line.startsWith(series))
        ?.split(' ')
        .at(-1)
    expect(value('hallkeeper_tickets_waiting{service="social"}')).toBe('1')
    expect(value('hallkeeper_windows{state="open"}')).toBe('1')
    expect(value('hallkeeper_alerts{state="open"}')).toBe('0')
    expect(text).toContain('route="/api/windows/:windowId/open"')
    expect(text).not.toContain('route="/api/windows/W1/open"')
    expect(text.split('\n').filter((line) => line && !/^(#|hallkeeper_)/.test(line))).toEqual([])
  })
})
