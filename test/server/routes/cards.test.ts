import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { type OpenedHouse, openHouse } from '#test/support/openHouse.ts'

let house: OpenedHouse

beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const post = async (path: string, body: object = {}) => (await house.ask('POST', path, body)).json()
const get = async (path: string) => (await house.ask('GET', path)).json()
const pass = async (ms: number) => {
  house.clock.advance(ms)
  await house.tick()
}

/** A visitor who has waited for a quarter of an hour, and the half minute in which their card gathers. */
const somebodyWaits = async () => {
  await post('/api/tickets', { serviceIds: ['social'], lane: 'walkIn' })
  await pass(15 * MINUTE + SECOND)
  await pass(SECOND)
  await pass(30 * SECOND)
}

describe('staff on duty', () => {
  it('are listed with their role and where they are', async () => {
    expect(await post('/api/staff/S12/duty', { role: 'guide' })).toMatchObject({
      staff: { staffId: 'S12', role: 'guide', buzzes: [] },
    })
    expect(await post('/api/staff/S12/duty/move', { zoneId: 'Z1' })).toMatchObject({ staff: { zoneId: 'Z1' } })
    expect(await get('/api/staff')).toMatchObject({ staff: [{ staffId: 'S12', zoneId: 'Z1' }] })
  })

  it('begin twice without harm, and go off duty', async () => {
    await post('/api/staff/S12/duty', { role: 'guide' })
    expect(await post('/api/staff/S12/duty', { role: 'guide' })).toMatchObject({ staff: { staffId: 'S12' } })
    expect(await post('/api/staff/S12/duty/end')).toEqual({ staffId: 'S12' })
    expect(await get('/api/staff')).toEqual({ staff: [] })
  })

  it('are nowhere but in the hall', async () =>
    expect(await post('/api/staff/S12/duty', { role: 'guide', zoneId: 'Z9' })).toMatchObject({
      status: 409,
      code: 'unknownZone',
    }))
})

describe('a card', () => {
  beforeEach(async () => {
    await post('/api/staff/S12/duty', { role: 'guide', zoneId: 'Z1' })
    await somebodyWaits()
  })

  it('is for the guide on duty', async () =>
    expect(await get('/api/cards')).toMatchObject({
      cards: [{ cardId: 'K0001', cause: 'longWait', zoneId: 'Z1', state: 'open', to: ['S12'], level: 0, count: 1 }],
    }))

  it('is accepted by whoever goes, with all its alerts, and only once', async () => {
    const accepted = await post('/api/cards/K0001/accept', { staffId: 'S12', measure: 'soothe' })
    expect(accepted).toMatchObject({ card: { state: 'accepted', acceptedBy: 'S12', measure: 'soothe' } })
    expect(await get('/api/alerts')).toMatchObject({ alerts: [{ state: 'accepted' }] })
    expect(await get('/api/staff')).toMatchObject({ staff: [{ helping: 'K0001' }] })
    expect(await post('/api/cards/K0001/accept')).toMatchObject({
      status: 409,
      code: 'cardTaken',
      acceptedBy: 'S12',
    })
  })

  it('is handed over to a colleague on duty and to nobody else', async () => {
    await post('/api/staff/S13/duty', { role: 'lead' })
    await post('/api/cards/K0001/accept', { staffId: 'S12' })
    expect(await post('/api/cards/K0001/hand-over', { toStaffId: 'S99' })).toMatchObject({ code: 'notOnDuty' })
    expect(await post('/api/cards/K0001/hand-over', { toStaffId: 'S13' })).toMatchObject({
      card: { state: 'open', to: ['S13'] },
    })
  })

  it('is resolved for good: who accepts it then learns that it is over', async () => {
    const resolved = await post('/api/cards/K0001/resolve', { measure: 'guide', outcome: 'broughtToWindow' })
    expect(resolved).toMatchObject({ card: { state: 'over', how: 'resolved', outcome: 'broughtToWindow' } })
    expect(await post('/api/cards/K0001/accept')).toMatchObject({ status: 409, code: 'cardOver', how: 'resolved' })
    expect(await get('/api/cards')).toEqual({ cards: [] })
    expect(await get('/api/alerts')).toEqual({ alerts: [] })
  })

  it('that nobody needed is dismissed', async () =>
    expect(await post('/api/cards/K0001/dismiss')).toMatchObject({ card: { how: 'dismissed' } }))

  it('must be there', async () =>
    expect(await post('/api/cards/K0999/accept')).toMatchObject({ status: 404, code: 'unknownCard' }))
})
