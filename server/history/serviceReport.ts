/** What became of the numbers that were given out, and how long their services took. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { MINUTE } from '#contracts/durations.ts'
import { type HallId, ServiceId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import { tickets } from '../db/schema.ts'
import type { ServiceCounts, ServiceReport } from '../reportAnswers.ts'
import { countIn, rowsByDay } from './byDay.ts'
import { eachDay, measured } from './grouped.ts'

const Line = z.object({
  nth: z.int().nullable(),
  serviceId: ServiceId.nullable(),
  issued: z.int(),
  served: z.int(),
  missed: z.int(),
  cancelled: z.int(),
  expired: z.int(),
  p50: z.number().nullable(),
})
type Line = z.infer<typeof Line>

const countsOf = (line: Line | undefined): ServiceCounts => ({
  issued: line?.issued ?? 0,
  served: line?.served ?? 0,
  missed: line?.missed ?? 0,
  left: (line?.cancelled ?? 0) + (line?.expired ?? 0),
  ...measured('medianMinutes', line && line.p50 !== null ? line.p50 / MINUTE : null),
})

export const serviceReport = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<ServiceReport> => {
  const { state, issuedAt, startedAt, finishedAt, serviceIds } = tickets
  const rows = await db.execute(sql`
    select nth, first as "serviceId", count(*)::int as issued,
      ${countIn(state, 'served')} as served, ${countIn(state, 'missed')} as missed,
      ${countIn(state, 'cancelled')} as cancelled, ${countIn(state, 'expired')} as expired,
      percentile_cont(0.5) within group (order by took) as p50
    from (
      select nth, ${state}, ${serviceIds}[1] as first,
        case when ${state} = 'served' and cardinality(${serviceIds}) = 1
          then (${finishedAt} - ${startedAt})::float8 end as took
      from ${rowsByDay(tickets, issuedAt, hallId, days)}
    ) as tickets
    group by grouping sets ((), (nth), (first))
    order by first`)
  const lines = z.array(Line).parse([...rows])
  return {
    whole: countsOf(lines.find(({ nth, serviceId }) => nth === null && serviceId === null)),
    days: eachDay(days, lines, countsOf),
    services: lines.flatMap((line) => (line.serviceId ? { serviceId: line.serviceId, ...countsOf(line) } : [])),
  }
}
