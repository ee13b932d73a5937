/** A program that records and reads while its database server is killed again and again; says what is stored. */
import { count, sql } from 'drizzle-orm'
import type { Fact } from '#contracts/facts.ts'
import { HallId, ServiceId, TicketId, TicketNumber } from '#contracts/ids.ts'
import { openDatabase } from '#server/db/client.ts'
import { openEmbedded } from '#server/db/embedded.ts'
import { facts, tickets } from '#server/db/schema.ts'
import { lastStored } from '#server/history/facts.ts'
import { store } from '#server/history/storing.ts'
import { ask, serverOf } from '#test/support/embedded.ts'
import { eventually } from '#test/support/eventually.ts'
import { keptLog } from '#test/support/log.ts'
import { commandId } from '#test/support/names.ts'

const KILLS = 6
const CONNECTIONS = 5
/** Of a query that may have met a server which was still starting. */
const TRIES = 3

const hallId = HallId.parse('north')
const dataDir = process.argv[2] ?? ''
const embedded = await openEmbedded({ dataDir })
const { db, close } = await openDatabase({ url: embedded.url, dataDir, log: keptLog() })
let isOver = false

const issued = (seq: number): Fact => {
  const number = TicketNumber.parse(`A${1000 + seq}`)
  const serviceIds = [ServiceId.parse('social')]
  const ticketId = TicketId.parse(`20261123-${number}`)
  return {
    seq,
    at: seq,
    by: 'kiosk',
    cause: commandId(seq),
    event: { type: 'ticketIssued', ticketId, number, serviceIds, lane: 'walkIn' },
  }
}

const record = async (): Promise<void> => {
  while (!isOver)
    await lastStored(db, hallId)
      .then((stored) =>
        store(
          db,
          hallId,
          [1, 2, 3].map((step) => issued(stored + step)),
        ),
      )
      .catch(() => new Promise((resolve) => setTimeout(resolve, 20)))
}

/** In the phases of the event loop in which postgres.js forgets what it has to send. */
const read = async (): Promise<void> => {
  while (!isOver) {
    await db.execute(sql.raw('select 1')).catch(() => undefined)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

const allAnswer = async (tries = TRIES): Promise<void> => {
  const asked = Array.from({ length: CONNECTIONS }, () => db.execute(sql`select pg_sleep(${0.03})`))
  const failed = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected')
  if (failed && tries === 1) throw failed
  if (failed) await allAnswer(tries - 1)
}

const running = [record(), ...Array.from({ length: CONNECTIONS }, read)]
for (let kill = 0; kill < KILLS; kill++) {
  const before = await lastStored(db, hallId)
  await eventually(async () => (await lastStored(db, hallId)) > before)
  process.kill(serverOf(embedded), 'SIGKILL')
  await eventually(() => ask(embedded.url, 'select 1').catch(() => false))
  await allAnswer()
}
isOver = true
await Promise.all(running)
const [written] = await db.select({ facts: count() }).from(facts)
const [folded] = await db.select({ tickets: count() }).from(tickets)
console.log(JSON.stringify({ ...written, ...folded, last: await lastStored(db, hallId) }))
await close()
await embedded.stop()
