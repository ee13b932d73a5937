/** Who needed somebody, how many were helped, and how soon. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { AlertKind } from '#contracts/alerts.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import { alerts } from '../db/schema.ts'
import type { CareCounts, CareReport } from '../reportAnswers.ts'
import { countIn, rowsByDay } from './byDay.ts'
import { eachDay, measured } from './grouped.ts'

const Line = z.object({
  nth: z.int().nullable(),
  kind: AlertKind.nullable(),
  raised: z.int(),
  helped: z.int(),
  dismissed: z.int(),
  over: z.int(),
  acceptMs: z.number().nullable(),
  helpMs: z.number().nullable(),
})
type Line = z.infer<typeof Line>

const inMinutes = (ms: number | null | undefined): number | null =>
  ms === null || ms === undefined ? null : ms / MINUTE

const countsOf = (line: Line | undefined): CareCounts => ({
  raised: line?.raised ?? 0,
  helped: line?.helped ?? 0,
  dismissed: line?.dismissed ?? 0,
  over: line?.over ?? 0,
  ...measured('acceptMinutes', inMinutes(line?.acceptMs)),
  ...measured('helpMinutes', inMinutes(line?.helpMs)),
})

export const careReport = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<CareReport> => {
  const { kind, state, raisedAt, acceptedAt, endedAt } = alerts
  const rows = await db.execute(sql`
    select nth, ${kind} as kind, count(*)::int as raised,
      ${countIn(state, 'resolved')} as helped, ${countIn(state, 'dismissed')} as dismissed,
      ${countIn(state, 'over')} as over,
      percentile_cont(0.5) within group (order by ${acceptedAt} - ${raisedAt}) as "acceptMs",
      percentile_cont(0.5) within group (
        order by case when ${state} = 'resolved' then ${endedAt} - ${raisedAt} end) as "helpMs"
    from ${rowsByDay(alerts, raisedAt, hallId, days)}
    group by grouping sets ((), (nth), (${kind}))
    order by ${kind}`)
  const lines = z.array(Line).parse([...rows])
  return {
    whole: countsOf(lines.find((line) => line.nth === null && line.kind === null)),
    days: eachDay(days, lines, countsOf),
    kinds: lines.flatMap((line) => (line.kind ? { kind: line.kind, ...countsOf(line) } : [])),
  }
}
