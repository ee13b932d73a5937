/** Facts into the database: written down and folded into lives together, or not at all. */
import { and, between, eq, sql } from 'drizzle-orm'
import type { Fact } from '#contracts/facts.ts'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { facts } from '../db/schema.ts'
import { foldedOn, namedIn } from './lives.ts'
import { livesNamed, writingOf } from './livesStored.ts'
import { storable } from './storable.ts'

/** Facts in one statement, with the lives they tell of: 16 000 parameters or so; PostgreSQL takes 65 534. */
const MOST = 500

/**
 * Takes facts oldest first. Those that the database has already change nothing, so they may come twice.
 *
 * Reads first and writes then, in one statement that is atomic by itself: a transaction would hold a connection
 * between two queries, where postgres.js cannot lose it without ending the process. That is safe because each hall
 * has one recorder; should another write of the same facts come in between all the same, for instance one that was
 * given up for lost, then the later of the two fails as a whole and changes nothing.
 */
export const store = async (db: Db, hallId: HallId, batch: readonly Fact[]): Promise<void> => {
  for (let from = 0; from < batch.length; from += MOST) {
    const fresh = await notStored(db, hallId, batch.slice(from, from + MOST).map(storable))
    if (fresh.length > 0) await write(db, hallId, fresh)
  }
}

const notStored = async (db: Db, hallId: HallId, batch: readonly Fact[]): Promise<Fact[]> => {
  const [first, last] = [batch[0]?.seq ?? 0, batch.at(-1)?.seq ?? 0]
  const rows = await db
    .select({ seq: facts.seq })
    .from(facts)
    .where(and(eq(facts.hallId, hallId), between(facts.seq, first, last)))
  const stored = new Set(rows.map(({ seq }) => seq))
  return batch.filter(({ seq }) => !stored.has(seq))
}

/** Rejects when one of the facts is there already. */
const write = async (db: Db, hallId: HallId, fresh: readonly Fact[]): Promise<void> => {
  const lives = foldedOn(await livesNamed(db, hallId, namedIn(fresh)), fresh)
  const rows = fresh.map((fact) => ({ hallId, ...fact, type: fact.event.type }))
  const parts = [sql`facts_in as ${db.insert(facts).values(rows)}`, ...writingOf(db, hallId, lives)]
  await db.execute(sql`with ${sql.join(parts, sql`, `)} select 1`)
}
