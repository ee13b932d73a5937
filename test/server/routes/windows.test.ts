import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
  await house.ask('POST', '/api/windows/W1/open')
})

afterEach(() => house.close())

const ask = async (method: 'POST' | 'PUT', path: string, body?: object) => {
  const answer = await house.ask(method, path, body)
  return { status: answer.status, ...(await answer.json()) }
}
const post = (path: string, body?: object) => ask('POST', path, body)
const issue = (...serviceIds: string[]) => post('/api/tickets', { serviceIds })

describe('calling somebody and nobody else', () => {
  it('says that a clerk chose, and how many were passed', async () => {
    await issue('social')
    house.clock.advance(1_000)
    await issue('social')
    expect(await post('/api/windows/W1/call', { ticketId: '20261123-A002' })).toMatchObject({
      ticket: { number: 'A002', state: 'called', windowId: 'W1' },
      reason: { code: 'chosen', passed: 1 },
    })
    expect(await post('/api/windows/W1/call', { ticketId: '20261123-A001' })).toMatchObject({ code: 'windowBusy' })
  })

  it('needs to know whom', async () => {
    expect(await post('/api/windows/W1/call')).toMatchObject({ status: 400, flaws: [{ path: 'ticketId' }] })
  })
})

describe('somebody without a number', () => {
  it('is served at once, under a number of their own', async () => {
    expect(await post('/api/windows/W1/direct', { serviceIds: ['tax'], language: 'ko' })).toMatchObject({
      status: 200,
      ticket: { number: 'B001', state: 'serving', windowId: 'W1', language: 'ko' },
    })
    expect(house.mirror.record('window', 'W1')?.window).toMatchObject({ ticketId: '20261123-B001' })
  })
})

describe('the last deed', () => {
  it('is taken back within seconds, and not later', async () => {
    await issue('social')
    await post('/api/windows/W1/call-next')
    await post('/api/windows/W1/start')
    await post('/api/windows/W1/finish')
    expect(await post('/api/windows/W1/undo')).toMatchObject({ ticket: { number: 'A001', state: 'serving' } })
    await post('/api/windows/W1/finish')
    house.clock.advance(6_000)
    expect(await post('/api/windows/W1/undo')).toMatchObject({ status: 409, code: 'nothingToUndo', windowId: 'W1' })
  })
})

describe('a case handed out elsewhere', () => {
  it('waits for that window, and its papers go there', async () => {
    await post('/api/windows/W1/direct', { serviceIds: ['social'] })
    expect(await post('/api/windows/W1/hand-on', { toWindowId: 'W2' })).toMatchObject({
      ticket: { state: 'parked', parkedFor: 'papers', onlyAt: 'W2', missionId: 'M0001' },
    })
    const { missions } = await (await house.ask('GET', '/api/missions')).json()
    expect(missions).toMatchObject([{ missionId: 'M0001', from: 'W1', to: 'W2', ticketId: '20261123-A001' }])
  })

  it('stays where it is when nobody hands it out', async () => {
    await post('/api/windows/W1/direct', { serviceIds: ['social'] })
    expect(await post('/api/windows/W1/hand-on')).toMatchObject({ status: 409, code: 'noIssuingWindow' })
  })
})

describe('the breaks of a window', () => {
  it('are those that were said last', async () => {
    const now = house.clock.now()
    const breaks = [{ from: now + 3_600_000, until: now + 5_400_000 }]
    expect(await ask('PUT', '/api/windows/W1/breaks', { breaks })).toMatchObject({ window: { windowId: 'W1', breaks } })
    expect(await ask('PUT', '/api/windows/W1/breaks', { breaks: [] })).toMatchObject({ window: { breaks: [] } })
  })

  it('end after they begin', async () => {
    const now = house.clock.now()
    const answer = await ask('PUT', '/api/windows/W1/breaks', { breaks: [{ from: now + 1, until: now }] })
    expect(answer).toMatchObject({ status: 409, code: 'wrongBreak', windowId: 'W1' })
  })
})

describe('the journal', () => {
  it('knows the window that asked', async () => {
    await post('/api/windows/W1/direct', { serviceIds: ['tax'] })
    const facts: Fact[] = []
    house.hall.follow(1, (fact) => facts.push(fact))
    await expect.poll(() => facts.at(-1)?.event.type).toBe('ticketStarted')
    expect(facts.at(-1)).toMatchObject({ by: 'window W1' })
  })
})
