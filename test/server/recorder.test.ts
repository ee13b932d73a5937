import { asc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import type { HallId } from '#contracts/ids.ts'
import { memoryJournal } from '#edge/adapters/memoryJournal.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { alerts, appointments, facts, missions, tickets } from '#server/db/schema.ts'
import { factsOf } from '#server/history/facts.ts'
import { alertOf, appointmentOf, missionOf, ticketOf } from '#server/history/rows.ts'
import { store } from '#server/history/storing.ts'
import { eventually } from '../support/eventually.ts'
import { type Gate, openGate } from '../support/gate.ts'
import { keptLog } from '../support/log.ts'
import { type HouseNeeds, type OpenedHouse, openHouse } from '../support/openHouse.ts'
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts'
import { bookableSite } from './bookableSite.ts'

let fresh: FreshDatabase
let gate: Gate
let database: Database
const houses: OpenedHouse[] = []

beforeEach(async () => {
  fresh = await freshDatabase()
  gate = await openGate(fresh.url)
  database = await openDatabase({ url: gate.url, dataDir: '', log: keptLog() })
})

afterEach(async () => {
  for (const house of houses.splice(0)) await house.close()
  await database.close()
  await gate.close()
  await fresh.drop()
})

const open = async (needs: HouseNeeds = {}): Promise<OpenedHouse> => {
  const house = await openHouse({ db: database.db, ...needs })
  houses.push(house)
  return house
}
const recorded = (house: OpenedHouse) =>
  eventually(() => house.recorder?.lag() === 0 && house.recorder.stored() === house.mirror.seq())
const storedSeqs = async (hallId: HallId) => {
  const rows = await database.db
    .select({ seq: facts.seq })
    .from(facts)
    .where(eq(facts.hallId, hallId))
    .orderBy(asc(facts.seq))
  return rows.map(({ seq }) => seq)
}
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)
const byName = ({ mirror }: OpenedHouse) =>
  new Map(mirror.snapshot()?.records.map((record) => [`${record.kind}:${record.id}`, record]))
const collect = async (some: AsyncIterable<Fact>) => {
  const all: Fact[] = []
  for await (const fact of some) all.push(fact)
  return all
}

/** One served, one missed, one given back and one waiting visitor, a mission called off, an alert resolved. */
const morning = async (house: OpenedHouse) => {
  const told = new Map<string, unknown>()
  const ask = async (path: string, body: object = {}) => {
    house.clock.advance(1_000)
    const answer = await (await house.ask(path.endsWith('services') ? 'PUT' : 'POST', path, body)).json()
    for (const kind of ['ticket', 'mission', 'alert'])
      if (answer[kind]) told.set(`${kind}:${answer[kind][`${kind}Id`]}`, answer[kind])
    return answer
  }
  await ask('/api/windows/W1/open')
  for (const service of ['social', 'tax', 'social', 'tax'])
    await ask('/api/tickets', { serviceIds: [service], lane: 'priority', priorityReason: 'elderly', language: 'ja' })
  await ask('/api/windows/W1/call-next')
  await ask('/api/windows/W1/recall')
  await ask('/api/windows/W1/start')
  await ask('/api/windows/W1/finish')
  await ask('/api/windows/W1/call-next')
  await ask('/api/windows/W1/no-show')
  await ask('/api/tickets/20261123-A002/cancel')
  await ask('/api/missions', { kind: 'delivery', from: 'W1', to: 'back-office', note: 'blue folder', priority: 3 })
  await ask('/api/missions/M0001/cancel')
  house.clock.advance(16 * 60_000)
  await house.tick()
  await ask('/api/alerts/L0001/accept', { measure: 'soothe' })
  await ask('/api/alerts/L0001/resolve', { outcome: 'a chair' })
  return told
}

