/** What the statements share that count the rows of a hall by the day in which they fall. */
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'

/**
 * Stands behind `from`: the rows of these days, which follow each other without a gap, each with `nth`; the first day is 1.
 * One range of the index is read once, however many days there are.
 */
export const rowsByDay = (
  table: PgTable & { hallId: PgColumn },
  at: PgColumn,
  hallId: HallId,
  days: readonly LocalDay[],
): SQL => {
  const [from, until] = [days[0]?.from ?? 0, days.at(-1)?.until ?? 0]
  const midnights = `{${days.map((day) => day.from).join()}}`
  return sql`(
    select *, width_bucket(${at}, ${midnights}::bigint[]) as nth from ${table}
    where ${table.hallId} = ${hallId} and ${at} >= ${from} and ${at} < ${until}
  ) as ${table}`
}

/** How many of them are in that state. */
export const countIn = (state: PgColumn, how: string): SQL => sql`(count(*) filter (where ${state} = ${how}))::int`
