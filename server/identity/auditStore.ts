/** Where the register of deeds lies. Rows are read and added, never changed, and forgotten from the beginning alone. */
import { and, asc, desc, eq, gte, lt, lte } from 'drizzle-orm'
import type { HallId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import type { Db } from '../db/client.ts'
import { audit, auditAnchors } from '../db/identitySchema.ts'
import { stored } from './databaseStore.ts'

export interface Noted {
  by: string
  role: string
  /** The route, as `POST /api/people`. */
  what: string
  /** Whom or what it was about, such as `S3`. */
  subject: string
  address: string
  /** `done`, or the code of the refusal. */
  outcome: string
}

export interface AuditRow extends Noted {
  /** Counted from 1. */
  n: number
  at: Instant
  hash: string
}

/** A row as the next one knows it. */
export type Link = Pick<AuditRow, 'n' | 'hash'>

export interface AuditStore {
  last(): Promise<Link | undefined>
  add(row: AuditRow): Promise<void>
  /** With the link before the first of them, also of a row that has been forgotten since. */
  within(from: Instant, until: Instant): Promise<{ before: Link | undefined; rows: AuditRow[] }>
  /** All rows up to this one; its link stays. */
  forget(until: Link): Promise<void>
}

const MOST_ROWS = 10_000

/** The last ten thousand, as long as the process lives. */
export const memoryAudit = (): AuditStore => {
  const rows: AuditRow[] = []
  let anchor: Link | undefined
  const forget = async (until: Link) => {
    anchor = until
    rows.splice(0, rows.filter(({ n }) => n <= until.n).length)
  }
  return {
    last: async () => rows.at(-1) ?? anchor,
    add: async (row) => {
      rows.push(row)
      const [oldest] = rows
      if (oldest && rows.length > MOST_ROWS) await forget(oldest)
    },
    within: async (from, until) => {
      const theirs = rows.filter(({ at }) => at >= from && at < until)
      const before = rows.findLast(({ n }) => n < (theirs[0]?.n ?? 0))
      return { before: before ?? anchor, rows: theirs }
    },
    forget,
  }
}

const rowOf = ({ hallId: _, ...row }: typeof audit.$inferSelect): AuditRow => row

export const databaseAudit = ({ db, hallId }: { db: Db; hallId: HallId }): AuditStore => {
  const mine = eq(audit.hallId, hallId)
  const anchor = async (): Promise<Link | undefined> =>
    (await stored(db.select().from(auditAnchors).where(eq(auditAnchors.hallId, hallId))))[0]
  const latest = async (before?: number): Promise<Link | undefined> => {
    const which = before === undefined ? mine : and(mine, lt(audit.n, before))
    const [row] = await stored(db.select().from(audit).where(which).orderBy(desc(audit.n)).limit(1))
    return row ?? anchor()
  }
  return {
    last: () => latest(),
    add: async (row) => void (await stored(db.insert(audit).values({ ...row, hallId }))),
    within: async (from, until) => {
      const theirs = and(mine, gte(audit.at, from), lt(audit.at, until))
      const rows = await stored(db.select().from(audit).where(theirs).orderBy(asc(audit.n)))
      return { before: rows[0] && (await latest(rows[0].n)), rows: rows.map(rowOf) }
    },
    forget: async ({ n, hash }) => {
      const link = { hallId, n, hash }
      const placed = db.insert(auditAnchors).values(link)
      const anchored = db
        .$with('anchored')
        .as(placed.onConflictDoUpdate({ target: auditAnchors.hallId, set: link }).returning())
      await stored(
        db
          .with(anchored)
          .delete(audit)
          .where(and(mine, lte(audit.n, n))),
      )
    },
  }
}
