/** Cards of some days as their facts tell them, one line each; and what the staff was told, and when it was on duty. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Measure } from '#contracts/alerts.ts'
import { CardEnding, Cause } from '#contracts/cards.ts'
import { HOUR } from '#contracts/durations.ts'
import { type Fact, HallEvent } from '#contracts/facts.ts'
import type { HallId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import { facts } from '../db/schema.ts'

/** bigint comes as text. */
const at = z.coerce.number()

export const CardLife = z.object({
  cause: Cause,
  openedAt: at,
  sentAt: at.nullable(),
  acceptedAt: at.nullable(),
  endedAt: at.nullable(),
  buzzes: z.int(),
  how: CardEnding.nullable(),
  measure: Measure.nullable(),
  outcome: z.string().nullable(),
})
export type CardLife = z.infer<typeof CardLife>

/** What is open at midnight ends with the first that the hall hears of the new day. */
const MIDNIGHT = 24 * HOUR

/** Of the first buzz and the first who accepted. What the midnight after the last day ended is in it too. */
export const cardLives = async (db: Db, hallId: HallId, days: readonly LocalDay[]): Promise<CardLife[]> => {
  const [from, until] = [days[0]?.from ?? 0, days.at(-1)?.until ?? 0]
  const { event, type, at: told } = facts
  const of = (kind: string) => sql`filter (where ${type} = ${kind})`
  const rows = await db.execute(sql`
    select * from (
      select
        max(${event} ->> 'cause') as cause,
        min(${told}) ${of('cardOpened')} as "openedAt",
        min(${told}) ${of('cardSent')} as "sentAt",
        min(${told}) ${of('cardAccepted')} as "acceptedAt",
        max(${told}) ${of('cardOver')} as "endedAt",
        coalesce(sum(jsonb_array_length(${event} -> 'to')) ${of('cardSent')}, 0)::int as buzzes,
        max(${event} ->> 'how') as how,
        (array_agg(${event} ->> 'measure' order by ${facts.seq} desc)
          filter (where ${event} ? 'measure'))[1] as measure,
        max(${event} ->> 'outcome') as outcome
      from ${facts}
      where ${facts.hallId} = ${hallId} and ${told} >= ${from} and ${told} < ${until + MIDNIGHT} and ${type} like 'card%'
      group by ${event} ->> 'cardId'
    ) as cards
    where "openedAt" < ${until}
    order by "openedAt"`)
  return z.array(CardLife).parse([...rows])
}

const Told = z.object({ at, event: HallEvent })

/** Buzzes, and who came and went, oldest first. */
export const dutyFacts = async (
  db: Db,
  hallId: HallId,
  days: readonly LocalDay[],
): Promise<Pick<Fact, 'at' | 'event'>[]> => {
  const [from, until] = [days[0]?.from ?? 0, days.at(-1)?.until ?? 0]
  const rows = await db.execute(sql`
    select ${facts.at} as at, ${facts.event} as event from ${facts}
    where ${facts.hallId} = ${hallId} and ${facts.at} >= ${from} and ${facts.at} < ${until}
      and ${facts.type} in ('cardSent', 'staffOnDuty', 'staffOffDuty')
    order by ${facts.seq}`)
  return z.array(Told).parse([...rows])
}
