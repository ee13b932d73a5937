/** Lives as the database has them: read to be folded on, and the parts of a statement that write them. */
import { and, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { alerts, missions, tickets } from '../db/schema.ts'
import type { Lives, Names } from './lives.ts'
import { alertOf, alertRow, missionOf, missionRow, ticketOf, ticketRow } from './rows.ts'

const byId = <K, T>(lives: readonly T[], idOf: (life: T) => K) => new Map(lives.map((life) => [idOf(life), life]))

export const livesNamed = async (db: Db, hallId: HallId, names: Names): Promise<Lives> => {
  const [ticketRows, missionRows, alertRows] = await Promise.all([
    db
      .select()
      .from(tickets)
      .where(and(eq(tickets.hallId, hallId), inArray(tickets.ticketId, names.tickets))),
    db
      .select()
      .from(missions)
      .where(and(eq(missions.hallId, hallId), inArray(missions.missionId, names.missions))),
    db
      .select()
      .from(alerts)
      .where(and(eq(alerts.hallId, hallId), inArray(alerts.alertId, names.alerts))),
  ])
  return {
    tickets: byId(ticketRows.map(ticketOf), ({ ticketId }) => ticketId),
    missions: byId(missionRows.map(missionOf), ({ missionId }) => missionId),
    alerts: byId(alertRows.map(alertOf), ({ alertId }) => alertId),
  }
}

/** A row of before is written over, column by column. */
const overwriting = (table: PgTable) => ({
  target: getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns),
  set: Object.fromEntries(
    Object.keys(getTableColumns(table)).map((key) => [key, sql`excluded.${sql.identifier(toSnakeCase(key))}`]),
  ),
})

/** One part of a `with` for each kind of life that there is. */
export const writingOf = (db: Db, hallId: HallId, lives: Lives): SQL[] => {
  const ticketRows = [...lives.tickets.values()].map((ticket) => ticketRow(hallId, ticket))
  const missionRows = [...lives.missions.values()].map((mission) => missionRow(hallId, mission))
  const alertRows = [...lives.alerts.values()].map((alert) => alertRow(hallId, alert))
  const parts: SQL[] = []
  if (ticketRows.length > 0) {
    const writing = db.insert(tickets).values(ticketRows).onConflictDoUpdate(overwriting(tickets))
    parts.push(sql`tickets_in as ${writing}`)
  }
  if (missionRows.length > 0) {
    const writing = db.insert(missions).values(missionRows).onConflictDoUpdate(overwriting(missions))
    parts.push(sql`missions_in as ${writing}`)
  }
  if (alertRows.length > 0) {
    const writing = db.insert(alerts).values(alertRows).onConflictDoUpdate(overwriting(alerts))
    parts.push(sql`alerts_in as ${writing}`)
  }
  return parts
}
