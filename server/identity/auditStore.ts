/** Where the register of deeds lies. Rows are read and added, never changed or removed. */
import { and, asc, desc, eq, gte, lt } from 'drizzle-orm'
import type { HallId } from '#contracts/ids.ts'
import type { Instant } from '#contracts/time.ts'
import type { Db } from '../db/client.ts'
import { audit } from '../db/identitySchema.ts'
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

export interface AuditStore {
  last(): Promise<AuditRow | undefined>
  add(row: AuditRow): Promise<void>
  /** With the row before the first of them. */
  within(from: Instant, until: Instant): Promise<{ before: AuditRow | undefined; rows: AuditRow[] }>
}

const MOST_ROWS = 10_000

/** The last ten thousand, as long as the process lives. */
export const memoryAudit = (): AuditStore => {
  const rows: AuditRow[] = []
  return {
    last: async () => rows.at(-1),
    add: async (row) => {
      rows.push(row)
      if (rows.length > MOST_ROWS) rows.shift()
    },
    within: async (from, until) => {
      const theirs = rows.filter(({ at }) => at >= from && at < until)
      const before = rows.findLast(({ n }) => n < (theirs[0]?.n ?? 0))
      return { before, rows: theirs }
    },
  }
}

const rowOf = ({ hallId: _, ...row }: typeof audit.$inferSelect): AuditRow => row

export const databaseAudit = ({ db, hallId }: { db: Db; hallId: HallId }): AuditStore => {
  const mine = eq(audit.hallId, hallId)
  const latest = async (before?: number): Promise<AuditRow | undefined> => {
    const which = before === undefined ? mine : and(mine, lt(audit.n, before))
    const [row] = await stored(db.select().from(audit).where(which).orderBy(desc(audit.n)).limit(1))
    return row && rowOf(row)
  }
  return {
    last: () => latest(),
    add: async (row) => void (await stored(db.insert(audit).values({ ...row, hallId }))),
    within: async (from, until) => {
      const theirs = and(mine, gte(audit.at, from), lt(audit.at, until))
      const rows = await stored(db.select().from(audit).where(theirs).orderBy(asc(audit.n)))
      return { before: rows[0] && (await latest(rows[0].n)), rows: rows.map(rowOf) }
    },
  }
}
