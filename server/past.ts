/** The past of one hall, as the database has it. */
import { and, eq, sql } from 'drizzle-orm'
import type { HallId, MissionId, TicketId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Ticket } from '#contracts/tickets.ts'
import { SECOND } from '#contracts/time.ts'
import type { Db } from './db/client.ts'
import { missions, tickets } from './db/schema.ts'
import { within } from './deadline.ts'
import { DatabaseFault } from './faults.ts'
import { missionOf, ticketOf } from './history/rows.ts'

const PATIENCE = 3 * SECOND
const PING_PATIENCE = SECOND

/** Reading rejects with `DatabaseFault` while there is no database, or it does not answer. */
export interface Past {
  ticket(id: TicketId): Promise<Ticket | undefined>
  mission(id: MissionId): Promise<Mission | undefined>
  answers(): Promise<boolean>
}

const asked = <T>(query: PromiseLike<T>): Promise<T> =>
  within(PATIENCE, Promise.resolve(query)).catch((cause: unknown) => {
    throw new DatabaseFault('the database does not answer', { cause })
  })

export const createPast = ({ db, hallId }: { db: Db; hallId: HallId }): Past => ({
  ticket: async (id) => {
    const mine = and(eq(tickets.hallId, hallId), eq(tickets.ticketId, id))
    const [row] = await asked(db.select().from(tickets).where(mine))
    return row && ticketOf(row)
  },
  mission: async (id) => {
    const mine = and(eq(missions.hallId, hallId), eq(missions.missionId, id))
    const [row] = await asked(db.select().from(missions).where(mine))
    return row && missionOf(row)
  },
  answers: () =>
    within(PING_PATIENCE, Promise.resolve(db.execute(sql`select 1`))).then(
      () => true,
      () => false,
    ),
})

/** A hall without a database has none. */
export const noPast = (): Past => {
  const shut = async () => {
    throw new DatabaseFault('there is no database')
  }
  return { ticket: shut, mission: shut, answers: async () => false }
}
