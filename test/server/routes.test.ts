import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
    expect(rest).toEqual({ secret: expect.stringMatching(/^[\w-]{24}$/) })
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
    const looked = await house.ask('GET', '/api/missions/M0001')
    expect(await looked.json()).toEqual({ mission, waits: 'R1 is out of reach.' })
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
