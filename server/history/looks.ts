/** The register of looks through cameras, as the facts tell it. */
import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { HallId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import type { LooksAnswer } from '../cameraAnswers.ts'
import type { Db } from '../db/client.ts'
import { facts } from '../db/schema.ts'

export type ToldLook = LooksAnswer['looks'][number]

/** Granted in this time, oldest first. */
export const looksWithin = async (db: Db, hallId: HallId, from: Instant, until: Instant): Promise<ToldLook[]> => {
  const { at, by, event, seq } = facts
  const theirs = and(eq(facts.hallId, hallId), eq(facts.type, 'cameraLookGranted'), gte(at, from), lt(at, until))
  const rows = await db.select({ at, by, event }).from(facts).where(theirs).orderBy(asc(seq))
  return rows.flatMap((row) => {
    if (row.event.type !== 'cameraLookGranted') return []
    const { cameraId, reason, until: lasted } = row.event
    return { cameraId, by: row.by, reason, at: row.at, until: lasted }
  })
}
