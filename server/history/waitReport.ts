/** How long visitors waited until they were called: of the whole, by day, by hour and by service. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { MINUTE } from '#contracts/durations.ts'
import { type HallId, ServiceId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import { tickets } from '../db/schema.ts'
import type { WaitCounts, WaitReport } from '../reportAnswers.ts'
import { rowsByDay } from './byDay.ts'
import { eachDay, measured } from './grouped.ts'

const Line = z.object({
  nth: z.int().nullable(),
  hour: z.int().nullable(),
  serviceId: ServiceId.nullable(),
  called: z.int(),
  overLong: z.int(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
})
type Line = z.infer<typeof Line>

const countsOf = (line: Line | undefined): WaitCounts => ({
  called: line?.called ?? 0,
  ...measured('medianMinutes', line?.p50),
  ...measured('p90Minutes', line?.p90),
  overLong: line?.overLong ?? 0,
})

interface Asked {
  days: readonly LocalDay[]
  timeZone: string
  longWaitMinutes: number
}

const linesOf = async (db: Db, hallId: HallId, { days, timeZone, longWaitMinutes }: Asked): Promise<Line[]> => {
  const { calledAt, issuedAt, dueAt, serviceIds } = tickets
  const rows = await db.execute(sql`
    select nth, hour, "serviceId", count(*)::int as called,
      (count(*) filter (where waited > ${longWaitMinutes}::float8))::int as "overLong",
      percentile_cont(0.5) within group (order by waited) as p50,
      percentile_cont(0.9) within group (order by waited) as p90
    from (
      select nth,
        extract(hour from to_timestamp(${calledAt} / 1000.0) at time zone ${timeZone})::int as hour,
        ${serviceIds}[1] as "serviceId",
        greatest(0, ${calledAt} - greatest(${issuedAt}, coalesce(${dueAt}, ${issuedAt})))::float8 / ${MINUTE}::float8 as waited
      from ${rowsByDay(tickets, calledAt, hallId, days)}
    ) as calls
    group by grouping sets ((), (nth), (hour), ("serviceId"))
    order by hour, "serviceId"`)
  return z.array(Line).parse([...rows])
}

export const waitReport = async (db: Db, hallId: HallId, asked: Asked): Promise<WaitReport> => {
  const lines = await linesOf(db, hallId, asked)
  const whole = lines.find(({ nth, hour, serviceId }) => nth === null && hour === null && serviceId === null)
  return {
    longWaitMinutes: asked.longWaitMinutes,
    whole: countsOf(whole),
    days: eachDay(asked.days, lines, countsOf),
    hours: lines.flatMap((line) => (line.hour === null ? [] : { hour: line.hour, ...countsOf(line) })),
    services: lines.flatMap((line) => (line.serviceId ? { serviceId: line.serviceId, ...countsOf(line) } : [])),
  }
}
