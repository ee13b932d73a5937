/** Ratings counted by the day they were given, as the facts tell them. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type HallId, WindowId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import { Remark } from '#contracts/ratings.ts'
import type { RatingDay } from '../answers.ts'
import type { Db } from '../db/client.ts'
import { facts } from '../db/schema.ts'
import { rowsByDay } from './byDay.ts'

const FEWEST_FOR_MEAN = 5

const Rated = z.object({
  nth: z.int(),
  windowId: WindowId,
  stars: z.int(),
  remarks: z.array(Remark).nullable(),
  times: z.int(),
})
type Rated = z.infer<typeof Rated>

const ratedWithin = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<Rated[]> => {
  const { at, event, type } = facts
  const rows = await db.execute(sql`
    select
      nth,
      ${event} ->> 'windowId' as "windowId",
      (${event} ->> 'stars')::int as stars,
      ${event} -> 'remarks' as remarks,
      count(*)::int as times
    from ${rowsByDay(facts, at, hallId, days)}
    where ${type} = 'visitRated'
    group by 1, 2, 3, 4
    order by 1, 2`)
  return z.array(Rated).parse([...rows])
}

const countsOf = (rated: readonly Rated[]) => {
  const count = rated.reduce((sum, { times }) => sum + times, 0)
  const stars = rated.reduce((sum, { stars, times }) => sum + stars * times, 0)
  const low = rated.reduce((sum, { stars, times }) => sum + (stars <= 2 ? times : 0), 0)
  return {
    rated: count,
    ...(count >= FEWEST_FOR_MEAN && { meanStars: Math.round((stars / count) * 100) / 100 }),
    low,
  }
}

const remarksOf = (rated: readonly Rated[]): RatingDay['remarks'] => {
  const told: RatingDay['remarks'] = {}
  for (const { remarks, times } of rated) for (const remark of remarks ?? []) told[remark] = (told[remark] ?? 0) + times
  return told
}

/** Every one of the days, which follow each other without a gap; also those without ratings. */
export const ratingDays = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<RatingDay[]> => {
  const rated = await ratedWithin(db, hallId, days)
  return days.map(({ day }, i) => {
    const ofDay = rated.filter(({ nth }) => nth === i + 1)
    const windowIds = [...new Set(ofDay.map(({ windowId }) => windowId))]
    const windows = windowIds.map((windowId) => ({
      windowId,
      ...countsOf(ofDay.filter((one) => one.windowId === windowId)),
    }))
    return { day, ...countsOf(ofDay), remarks: remarksOf(ofDay), windows }
  })
}
