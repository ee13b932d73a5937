/** Missions counted by the day they were asked for. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import { type HallId, RobotId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { MissionDay } from '../answers.ts'
import type { Db } from '../db/client.ts'
import { missions } from '../db/schema.ts'
import { countIn, rowsByDay } from './byDay.ts'

const Counted = z.object({
  /** The first day is 1. */
  nth: z.int(),
  /** Of all missions of the day, or else of one robot, or of those that never had one. */
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

const countsWithin = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<Counted[]> => {
  const { state, robotId, requestedAt, deliveredAt, savedSeconds } = missions
  const rows = await db.execute(sql`
    select
      nth,
      grouping(${robotId}) = 1 as whole,
      ${robotId} as "robotId",
      count(*)::int as asked,
      ${countIn(state, 'delivered')} as delivered,
      ${countIn(state, 'failed')} as failed,
      ${countIn(state, 'cancelled')} as cancelled,
      percentile_cont(0.5) within group (order by ${deliveredAt} - ${requestedAt}) as "medianMs",
      coalesce(sum(${savedSeconds}), 0) as "savedSeconds"
    from ${rowsByDay(missions, requestedAt, hallId, days)}
    group by grouping sets ((nth), (nth, ${robotId}))
    order by ${robotId}`)
  return z.array(Counted).parse([...rows])
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

const countsOf = ({
  asked,
  delivered,
  failed,
  cancelled,
  medianMs,
  savedSeconds,
}: Omit<Counted, 'nth' | 'whole' | 'robotId'>) => ({
  asked,
  delivered,
  failed,
  cancelled,
  ...(medianMs !== null && { medianMinutes: hundredths(medianMs / MINUTE) }),
  hoursSaved: hundredths((savedSeconds * SECOND) / HOUR),
})

const NONE = { asked: 0, delivered: 0, failed: 0, cancelled: 0, medianMs: null, savedSeconds: 0 }

/** Every one of the days, which follow each other without a gap; also those without missions. */
export const missionDays = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<MissionDay[]> => {
  const counted = await countsWithin(db, hallId, days)
  return days.map(({ day }, i) => {
    const ofDay = counted.filter(({ nth }) => nth === i + 1)
    const parts = ofDay.filter(({ whole }) => !whole)
    const robots = parts.flatMap((part) => (part.robotId ? { robotId: part.robotId, ...countsOf(part) } : []))
    return { day, ...countsOf(ofDay.find(({ whole }) => whole) ?? NONE), robots }
  })
}
