/** Missions counted by the day they were asked for. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import { type HallId, RobotId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { MissionDay } from '../answers.ts'
import type { Db } from '../db/client.ts'
import { missions } from '../db/schema.ts'

const Counted = z.object({
  day: z.string(),
  /** Of all missions of the day, or of those of one robot, or of those that never had one. */
  whole: z.boolean(),
  robotId: RobotId.nullable(),
  asked: z.int(),
  delivered: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  medianMs: z.number().nullable(),
  savedSeconds: z.number(),
})
type Counted = z.infer<typeof Counted>

const hundredths = (value: number): number => Math.round(value * 100) / 100

const countsOf = ({ asked, delivered, failed, cancelled, medianMs, savedSeconds }: Counted) => ({
  asked,
  delivered,
  failed,
  cancelled,
  ...(medianMs !== null && { medianMinutes: hundredths(medianMs / MINUTE) }),
  hoursSaved: hundredths((savedSeconds * SECOND) / HOUR),
})

/** Every one of the days, also those without missions. */
export const missionDays = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<MissionDay[]> => {
  const { state, robotId, requestedAt, deliveredAt, savedSeconds } = missions
  const ended = (how: string) => sql`(count(*) filter (where ${state} = ${how}))::int`
  const rows = await db.execute(sql`
    select
      days.day,
      grouping(${robotId}) = 1 as whole,
      ${robotId} as "robotId",
      count(${missions.missionId})::int as asked,
      ${ended('delivered')} as delivered,
      ${ended('failed')} as failed,
      ${ended('cancelled')} as cancelled,
      percentile_cont(0.5) within group (order by ${deliveredAt} - ${requestedAt}) as "medianMs",
      coalesce(sum(${savedSeconds}), 0) as "savedSeconds"
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as days(day text, "from" bigint, until bigint)
    left join ${missions}
      on ${missions.hallId} = ${hallId} and ${requestedAt} >= days."from" and ${requestedAt} < days.until
    group by grouping sets ((days.day), (days.day, ${robotId}))
    order by days.day, ${robotId}`)
  const counted = z.array(Counted).parse([...rows])
  return counted
    .filter(({ whole }) => whole)
    .map((all) => {
      const parts = counted.filter(({ day, whole }) => day === all.day && !whole)
      const robots = parts.flatMap((part) => (part.robotId ? { robotId: part.robotId, ...countsOf(part) } : []))
      return { day: all.day, ...countsOf(all), robots }
    })
}
