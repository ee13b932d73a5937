/** Alerts counted by the day they were raised. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { AlertKind } from '#contracts/alerts.ts'
import { MINUTE } from '#contracts/durations.ts'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { AlertDay } from '../answers.ts'
import type { Db } from '../db/client.ts'
import { alerts } from '../db/schema.ts'
import { countIn, rowsByDay } from './byDay.ts'

const Counted = z.object({
  /** The first day is 1. */
  nth: z.int(),
  /** Absent for the whole day. */
  kind: AlertKind.nullable(),
  raised: z.int(),
  resolved: z.int(),
  dismissed: z.int(),
  over: z.int(),
  medianMs: z.number().nullable(),
})
type Counted = z.infer<typeof Counted>

const countsWithin = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<Counted[]> => {
  const { kind, state, raisedAt, acceptedAt } = alerts
  const rows = await db.execute(sql`
    select
      nth,
      ${kind} as kind,
      count(*)::int as raised,
      ${countIn(state, 'resolved')} as resolved,
      ${countIn(state, 'dismissed')} as dismissed,
      ${countIn(state, 'over')} as over,
      percentile_cont(0.5) within group (order by ${acceptedAt} - ${raisedAt}) as "medianMs"
    from ${rowsByDay(alerts, raisedAt, hallId, days)}
    group by grouping sets ((nth), (nth, ${kind}))
    order by ${kind}`)
  return z.array(Counted).parse([...rows])
}

const countsOf = ({ raised, resolved, dismissed, over, medianMs }: Omit<Counted, 'nth' | 'kind'>) => ({
  raised,
  resolved,
  dismissed,
  over,
  ...(medianMs !== null && { medianMinutes: Math.round((medianMs / MINUTE) * 100) / 100 }),
})

const NONE = { raised: 0, resolved: 0, dismissed: 0, over: 0, medianMs: null }

/** Every one of the days, which follow each other without a gap; also those without alerts. */
export const alertDays = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<AlertDay[]> => {
  const counted = await countsWithin(db, hallId, days)
  return days.map(({ day }, i) => {
    const ofDay = counted.filter(({ nth }) => nth === i + 1)
    const kinds = ofDay.flatMap((part) => (part.kind ? { kind: part.kind, ...countsOf(part) } : []))
    return { day, ...countsOf(ofDay.find(({ kind }) => kind === null) ?? NONE), kinds }
  })
}
