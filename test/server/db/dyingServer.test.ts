import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#server/db/client.ts'
import { type Embedded, openEmbedded } from '#server/db/embedded.ts'
import { ask, serverOf } from '#test/support/embedded.ts'
import { eventually } from '#test/support/eventually.ts'
import { type TestFolder, testFolder } from '#test/support/folder.ts'
import { keptLog } from '#test/support/log.ts'

const OUTLIVING = join(import.meta.dirname, 'outliving.ts')

let folder: TestFolder
let embedded: Embedded
let database: Database

beforeEach(async () => {
  folder = await testFolder()
  embedded = await openEmbedded({ dataDir: folder.path })
  database = await openDatabase({ url: embedded.url, dataDir: folder.path, log: keptLog() })
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

describe('a database server that dies', () => {
  it('fails the query under way, and is there for the next', async () => {
    const slow = database.db.execute(sql`select pg_sleep(60)`).catch((error) => error)
    const running = `select pid from pg_stat_activity where query like 'select pg_sleep(60)%'`
    await eventually(async () => (await ask(embedded.url, running)).length > 0)
    process.kill(serverOf(embedded), 'SIGKILL')
    expect(await slow).toBeInstanceOf(Error)
    expect(await eventually(answers, 60_000)).toBe(true)
  })

  it('ends nothing else, holds up nothing, and has whole batches only, however often it dies', async () => {
    const work = await testFolder()
    const program = spawn(process.execPath, ['--import', 'tsx', OUTLIVING, work.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said, [code]] = await Promise.all([program.stdout.setEncoding('utf8').toArray(), once(program, 'exit')])
    await work.remove()
    expect(code).toBe(0)
    const { facts, tickets, last } = JSON.parse(said.join(''))
    expect({ facts, tickets }).toEqual({ facts: last, tickets: last })
    expect(last).toBeGreaterThan(0)
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
