import { once } from 'node:events'
import { createServer } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HallId, ServiceId, TicketId } from '#contracts/ids.ts'
import { type Database, openDatabase } from '#server/db/client.ts'
import { facts, tickets } from '#server/db/schema.ts'
import { ask } from '#test/support/embedded.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'
import { type FreshDatabase, freshDatabase } from '#test/support/postgres.ts'

const hallId = HallId.parse('north')
const ticketId = TicketId.parse('20261123-A001')
const waiting = {
  hallId,
  ticketId,
  number: 'A001',
  serviceIds: [ServiceId.parse('social'), ServiceId.parse('tax')],
  lane: 'walkIn',
  state: 'waiting',
  issuedAt: 1_795_348_141_531,
  calls: 0,
  promised: { p50Minutes: 3, p80Minutes: 5, ahead: 1 },
} as const

let fresh: FreshDatabase
let opened: Database[]

beforeEach(async () => {
  fresh = await freshDatabase()
  opened = []
})

afterEach(async () => {
  for (const each of opened) await each.close()
  await fresh.drop()
})

const open = async (url = fresh.url): Promise<Database> => {
  const database = await openDatabase({ url, dataDir: '', log: keptLog() })
  opened.push(database)
  return database
}

const changed = (parts: Partial<Pick<URL, 'host' | 'pathname' | 'password'>>): string =>
  Object.assign(new URL(fresh.url), parts).href

describe('opening the database', () => {
  it('makes the tables once, however many open it at the same time', async () => {
    await ask(fresh.url, 'drop schema public cascade; drop schema drizzle cascade; create schema public')
    await Promise.all([open(), open(), open()])
    const made = 'select count(*)::int - count(distinct hash)::int as twice, count(*) > 0 as once'
    expect(await ask(fresh.url, `${made} from drizzle.__drizzle_migrations`)).toEqual([{ twice: 0, once: true }])
  })

  it('keeps what is in it when it is opened again', async () => {
    const first = await open()
    await first.db.insert(tickets).values({ ...waiting, serviceIds: [...waiting.serviceIds] })
    const second = await open()
    expect(await second.db.select().from(tickets)).toMatchObject([waiting])
  })

  it('gives numbers, lists and objects back as what they were', async () => {
    const { db } = await open()
    const fact = {
      hallId,
      seq: 2 ** 40,
      at: 1_795_348_141_531,
      by: 'window:W1',
      cause: commandId('one'),
      type: 'ticketCancelled',
      event: { type: 'ticketCancelled', ticketId },
    } as const
    await db.insert(facts).values(fact)
    expect(await db.select().from(facts).where(eq(facts.seq, fact.seq))).toEqual([fact])
    expect(await ask(fresh.url, `select event ->> 'ticketId' as ticket from facts`)).toEqual([{ ticket: ticketId }])
  })

  it('refuses a second fact of the same number in the same hall, and takes it in another', async () => {
    const { db } = await open()
    const fact = { seq: 1, at: 1, by: 'clock', cause: commandId('one'), type: 'ticketCancelled' } as const
    const event = { type: 'ticketCancelled', ticketId } as const
    await db.insert(facts).values({ ...fact, event, hallId })
    await expect(db.insert(facts).values({ ...fact, event, hallId })).rejects.toMatchObject({
      cause: { code: '23505' },
    })
    await db.insert(facts).values({ ...fact, event, hallId: HallId.parse('south') })
  })
})

describe('a database that cannot be opened', () => {
  it.each([
    ['is no address', 'hall:sesame@db', 'should read postgres://user:password@host:5432/name'],
    ['is of another kind', 'mysql://hall:sesame@db/x', 'should read postgres://user:password@host:5432/name'],
    ['names nobody', 'postgres://hall:sesame@127.0.0.1:1/x', 'no PostgreSQL answers at 127.0.0.1:1'],
    ['names no host of this world', 'postgres://hall:sesame@hall.invalid/x', 'the host hall.invalid'],
  ])('says what is wrong when DATABASE_URL %s', async (_, url, words) => {
    const fault = await open(url).catch((error) => error)
    expect(fault).toMatchObject({ name: 'DatabaseFault', message: expect.stringContaining(words) })
    expect(fault.message + fault.stack).not.toContain('sesame')
  })

  it('says that a server hung up, when it is no PostgreSQL', async () => {
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad request\r\n\r\n')).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(open(changed({ host: `127.0.0.1:${port}` }))).rejects.toThrow('hung up: is it a PostgreSQL')
    other.close()
  })

  it('says who is refused, never with which password', async () => {
    const fault = await open(changed({ password: 'sesame' })).catch((error) => error)
    expect(fault).toMatchObject({
      name: 'DatabaseFault',
      message: expect.stringContaining('refuses the user hallkeeper'),
    })
    expect(JSON.stringify([fault.message, fault.stack, fault.cause, String(fault.cause)])).not.toContain('sesame')
  })

  it('says which database is missing', async () => {
    await expect(open(changed({ pathname: '/nothing' }))).rejects.toThrow('has no database named nothing: create it')
  })
})
