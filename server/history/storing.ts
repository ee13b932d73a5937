/** One batch of facts into the database: written down and folded into lives together, or not at all. */
import type { Fact } from '#contracts/facts.ts'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { facts } from '../db/schema.ts'
import { foldInto, namedIn } from './lives.ts'
import { putBack, type Transaction, takeOut } from './livesStored.ts'
import { storable } from './storable.ts'

/** Facts that the database has already change nothing, so a batch may come twice. */
export const store = (db: Db, hallId: HallId, batch: readonly Fact[]): Promise<void> =>
  db.transaction(async (tx) => {
    const fresh = await writeDown(tx, hallId, batch.map(storable))
    if (fresh.length === 0) return
    const lives = await takeOut(tx, hallId, namedIn(fresh))
    foldInto(lives, fresh)
    await putBack(tx, hallId, lives)
  })

/** Those of the facts that were not there before. */
const writeDown = async (tx: Transaction, hallId: HallId, batch: readonly Fact[]): Promise<Fact[]> => {
  const rows = batch.map((fact) => ({ hallId, ...fact, type: fact.event.type }))
  const written = await tx.insert(facts).values(rows).onConflictDoNothing().returning({ seq: facts.seq })
  const fresh = new Set(written.map(({ seq }) => seq))
  return batch.filter(({ seq }) => fresh.has(seq))
}