describe('the recorder', () => {
  it('keeps every fact, and the lives as the hall itself tells them', async () => {
    const house = await open()
    const told = await morning(house)
    await recorded(house)
    expect(await storedSeqs(house.hallId)).toEqual(upTo(house.mirror.seq()))
    const { db } = database
    const lives: (readonly [string, unknown])[] = [
      ...(await db.select().from(tickets))
        .map(ticketOf)
        .map(({ ticket }) => [`ticket:${ticket.ticketId}`, ticket] as const),
      ...(await db.select().from(missions)).map(missionOf).map((one) => [`mission:${one.missionId}`, one] as const),
      ...(await db.select().from(alerts)).map(alertOf).map((one) => [`alert:${one.alertId}`, one] as const),
    ]
    expect(told.size).toBe(6)
    expect(new Map(lives)).toEqual(told)
  })

  it('goes on where it stopped', async () => {
    const journal = memoryJournal()
    const first = await open({ journal })
    await first.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await recorded(first)
    await first.recorder?.close()
    await first.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    expect(await storedSeqs(first.hallId)).toEqual(upTo(2))
    const second = await open({ journal })
    await second.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await recorded(second)
    expect(await storedSeqs(second.hallId)).toEqual(upTo(4))
    expect((await database.db.select().from(tickets)).map(({ number }) => number).sort()).toEqual([
      'A001',
      'A002',
      'A003',
    ])
  })

  it('changes nothing when the same facts come again', async () => {
    const kept: Fact[] = []
    const house = await open({ journal: memoryJournal(kept) })
    await morning(house)
    await recorded(house)
    const everything = async () => [
      await database.db.select().from(facts).orderBy(asc(facts.seq)),
      await database.db.select().from(tickets).orderBy(asc(tickets.ticketId)),
      await database.db.select().from(missions),
      await database.db.select().from(alerts),
    ]
    const before = await everything()
    await store(database.db, house.hallId, kept)
    await store(database.db, house.hallId, kept.slice(3, 9))
    expect(await everything()).toEqual(before)
  })

  it('loses nothing while the database is away, and says that it waits', async () => {
    const house = await open()
    await house.tick()
    await recorded(house)
    gate.shut()
    await morning(house)
    const part = await eventually(() => house.recorder?.part().state === 'attention' && house.recorder.part())
    expect(part.detail).toMatch(/\d+ facts wait: /)
    const health = await house.ask('GET', '/health')
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({
      state: 'attention',
      recorderLag: house.mirror.seq() - 1,
      parts: expect.arrayContaining([expect.objectContaining({ partId: 'database', state: 'attention' })]),
    })
    expect(await (await house.ask('GET', '/ready')).json()).toEqual({ ready: true, database: 'down' })
    const gone = await house.ask('GET', '/api/tickets/20261123-A001')
    expect(await gone.json()).toMatchObject({ status: 503, code: 'databaseDown' })
    gate.open()
    await recorded(house)
    expect(await storedSeqs(house.hallId)).toEqual(upTo(house.mirror.seq()))
    expect(house.recorder?.part().state).toBe('fine')
    expect(await (await house.ask('GET', '/api/tickets/20261123-A001')).json()).toMatchObject({
      ticket: { state: 'served', calls: 2, language: 'ja' },
    })
  })

  it('knows a ticket that has left the hall this very moment', async () => {
    const house = await open()
    await house.ask('POST', '/api/windows/W1/open')
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    for (const deed of ['call-next', 'start', 'finish']) await house.ask('POST', `/api/windows/W1/${deed}`)
    const answer = await house.ask('GET', '/api/tickets/20261123-A001')
    expect(await answer.json()).toMatchObject({ ticket: { state: 'served' } })
  })

  it('counts what changes nothing to be seen, such as a booking', async () => {
    const house = await open({ site: bookableSite() })
    await house.tick()
    await recorded(house)
    const from = house.clock.now() + 25 * 60 * 60_000
    const booked = await house.ask('POST', '/api/appointments', { serviceIds: ['social'], from })
    expect(house.recorder?.lag()).toBe(1)
    await house.recorder?.caughtUp()
    expect(house.recorder?.part().state).toBe('fine')
    const { appointment } = await booked.json()
    expect((await database.db.select().from(appointments)).map(appointmentOf)).toEqual([
      { appointment, bookedAt: house.clock.now() },
    ])
  })

  it('is held up by no odd character', async () => {
    const house = await open()
    const note = 'a\u0000b \ud800 c 😀'
    await house.ask('POST', '/api/missions', { kind: 'delivery', from: 'W1', to: 'back-office', note })
    await house.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await recorded(house)
    expect(await database.db.select({ note: missions.note }).from(missions)).toEqual([{ note: 'a\ufffdb \ufffd c 😀' }])
  })

  it('says so when the database knows more than the hall', async () => {
    const first = await open()
    await morning(first)
    await recorded(first)
    const blank = await open()
    await blank.tick()
    const part = await eventually(() => blank.recorder?.part().state === 'urgent' && blank.recorder.part())
    expect(part.detail).toContain('fill the box from the database')
  })
})

describe('two halls in one database', () => {
  it('keep their facts, tickets and looks apart', async () => {
    const north = await open({ hallId: 'north' })
    const south = await open({ hallId: 'south' })
    await north.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await south.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    await south.ask('POST', '/api/tickets', { serviceIds: ['social'] })
    for (const house of [north, south]) {
      await house.ask('POST', '/api/tickets/20261123-A001/cancel')
      await recorded(house)
    }
    expect(await storedSeqs(north.hallId)).toEqual(upTo(3))
    expect(await storedSeqs(south.hallId)).toEqual(upTo(4))
    await south.ask('POST', '/api/tickets/20261123-A002/cancel')
    await recorded(south)
    expect((await north.ask('GET', '/api/tickets/20261123-A001')).status).toBe(200)
    expect(await (await north.ask('GET', '/api/tickets/20261123-A002')).json()).toMatchObject({ code: 'unknownTicket' })
    expect((await south.ask('GET', '/api/tickets/20261123-A002')).status).toBe(200)
  })
})

describe('a new box', () => {
  it('is filled with the facts, and is the same hall', async () => {
    const kept: Fact[] = []
    const old = await open({ journal: memoryJournal(kept) })
    await morning(old)
    await recorded(old)
    const filled = await collect(factsOf(database.db, old.hallId, 1))
    expect(filled).toEqual(kept)
    expect(await collect(factsOf(database.db, old.hallId, 5))).toEqual(kept.slice(4))
    const next = await open({ journal: memoryJournal(filled), clock: old.clock })
    await Promise.all([old.tick(), next.tick()])
    expect(byName(next)).toEqual(byName(old))
  })
})
