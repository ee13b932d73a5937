import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { soon } from '../../support/eventually.ts'
import { asDevice, asPerson } from '../../support/identity.ts'
import { type OpenedHouse, openHouse } from '../../support/openHouse.ts'

type Headers = Record<string, string>

let house: OpenedHouse
let t1: Headers
let t2: Headers

/** A visitor who has waited too long, and whose card has been sent: L0001 on K0001. */
const somebodyWaits = async () => {
  await house.ask('POST', '/api/tickets', { serviceIds: ['social'], lane: 'walkIn' })
  for (const ms of [15 * MINUTE + SECOND, SECOND, 30 * SECOND]) {
    house.clock.advance(ms)
    await house.tick()
  }
}

beforeEach(async () => {
  house = await openHouse()
  t1 = (await asDevice(house.identity, { kind: 'tablet' })).headers
  t2 = (await asDevice(house.identity, { kind: 'tablet' })).headers
  await somebodyWaits()
})
afterEach(() => house.close())

const post = async (headers: Headers, path: string, body: object = {}, key?: string) =>
  (await house.ask('POST', path, body, { ...headers, ...(key && { 'idempotency-key': key }) })).json()
const onDuty = (headers: Headers, staffId: string) => post(headers, `/api/staff/${staffId}/duty`, { role: 'guide' })
const staff = async () => (await (await house.ask('GET', '/api/staff')).json()).staff
const deeds = async () =>
  (await house.identity.audit.read(0, Number.MAX_SAFE_INTEGER)).rows.map(({ by, subject, outcome }) => [
    by,
    subject,
    outcome,
  ])

describe('a tablet in somebody’s hands', () => {
  it('acts as itself before anybody goes on duty with it', async () => {
    expect(await post(t1, '/api/alerts/L0001/accept')).toMatchObject({ alert: { acceptedBy: 'T1' } })
    expect(await post(t1, '/api/alerts/L0001/resolve', { outcome: 'reassured' })).toMatchObject({
      alert: { state: 'resolved' },
    })
  })

  it('acts for whoever went on duty with it, and for nobody else', async () => {
    expect(await onDuty(t1, 'S12')).toMatchObject({ staff: { staffId: 'S12', tabletId: 'T1' } })
    expect(await post(t1, '/api/cards/K0001/accept', { staffId: 'S13' })).toMatchObject({
      code: 'tabletElsewhere',
      staffId: 'S13',
      heldBy: 'S12',
    })
    expect(await post(t1, '/api/cards/K0001/accept')).toMatchObject({ card: { acceptedBy: 'S12' } })
    expect(await post(t1, '/api/staff/S13/duty/end')).toMatchObject({ code: 'tabletElsewhere' })
    expect(await post(t1, '/api/staff/S12/duty/end')).toEqual({ staffId: 'S12' })
  })

  it('ends nothing that a colleague goes to', async () => {
    await onDuty(t1, 'S12')
    await onDuty(t2, 'S13')
    await post(t1, '/api/alerts/L0001/accept')
    for (const deed of ['resolve', 'dismiss', 'hand-over'])
      expect(await post(t2, `/api/alerts/L0001/${deed}`)).toMatchObject({ code: 'alertTaken', acceptedBy: 'S12' })
    expect(await post(t2, '/api/cards/K0001/resolve')).toMatchObject({ code: 'cardTaken', acceptedBy: 'S12' })
    expect(await post(t1, '/api/cards/K0001/resolve')).toMatchObject({ card: { how: 'resolved' } })
  })

  it('says in no body whose it is', async () => {
    await onDuty(t2, 'S13')
    const body = { tabletId: 'T2', staffId: 'S13' }
    expect(await post(t1, '/api/cards/K0001/accept', body)).toMatchObject({ code: 'tabletElsewhere', tabletId: 'T1' })
  })
})

