/** Windows: whom they served, how long, and how much of their open time somebody was there. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { HOUR, MINUTE } from '#contracts/durations.ts'
import { type HallId, WindowId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Instant } from '#contracts/time.ts'
import type { Db } from '../db/client.ts'
import { facts, tickets } from '../db/schema.ts'
import type { WindowCounts, WindowReport } from '../reportAnswers.ts'
import { rowsByDay } from './byDay.ts'
import { hundredths } from './grouped.ts'

const Part = z.object({
  nth: z.int(),
  windowId: WindowId,
  served: z.int(),
  servedMs: z.coerce.number(),
  openMs: z.coerce.number(),
})
type Part = z.infer<typeof Part>

const servedWithin = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<Part[]> => {
  const { state, windowId, startedAt, finishedAt } = tickets
  const rows = await db.execute(sql`
    select nth, ${windowId} as "windowId", count(*)::int as served,
      sum(${finishedAt} - ${startedAt}) as "servedMs", 0 as "openMs"
    from ${rowsByDay(tickets, finishedAt, hallId, days)}
    where ${state} = 'served' and ${windowId} is not null
    group by nth, ${windowId}`)
  return z.array(Part).parse([...rows])
}

/** Each opening lasts until the next fact about the window, or until the day ends: the hall begins each day closed. */
const openWithin = async (db: Db, hallId: HallId, days: readonly LocalDay[], now: Instant): Promise<Part[]> => {
  const { at, event, seq, type } = facts
  const ends = `{${days.map(({ until }) => Math.min(until, now)).join()}}`
  const rows = await db.execute(sql`
    select nth, "windowId", 0 as served, 0 as "servedMs",
      sum(greatest(0, least(coalesce(next, ends), ends) - began)) as "openMs"
    from (
      select nth, ${type} as type, ${at} as began, (${ends}::bigint[])[nth] as ends,
        ${event} ->> 'windowId' as "windowId",
        lead(${at}) over (partition by nth, ${event} ->> 'windowId' order by ${seq}) as next
      from ${rowsByDay(facts, at, hallId, days)}
      where ${type} in ('windowOpened', 'windowResumed', 'windowPaused', 'windowClosed')
    ) as spells
    where type in ('windowOpened', 'windowResumed')
    group by nth, "windowId"`)
  return z.array(Part).parse([...rows])
}

const countsOf = (parts: readonly Part[]): WindowCounts => {
  const sum = (amount: (part: Part) => number) => parts.reduce((total, part) => total + amount(part), 0)
  const [served, servedMs, openMs] = [sum((p) => p.served), sum((p) => p.servedMs), sum((p) => p.openMs)]
  return {
    served,
    ...(served > 0 && { meanMinutes: hundredths(servedMs / MINUTE / served) }),
    openHours: hundredths(openMs / HOUR),
    ...(openMs > 0 && { busyShare: hundredths(Math.min(1, servedMs / openMs)) }),
  }
}

export const windowReport = async (
  db: Db,
  hallId: HallId,
  days: readonly LocalDay[],
  now: Instant,
): Promise<WindowReport> => {
  const parts = (await Promise.all([servedWithin(db, hallId, days), openWithin(db, hallId, days, now)])).flat()
  const ids = [...new Set(parts.map(({ windowId }) => windowId))].sort()
  return {
    whole: countsOf(parts),
    days: days.map(({ day }, i) => ({ day, ...countsOf(parts.filter(({ nth }) => nth === i + 1)) })),
    windows: ids.map((windowId) => ({ windowId, ...countsOf(parts.filter((part) => part.windowId === windowId)) })),
  }
}
