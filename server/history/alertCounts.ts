/** Alerts counted once for every report of them: of a whole period, of each day, of each kind, and of each kind on each day. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { AlertKind } from '#contracts/alerts.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import { alerts } from '../db/schema.ts'
import { countIn, rowsByDay } from './byDay.ts'

const AlertCounts = z.object({
  /** The first day is 1; null for the whole period. */
  nth: z.int().nullable(),
  /** Null for all of them. */
  kind: AlertKind.nullable(),
  raised: z.int(),
  resolved: z.int(),
  dismissed: z.int(),
  over: z.int(),
  /** Medians from raised to accepted, and to resolved. */
  acceptMinutes: z.number().nullable(),
  helpMinutes: z.number().nullable(),
})
export type AlertCounts = z.infer<typeof AlertCounts>

/** By the day they were raised; only lines of which something is counted, and the whole. */
export const alertCounts = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<AlertCounts[]> => {
  const { kind, state, raisedAt, acceptedAt, endedAt } = alerts
  const rows = await db.execute(sql`
    select nth, ${kind} as kind, count(*)::int as raised,
      ${countIn(state, 'resolved')} as resolved, ${countIn(state, 'dismissed')} as dismissed,
      ${countIn(state, 'over')} as over,
      percentile_cont(0.5) within group (order by ${acceptedAt} - ${raisedAt}) / ${MINUTE} as "acceptMinutes",
      percentile_cont(0.5) within group (
        order by case when ${state} = 'resolved' then ${endedAt} - ${raisedAt} end) / ${MINUTE} as "helpMinutes"
    from ${rowsByDay(alerts, raisedAt, hallId, days)}
    group by grouping sets ((), (nth), (${kind}), (nth, ${kind}))
    order by ${kind}`)
  return z.array(AlertCounts).parse([...rows])
}