describe('what a tablet does beside the list', () => {
  it('stands in the journal as its holder’s, whatever the body says', async () => {
    const by: string[] = []
    const take = () => post(t1, '/api/tickets', { serviceIds: ['social'], staffId: 'S99' })
    const unfollow = house.hall.follow(0, ({ by: who }) => void by.push(who))
    await take()
    await onDuty(t1, 'S12')
    await take()
    await soon(() => expect(by.slice(-3)).toEqual(['T1', 'S12', 'S12']))
    unfollow()
  })
})

describe('a change of shift', () => {
  it('takes who held the tablet off duty, and gives back what they went to', async () => {
    await onDuty(t1, 'S7')
    await post(t1, '/api/alerts/L0001/accept')
    expect(await onDuty(t1, 'S12')).toMatchObject({ staff: { staffId: 'S12', tabletId: 'T1' } })
    expect(await staff()).toMatchObject([{ staffId: 'S12' }])
    expect(house.mirror.record('alert', 'L0001')?.alert.state).toBe('open')
    expect(await deeds()).toEqual([['T1', 'T1: S7 → S12', 'done']])
  })

  it('refuses what was tapped for the one before, and still answers a repeat of what was done', async () => {
    await onDuty(t1, 'S7')
    const done = await post(t1, '/api/alerts/L0001/accept', { staffId: 'S7' }, 'tap-1')
    await onDuty(t1, 'S12')
    expect(await post(t1, '/api/alerts/L0001/accept', { staffId: 'S7' }, 'tap-1')).toEqual(done)
    expect(await post(t1, '/api/alerts/L0001/accept', { staffId: 'S7' }, 'tap-2')).toMatchObject({
      status: 409,
      code: 'tabletElsewhere',
      heldBy: 'S12',
    })
  })

  it('of a number to another tablet leaves the first to itself, and is registered', async () => {
    await onDuty(t1, 'S12')
    await post(t1, '/api/alerts/L0001/accept')
    expect(await onDuty(t2, 'S12')).toMatchObject({ staff: { tabletId: 'T2' } })
    expect(await post(t1, '/api/alerts/L0001/resolve', { staffId: 'S12' })).toMatchObject({
      code: 'tabletElsewhere',
      heldBy: 'T1',
    })
    expect(await post(t2, '/api/alerts/L0001/resolve')).toMatchObject({ alert: { state: 'resolved' } })
    expect(await deeds()).toEqual([['T2', 'S12: T1 → T2', 'done']])
  })
})

describe('a number that asks from its own session', () => {
  it('lets go of its tablet, and whoever takes it there is registered', async () => {
    const { personId, headers } = await asPerson(house.identity, 'staff')
    await onDuty(t1, personId)
    await onDuty(headers, personId)
    expect(await staff()).toMatchObject([{ staffId: personId }])
    expect((await staff())[0].tabletId).toBeUndefined()
    await onDuty(t2, personId)
    expect(await deeds()).toEqual([
      [personId, `${personId}: T1 → ${personId}`, 'done'],
      ['T2', `${personId}: ${personId} → T2`, 'done'],
    ])
  })
})

describe('who has signed in at a tablet', () => {
  it('acts for themselves with it, and is known by it when the session is over', async () => {
    const { personId, headers } = await asPerson(house.identity, 'staff')
    const both = { ...headers, ...t1 }
    expect(await onDuty(both, personId)).toMatchObject({ staff: { tabletId: 'T1' } })
    expect(await post(both, '/api/alerts/L0001/accept')).toMatchObject({ alert: { acceptedBy: personId } })
    expect(await post(t1, '/api/alerts/L0001/resolve', { staffId: personId })).toMatchObject({
      alert: { state: 'resolved' },
    })
  })

  it('keeps what a manager may: to act for all', async () => {
    const { headers } = await asPerson(house.identity, 'manager')
    await onDuty(t1, 'S12')
    await post(t1, '/api/alerts/L0001/accept')
    expect(await post(headers, '/api/alerts/L0001/resolve')).toMatchObject({ alert: { state: 'resolved' } })
    expect(await post(headers, '/api/staff/S12/duty/end')).toEqual({ staffId: 'S12' })
  })
})
