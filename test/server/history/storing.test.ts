import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fact } from '#contracts/facts.ts'
import { HallId, ServiceId, TicketId, TicketNumber } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { lastStored } from '#server/history/facts.ts'
import { store } from '#server/history/storing.ts'
import { ask } from '#test/support/embedded.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const hallId = HallId.parse('north')
const ticketId = TicketId.parse('20261123-A001')
const number = TicketNumber.parse('A001')

const fact = (seq: number, event: Fact['event']): Fact => ({ seq, at: seq, by: 'test', cause: commandId(seq), event })
const issued = fact(1, { type: 'ticketIssued', ticketId, number, serviceIds: [ServiceId.parse('tax')], lane: 'walkIn' })
const cancelled = fact(2, { type: 'ticketCancelled', ticketId })

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

const states = () => ask(fresh.url, 'select state from tickets')

it('writes no fact when a life cannot be written', async () => {
  await ask(fresh.url, `alter table tickets add check (number <> 'A001')`)
  await expect(store(database.db, hallId, [issued])).rejects.toMatchObject({ cause: { code: '23514' } })
  expect(await lastStored(database.db, hallId)).toBe(0)
})

it('writes no life over when its facts have come in between', async () => {
  const { db } = database
  const late =
    'create function late() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end $$'
  await ask(fresh.url, `${late}; create trigger late before insert on tickets execute function late()`)
  const both = await Promise.allSettled([store(db, hallId, [issued]), store(db, hallId, [issued, cancelled])])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await store(db, hallId, [issued, cancelled])
  expect(await states()).toEqual([{ state: 'cancelled' }])
  expect(await lastStored(db, hallId)).toBe(2)
})

it('takes a day at once', async () => {
  const whole = Array.from({ length: 1_700 }, (_, i) => ({ ...cancelled, seq: i + 2 }))
  await store(database.db, hallId, [issued, ...whole])
  expect(await lastStored(database.db, hallId)).toBe(1_701)
  expect(await states()).toEqual([{ state: 'cancelled' }])
})
