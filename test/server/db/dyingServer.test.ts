import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HallId, TicketId } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { type Embedded, openEmbedded } from '#server/db/embedded.ts'
import { facts } from '#server/db/schema.ts'
import { ask, serverOf } from '#test/support/embedded.ts'
import { eventually } from '#test/support/eventually.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { type KeptLog, keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'

const hallId = HallId.parse('north')
const event = { type: 'ticketCancelled', ticketId: TicketId.parse('20261123-A001') } as const
const fact = { hallId, seq: 1, at: 1, by: 'clock', cause: commandId('one'), type: event.type, event }

let folder: TestFolder
let log: KeptLog
let embedded: Embedded
let database: Database

beforeEach(async () => {
  folder = await testFolder()
  log = keptLog()
  embedded = await openEmbedded({ dataDir: folder.path })
  database = await openDatabase({ url: embedded.url, dataDir: folder.path, log })
})

afterEach(async () => {
  await database.close()
  await embedded.stop()
  await folder.remove()
})

const answers = () =>
  database.db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )

describe('a database server that dies in the middle of a transaction', () => {
  it('fails that transaction while a query runs, leaves nothing of it, and is there for the next', async () => {
    const { db } = database
    const dying = db.transaction(async (transaction) => {
      await transaction.insert(facts).values(fact)
      const slow = transaction.execute(sql`select pg_sleep(60)`)
      process.kill(serverOf(embedded), 'SIGKILL')
      await slow
    })
    await expect(dying).rejects.toThrow()
    expect(await eventually(answers, 60_000)).toBe(true)
    expect(await db.select().from(facts)).toEqual([])
  })

  it('fails it also between two queries', async () => {
    const { db } = database
    const dying = db.transaction(async (transaction) => {
      await transaction.insert(facts).values(fact)
      process.kill(serverOf(embedded), 'SIGKILL')
      await eventually(() => log.lines.some(({ words }) => words === 'a connection is lost'))
      await transaction.insert(facts).values({ ...fact, seq: 2 })
    })
    await expect(dying).rejects.toThrow()
    expect(await eventually(answers, 60_000)).toBe(true)
    expect(await db.select().from(facts)).toEqual([])
  })

  it('refuses queries at once when it is gone for good', async () => {
    await embedded.stop()
    const fault = await database.db.execute(sql`select 1`).catch((error) => error)
    expect(fault).toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  })
})

describe('closing the database', () => {
  it('does not wait for a query that hangs', async () => {
    const hanging = database.db.execute(sql`select pg_sleep(3600)`).catch((error) => error)
    const running = `select pid from pg_stat_activity where query = 'select pg_sleep(3600)'`
    await eventually(async () => (await ask(embedded.url, running)).length === 1)
    await database.close()
    await embedded.stop()
    expect(await hanging).toBeInstanceOf(Error)
  })
})
