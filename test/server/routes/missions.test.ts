import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HallId, RobotId } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { store } from '#server/history/storing.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId, missionId, placeId } from '#test/support/names.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'
import { type Courier, openCourier } from './courier.ts'

let hall: Courier

beforeEach(async () => {
  hall = await openCourier()
})

afterEach(() => hall.close())

const M1 = '/api/missions/M0001'
const delivery = { kind: 'delivery', from: 'W1', to: 'back-office', note: 'blue folder' }

describe('asking for a mission', () => {
  it('says by when, and why it waits', async () => {
    const deadline = hall.clock.now() + 600_000
    expect(await hall.told('POST', '/api/missions', { ...delivery, kind: 'return', deadline })).toMatchObject({
      status: 201,
      mission: { missionId: 'M0001', kind: 'return', deadline, state: 'waiting', why: { R1: ['offline'] } },
      waits: 'R1 is out of reach.',
    })
  })

  it('has a guide lead to the window that has called the ticket', async () => {
    await hall.ask('POST', '/api/windows/W1/open')
    await hall.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    const guide = { kind: 'guide', from: 'back-office', ticketId: '20261123-A001' }
    expect(await hall.told('POST', '/api/missions', guide)).toMatchObject({
      status: 409,
      code: 'ticketNotCalled',
      title: 'Ticket 20261123-A001 is at no window to lead to; name one, or ask once it is called.',
    })
    await hall.ask('POST', '/api/windows/W1/call-next')
    expect(await hall.told('POST', '/api/missions', guide)).toMatchObject({ status: 201, mission: { to: 'W1' } })
  })

  it('is refused without a place to go to', async () => {
    expect(await hall.told('POST', '/api/missions', { kind: 'delivery', from: 'W1' })).toMatchObject({
      status: 409,
      code: 'noDestination',
      title: 'Nothing says where to go from W1; name a place, or for a guide the ticket.',
    })
  })
})

describe('handing over', () => {
  it('sends the robot on, and ends the mission', async () => {
    await hall.report()
    await hall.told('POST', '/api/missions', delivery)
    expect(await hall.told('POST', `${M1}/confirm`)).toMatchObject({ status: 409, code: 'nothingToHandOver' })
    await hall.arrive()
    expect(await hall.told('POST', `${M1}/confirm`)).toMatchObject({ status: 200, mission: { state: 'underway' } })
    await hall.arrive()
    expect(await hall.told('POST', `${M1}/confirm`)).toMatchObject({
      mission: { state: 'delivered', robotId: 'R1', savedSeconds: expect.any(Number) },
    })
    expect(await hall.told('POST', '/api/missions/M0009/confirm')).toMatchObject({ status: 404 })
  })

  it('is what a robot is said to wait for', async () => {
    await hall.report()
    await hall.told('POST', '/api/missions', delivery)
    await hall.arrive()
    hall.clock.advance(10_000)
    await hall.tick()
    expect(await hall.told('GET', M1)).toMatchObject({
      mission: { state: 'assigned' },
      waits: 'R1 waits at W1 for somebody to load it.',
    })
    await hall.told('POST', `${M1}/confirm`)
    await hall.arrive()
    expect(await hall.told('POST', `${M1}/confirm`)).not.toHaveProperty('waits')
  })
})

describe('papers that are to come back', () => {
  it('are fetched from where they were delivered', async () => {
    await hall.report()
    await hall.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await hall.deliver({ note: 'blue folder', ticketId: '20261123-A001', priority: 3 })
    expect(await hall.told('POST', `${M1}/return`)).toMatchObject({
      status: 201,
      mission: {
        missionId: 'M0002',
        kind: 'return',
        from: 'back-office',
        to: 'W1',
        note: 'blue folder',
        ticketId: '20261123-A001',
        priority: 0,
      },
    })
  })

  it('are fetched once for the same key', async () => {
    await hall.report()
    await hall.deliver()
    const again = async () => (await hall.ask('POST', `${M1}/return`, {}, { 'idempotency-key': 'k1' })).json()
    expect(await again()).toMatchObject({ mission: { missionId: 'M0002' } })
    expect(await again()).toMatchObject({ mission: { missionId: 'M0002' } })
    expect(hall.mirror.all('mission')).toHaveLength(2)
  })

  it('have to be there first', async () => {
    await hall.told('POST', '/api/missions', delivery)
    expect(await hall.told('POST', `${M1}/return`)).toMatchObject({
      status: 409,
      code: 'nothingToReturn',
      state: 'waiting',
      title: 'Mission M0001 is a delivery that is waiting; only papers that have been delivered can go back.',
    })
  })

  it('are not a visitor who was guided', async () => {
    await hall.report()
    await hall.deliver({ kind: 'guide' })
    expect(await hall.told('POST', `${M1}/return`)).toMatchObject({ code: 'nothingToReturn', kind: 'guide' })
  })
})

describe('a mission of another day', () => {
  let fresh: FreshDatabase
  let database: Database

  beforeEach(async () => {
    fresh = await freshDatabase()
    database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
  })

  afterEach(async () => {
    await database.close()
    await fresh.drop()
  })

  it('is known from the past, and its papers can come back', async () => {
    const [M9, R1] = [missionId('M0009'), RobotId.parse('R1')]
    const places = { from: placeId('W1'), to: placeId('back-office') }
    const events = [
      { type: 'missionRequested', missionId: M9, kind: 'delivery', ...places, priority: 0, why: {} },
      { type: 'missionAssigned', missionId: M9, robotId: R1 },
      { type: 'missionDelivered', missionId: M9, savedSeconds: 60 },
    ] as const
    const facts = events.map((event, i) => ({ seq: i + 101, at: i + 1, by: 'test', cause: commandId(i), event }))
    await store(database.db, HallId.parse('test-hall'), facts)
    const later = await openCourier({ db: database.db })
    expect(await later.told('GET', '/api/missions/M0009')).toMatchObject({ mission: { state: 'delivered' } })
    expect(await later.told('POST', '/api/missions/M0009/return')).toMatchObject({ mission: { from: 'back-office' } })
    expect(await later.told('POST', '/api/missions/M0010/return')).toMatchObject({ code: 'unknownMission' })
    await later.close()
  })
})
