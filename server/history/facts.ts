/** The facts of a hall as the database has them. */
import { and, asc, eq, gte, max } from 'drizzle-orm'
import { Fact } from '#contracts/facts.ts'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { facts } from '../db/schema.ts'

const PAGE = 1_000

/** 0 before the first. */
export const lastStored = async (db: Db, hallId: HallId): Promise<number> => {
  const [row] = await db
    .select({ seq: max(facts.seq) })
    .from(facts)
    .where(eq(facts.hallId, hallId))
  return row?.seq ?? 0
}

/** Facts from `fromSeq` on, oldest first: what a new box is filled with. */
export async function* factsOf(db: Db, hallId: HallId, fromSeq: number): AsyncGenerator<Fact> {
  let from = fromSeq
  for (;;) {
    const page = await db
      .select({ seq: facts.seq, at: facts.at, by: facts.by, cause: facts.cause, event: facts.event })
      .from(facts)
      .where(and(eq(facts.hallId, hallId), gte(facts.seq, from)))
      .orderBy(asc(facts.seq))
      .limit(PAGE)
    for (const row of page) yield Fact.parse(row)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    from = last.seq + 1
  }
}
