import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '#contracts/commands.ts'
import { MINUTE } from '#contracts/durations.ts'
import { StayId, ZoneId } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { ask } from '../support/embedded.ts'
import { NINE } from '../support/given.ts'
import { keptLog } from '../support/log.ts'
import { commandId } from '../support/names.ts'
import { type FreshDatabase, freshDatabase } from '../support/postgres.ts'
import { C1, JPEG, lookAt, openViewing, type Viewing } from './routes/viewing.ts'

/** How JPEG and PNG begin: as bytes, in hexadecimal, in Base64, and as bytes written one by one. */
const PICTURES = /\xff\xd8\xff|\x89PNG|ffd8ff|89504e47|\/9j\/|iVBORw0KGgo|255,\s*216,\s*255|137,\s*80,\s*78,\s*71/i

let fresh: FreshDatabase
let database: Database
let hall: Viewing

beforeEach(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
  hall = await openViewing({ db: database.db })
})

afterEach(async () => {
  await hall.close()
  await database.close()
  await fresh.drop()
})

/** Every row of every table, as text; bytes come in hexadecimal. */
const dumped = async (): Promise<string> => {
  const tables = await ask(
    fresh.url,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const rows = await Promise.all(tables.map(({ name }) => ask(fresh.url, `select t::text as row from ${name} as t`)))
  return rows
    .flat()
    .map(({ row }) => String(row))
    .join('\n')
}

let sent = 0
const send = async (command: Command) => {
  sent += 1
  await hall.hall.send({ id: commandId(`camera:${sent}`), by: 'camera', command })
}

const ofCamera = { cameraId: C1, zoneId: ZoneId.parse('Z1'), stayId: StayId.parse('C1-1') }
const outline = [
  { x: 0, y: 0 },
  { x: 640, y: 0 },
  { x: 640, y: 480 },
]

/** A manager looks and sets up, and the camera finds whatever it may find. */
const liveThroughADay = async () => {
  hall.show(lookAt(NINE))
  const path = `/api/cameras/C1/look/${await hall.lookId()}`
  expect(await hall.asManager('GET', path)).toMatchObject({ jpeg: expect.stringMatching(PICTURES) })
  const setup = { width: 640, height: 480, zones: [{ zoneId: 'Z1', outline }], privacy: { operator: 'Test hall' } }
  await hall.asManager('PUT', '/api/cameras/C1/setup', { setup })
  await send({ type: 'reportLongStay', ...ofCamera, since: NINE, seenAt: NINE + 16 * MINUTE })
  await send({ type: 'reportStayOver', cameraId: C1, stayId: ofCamera.stayId })
  await send({ type: 'reportCrowding', zoneId: ofCamera.zoneId, people: 61, since: NINE })
  await send({ type: 'reportCamera', cameraId: C1, problem: 'covered', since: NINE })
  await send({ type: 'reportCamera', cameraId: C1, since: NINE + MINUTE })
  hall.clock.advance(24 * 60 * MINUTE)
  await hall.tick()
}

describe('a day with looks, set-ups and alerts of cameras', () => {
  it('leaves no picture in the database, in the journal, on the live line, in the metrics or in the log', async () => {
    await liveThroughADay()
    await hall.recorder?.caughtUp()
    const database = await dumped()
    for (const type of ['cameraLookGranted', 'cameraSetUp', 'dayBegan', 'crowding', 'covered', 'longWait'])
      expect(database).toContain(type)
    const metrics = await (await hall.ask('GET', '/metrics')).text()
    const told = JSON.stringify([await hall.facts(), hall.mirror.snapshot(), hall.log])
    for (const kept of [database, metrics, told]) expect(kept.match(PICTURES)).toBeNull()
  })

  it.each([
    ['bytes', `create table kept (frame bytea); insert into kept values ('\\x00${Buffer.from(JPEG).toString('hex')}')`],
    ['Base64', `create table kept (frame text); insert into kept values ('${Buffer.from(JPEG).toString('base64')}')`],
    ['JSON', `create table kept (frame jsonb); insert into kept values ('[${JPEG.join()}]')`],
    ['PNG', `create table kept (frame bytea); insert into kept values ('\\x89504e470d0a1a0a')`],
    ['PNG in Base64', `create table kept (frame jsonb); insert into kept values ('{"png":"iVBORw0KGgoAAAA"}')`],
  ])('would be found with a picture in it as %s', async (_, keeping) => {
    expect(await dumped()).not.toMatch(PICTURES)
    await ask(fresh.url, keeping)
    expect(await dumped()).toMatch(PICTURES)
  })
})
