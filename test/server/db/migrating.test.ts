import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Database, openDatabase } from '#server/db/client.ts'
import { createClient } from '#server/db/dialing.ts'
import { missions } from '#server/db/schema.ts'
import { missionOf } from '#server/history/rows.ts'
import { ask } from '#test/support/embedded.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { keptLog } from '#test/support/log.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) })

let fresh: FreshDatabase
let folder: TestFolder
let database: Database | undefined

beforeEach(async () => {
  fresh = await freshDatabase()
  folder = await testFolder()
})

afterEach(async () => {
  await database?.close()
  await folder.remove()
  await fresh.drop()
})

/** A database as the migrations up to that one have left it. */
const asOf = async (tag: string): Promise<void> => {
  await ask(fresh.url, 'drop schema public cascade; drop schema drizzle cascade; create schema public')
  await cp('server/db/migrations', folder.path, { recursive: true })
  const path = join(folder.path, 'meta/_journal.json')
  const journal = Journal.parse(JSON.parse(await readFile(path, 'utf8')))
  const last = journal.entries.findIndex((entry) => entry.tag === tag)
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  const client = createClient(fresh.url, { max: 1 })
  await migrate(drizzle({ client }), { migrationsFolder: folder.path })
  await client.end()
}

describe('a database of November 2026', () => {
  it('still tells of its missions, also of those that were on their way', async () => {
    await asOf('0002_appointments')
    const errand = { robotId: 'R1', orderId: 'O1', orderUpdateId: 0, acknowledged: true, nodeIds: ['n1', 'n2'] }
    const row = (id: string, state: string, robot: string) =>
      `('h', '${id}', 'delivery', 'W1', 'W2', 0, '${state}', ${robot}, 5, ${state === 'delivered' ? '9, 9' : 'null, null'})`
    await ask(
      fresh.url,
      `insert into missions (hall_id, mission_id, kind, from_place, to_place, priority, state, robot_id, errand, requested_at, delivered_at, ended_at)
       values ${row('M0001', 'delivered', `'R1', null`)}, ${row('M0002', 'underway', `'R1', '${JSON.stringify(errand)}'`)}`,
    )
    database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
    const told = (await database.db.select().from(missions).orderBy(missions.missionId)).map(missionOf)
    const asked = { kind: 'delivery', from: 'W1', to: 'W2', priority: 0, requestedAt: 5, robotId: 'R1' }
    expect(told).toEqual([
      { ...asked, missionId: 'M0001', state: 'delivered', finishedAt: 9 },
      { ...asked, missionId: 'M0002', state: 'underway', cancelAsked: false },
    ])
  })
})
