/** What help did to the wait: how long those who still waited a while after they were told of waited on, helped or not. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { MINUTE } from '#contracts/durations.ts'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { WaitAfter } from '../careAnswers.ts'
import type { Db } from '../db/client.ts'
import { alerts, tickets } from '../db/schema.ts'
import { rowsByDay } from './byDay.ts'
import { measured } from './grouped.ts'

/** Somebody who waits is asked for within this; only who still waits then is compared. */
const STILL_MINUTES = 3
/** Of fewer nothing is said: it would be one visitor's story. */
const FEWEST = 5

const Wait = z.object({ nth: z.int().nullable(), helped: z.boolean(), count: z.int(), minutes: z.number() })

export interface WaitsAfter {
  readonly whole: WaitAfter
  /** The first day is 1. */
  ofDay(nth: number): WaitAfter
}

/** Of tickets told of and called after they had waited on for `STILL_MINUTES`: from then until the call. */
export const waitsAfter = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<WaitsAfter> => {
  const { raisedAt, acceptedAt, endedAt, state, source } = alerts
  const still = sql`${raisedAt} + ${STILL_MINUTES * MINUTE}`
  const rows = await db.execute(sql`
    select nth, helped, count(*)::int as count,
      percentile_cont(0.5) within group (order by remaining) / ${MINUTE} as minutes
    from (
      select nth, ${tickets.calledAt} - (${still}) as remaining,
        coalesce(${acceptedAt} <= ${still}, false)
          or (${state} = 'resolved' and coalesce(${endedAt} <= ${still}, false)) as helped
      from ${rowsByDay(alerts, raisedAt, hallId, days)}
      join ${tickets} on ${tickets.hallId} = ${hallId} and ${tickets.ticketId} = ${source} ->> 'ticketId'
      where ${source} ->> 'by' = 'ticket' and ${tickets.calledAt} > ${still}
    ) as waits
    group by grouping sets ((helped), (nth, helped))`)
  const waits = z.array(Wait).parse([...rows])
  const waited = (day: number | null, isHelped: boolean): WaitAfter['helped'] => {
    const { count = 0, minutes } = waits.find(({ nth, helped }) => nth === day && helped === isHelped) ?? {}
    return { tickets: count, ...measured('medianMinutes', count < FEWEST ? undefined : minutes) }
  }
  const after = (day: number | null): WaitAfter => ({
    stillMinutes: STILL_MINUTES,
    helped: waited(day, true),
    notHelped: waited(day, false),
  })
  return { whole: after(null), ofDay: after }
}
