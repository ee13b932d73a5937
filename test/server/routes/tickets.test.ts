import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'
import { siteWith } from '../../support/smallSite.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
  await house.ask('POST', '/api/windows/W1/open')
})

afterEach(() => house.close())

const post = async (path: string, body?: object) => {
  const answer = await house.ask('POST', path, body)
  return { status: answer.status, ...(await answer.json()) }
}
const issue = (...serviceIds: string[]) => post('/api/tickets', { serviceIds })
const first = '/api/tickets/20261123-A001'

describe('a visitor sent elsewhere', () => {
  it('waits for other services, or for one window alone', async () => {
    await issue('social')
    expect(await post(`${first}/transfer`, { serviceIds: ['tax'] })).toMatchObject({
      status: 200,
      ticket: { number: 'A001', state: 'waiting', serviceIds: ['tax'] },
    })
    expect(await post(`${first}/transfer`, { windowId: 'W3' })).toMatchObject({ ticket: { onlyAt: 'W3' } })
    expect(await post(`${first}/transfer`)).toMatchObject({ status: 409, code: 'nowhereToTransfer' })
  })
})

describe('a visitor who has gone for something', () => {
  it('is called no more until they are back', async () => {
    await issue('social')
    expect(await post(`${first}/park`)).toMatchObject({ ticket: { state: 'parked', parkedFor: 'visitor' } })
    expect(await post('/api/windows/W1/call-next')).toMatchObject({ code: 'nobodyWaiting' })
    expect(await post(`${first}/recall`)).toMatchObject({ ticket: { state: 'waiting' } })
    expect(await post('/api/windows/W1/call-next')).toMatchObject({ ticket: { number: 'A001' } })
  })
})

describe('a ticket that somebody looks at', () => {
  it('says what a discreet service is only to who holds it', async () => {
    await house.close()
    const department = { zh: '办事处', en: 'Office' }
    house = await openHouse({ site: siteWith({ services: { social: { discreet: true, department } } }) })
    const { secret } = await issue('social', 'tax')
    const look = async (headers: Record<string, string>) => (await house.ask('GET', first, undefined, headers)).json()
    const browser = { 'sec-fetch-site': 'same-origin' }
    const seen = await look(browser)
    expect(seen.ticket.serviceIds).toEqual(['withheld', 'tax'])
    expect(seen.publicNames).toMatchObject([department, { en: 'Tax' }])
    expect(JSON.stringify(seen)).not.toMatch(/social/i)
    const own = await look({ ...browser, 'x-ticket-secret': secret })
    expect(own.ticket.serviceIds).toEqual(['social', 'tax'])
    expect(own).not.toHaveProperty('publicNames')
  })
})

describe('a visitor who missed the call', () => {
  it('comes back to the same place, as long as the grace lasts', async () => {
    await issue('social')
    await issue('social')
    await post('/api/windows/W1/call-next')
    await post('/api/windows/W1/no-show')
    expect(await post(`${first}/requeue`)).toMatchObject({ ticket: { state: 'waiting' } })
    await post('/api/windows/W1/call-next')
    expect(await post('/api/windows/W1/no-show')).toMatchObject({ ticket: { number: 'A001', state: 'missed' } })
    house.clock.advance(16 * 60_000)
    const late = await post(`${first}/requeue`)
    expect(late).toMatchObject({ status: 409, code: 'graceOver', graceMinutes: 15 })
    expect(late.title).toMatch(/was missed at 2026-11-23T01:00Z, more than 15 minutes ago/)
  })
})

describe('a printer that fails', () => {
  it('is written on the ticket until it has printed', async () => {
    await issue('social')
    expect(await post(`${first}/unprinted`)).toMatchObject({ ticket: { issuedUnprinted: true } })
    expect(await post(`${first}/unprinted`)).toMatchObject({ status: 200, ticket: { issuedUnprinted: true } })
    expect((await post(`${first}/printed`)).ticket).not.toHaveProperty('issuedUnprinted')
  })
})

describe('numbers for a kiosk alone', () => {
  it('are set aside, given out later, and by nobody else', async () => {
    await issue('social')
    const { lease } = await post('/api/numbers/lease', { kioskId: 'K1', letter: 'A', count: 3 })
    expect(lease).toEqual({ kioskId: 'K1', letter: 'A', from: 2, count: 3 })
    expect(await issue('social')).toMatchObject({ ticket: { number: 'A005' } })
    const issuedAt = house.clock.now()
    house.clock.advance(120_000)
    const leased = (kioskId: string, number: string) =>
      post('/api/tickets', { serviceIds: ['social'], leased: { kioskId, number, issuedAt } })
    expect(await leased('K1', 'A002')).toMatchObject({ status: 201, ticket: { number: 'A002', issuedAt } })
    expect(await leased('K1', 'A002')).toMatchObject({ status: 409, code: 'numberTaken' })
    expect(await leased('K2', 'A003')).toMatchObject({ status: 409, code: 'numberNotLeased' })
  })

  it('are the same for the same key', async () => {
    const lease = async () => {
      const asked = { kioskId: 'K1', letter: 'A' }
      return (await house.ask('POST', '/api/numbers/lease', asked, { 'idempotency-key': 'k1' })).json()
    }
    expect(await lease()).toEqual({ lease: { kioskId: 'K1', letter: 'A', from: 1, count: 10 } })
    expect(await lease()).toEqual({ lease: { kioskId: 'K1', letter: 'A', from: 1, count: 10 } })
  })

  it('are not mistaken for a ticket under the key of one', async () => {
    const headers = { 'idempotency-key': 'once' }
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'] }, headers)
    const answer = await house.ask('POST', '/api/numbers/lease', { kioskId: 'K1', letter: 'A' }, headers)
    expect(await answer.json()).toMatchObject({ status: 422, code: 'keyReused' })
  })
})

describe('looking at a called ticket', () => {
  it('tells why it was called, and no longer once it is back in line', async () => {
    await issue('social')
    const look = async () => (await house.ask('GET', first)).json()
    expect(await look()).not.toHaveProperty('reason')
    await post('/api/windows/W1/call-next')
    expect(await look()).toMatchObject({ ticket: { state: 'called' }, reason: { code: 'waitedLongest' } })
    await post(`${first}/transfer`, { windowId: 'W1' })
    expect(await look()).not.toHaveProperty('reason')
  })
})
