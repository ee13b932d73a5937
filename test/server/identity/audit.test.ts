import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '#contracts/durations.ts'
import { HallId } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { openAudit } from '#server/identity/audit.ts'
import { prune } from '#server/identity/auditPruning.ts'
import { type AuditStore, databaseAudit, memoryAudit } from '#server/identity/auditStore.ts'
import { handClock } from '../../support/clock.ts'
import { NINE } from '../../support/given.ts'
import { keptLog } from '../../support/log.ts'
import { freshDatabase } from '../../support/postgres.ts'

const DAY = 24 * HOUR
const EVER = Number.MAX_SAFE_INTEGER

let fresh: Awaited<ReturnType<typeof freshDatabase>>
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = await openDatabase({ url: fresh.url, dataDir: '', log: keptLog() })
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

const noted = (n: number) => ({ by: `S${n}`, role: 'admin', what: 'PUT /api/site', subject: '', address: '' })

const openRegister = (store: AuditStore) => {
  const [clock, log] = [handClock(NINE), keptLog()]
  const audit = openAudit({ store, clock, log })
  return {
    audit,
    clock,
    /** One deed a day. */
    days: async (count: number) => {
      for (let day = 0; day < count; day++) {
        audit.note({ ...noted(day), outcome: 'done' })
        await audit.read(0, 0)
        clock.advance(DAY)
      }
    },
    prune: () => prune({ store, clock, log }),
    read: async (from = 0) => {
      const { rows, brokenAt } = await audit.read(from, EVER)
      return { first: rows[0]?.n, last: rows.at(-1)?.n, brokenAt }
    },
  }
}

const stores = (hall: string): [string, () => AuditStore][] => [
  ['in memory', () => memoryAudit()],
  ['in the database', () => databaseAudit({ db: database.db, hallId: HallId.parse(hall) })],
]

describe.each(stores('kept-hall'))('the register %s', (_, openStore) => {
  it('forgets nothing of the last six months, and what is left still hangs together', async () => {
    const { days, prune: forget, read, clock, audit } = openRegister(openStore())
    await days(180)
    await forget()
    expect(await read()).toEqual({ first: 1, last: 180, brokenAt: undefined })
    await days(20)
    await forget()
    const { first = 0, ...left } = await read()
    expect([first, left]).toEqual([17, { last: 200, brokenAt: undefined }])
    expect(await read(clock.now() - 3 * DAY)).toEqual({ first: 198, last: 200, brokenAt: undefined })
    clock.advance(300 * DAY)
    await forget()
    await days(1)
    expect(await read()).toEqual({ first: 201, last: 201, brokenAt: undefined })
    await audit.close()
  })
})

describe('a register that somebody has changed', () => {
  it('is not forgotten, and shows a beginning that was cut off', async () => {
    const hallId = HallId.parse('changed-hall')
    const { days, prune: forget, read, audit } = openRegister(databaseAudit({ db: database.db, hallId }))
    await days(200)
    await database.db.execute("update audit set by = 'S999' where n = 5 and hall_id = 'changed-hall'")
    await forget()
    expect(await read()).toEqual({ first: 1, last: 200, brokenAt: 5 })
    await database.db.execute("delete from audit where n <= 5 and hall_id = 'changed-hall'")
    expect(await read()).toMatchObject({ first: 6, brokenAt: 6 })
    await audit.close()
  })
})

describe('the register of a box without a database', () => {
  it('is whole when it has dropped its oldest rows', async () => {
    const store = memoryAudit()
    const { audit, read } = openRegister(store)
    for (let n = 0; n < 10_050; n++) {
      audit.note({ ...noted(n), outcome: 'done' })
      if (n % 1000 === 0) await audit.read(0, 0)
    }
    expect(await read()).toEqual({ first: 51, last: 10_050, brokenAt: undefined })
    await audit.close()
  })
})
