/** Lives as the database has them: read to be folded on, and the parts of a statement that write them. */
import { and, eq, getTableColumns, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { alerts, appointments, missions, tickets } from '../db/schema.ts'
import type { Lives, Names } from './lives.ts'
import { alertOf, alertRow, appointmentOf, appointmentRow, missionOf, missionRow, ticketOf, ticketRow } from './rows.ts'

const byId = <K, T>(lives: readonly T[], idOf: (life: T) => K) => new Map(lives.map((life) => [idOf(life), life]))

export const livesNamed = async (db: Db, hallId: HallId, names: Names): Promise<Lives> => {
  const [ticketRows, missionRows, alertRows, appointmentRows] = await Promise.all([
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
    db
      .select()
      .from(appointments)
      .where(and(eq(appointments.hallId, hallId), inArray(appointments.code, names.appointments))),
  ])
  return {
    tickets: byId(ticketRows.map(ticketOf), ({ ticket }) => ticket.ticketId),
    missions: byId(missionRows.map(missionOf), ({ missionId }) => missionId),
    alerts: byId(alertRows.map(alertOf), ({ alertId }) => alertId),
    appointments: byId(appointmentRows.map(appointmentOf), ({ appointment }) => appointment.code),
  }
}

/** A row of before is written over, column by column. */
const overwriting = (table: PgTable) => ({
  target: getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns),
  set: Object.fromEntries(
    Object.keys(getTableColumns(table)).map((key) => [key, sql`excluded.${sql.identifier(toSnakeCase(key))}`]),
  ),
})

/** One part of a `with` for each kind of life that has changed. */
export const writingOf = (db: Db, hallId: HallId, lives: Lives): SQL[] => {
  const ticketRows = [...lives.tickets.values()].map((ticket) => ticketRow(hallId, ticket))
  const missionRows = [...lives.missions.values()].map((mission) => missionRow(hallId, mission))
  const alertRows = [...lives.alerts.values()].map((alert) => alertRow(hallId, alert))
  const appointmentRows = [...lives.appointments.values()].map((one) => appointmentRow(hallId, one))
  return [
    ...part('tickets_in', ticketRows, (rows) =>
      db.insert(tickets).values(rows).onConflictDoUpdate(overwriting(tickets)),
    ),
    ...part('missions_in', missionRows, (rows) =>
      db.insert(missions).values(rows).onConflictDoUpdate(overwriting(missions)),
    ),
    ...part('alerts_in', alertRows, (rows) => db.insert(alerts).values(rows).onConflictDoUpdate(overwriting(alerts))),
    ...part('appointments_in', appointmentRows, (rows) =>
      db.insert(appointments).values(rows).onConflictDoUpdate(overwriting(appointments)),
    ),
  ]
}

const part = <R>(name: string, rows: R[], writing: (rows: R[]) => SQLWrapper): SQL[] =>
  rows.length === 0 ? [] : [sql`${sql.identifier(name)} as ${writing(rows)}`]
