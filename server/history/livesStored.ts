/** Lives as the database has them: taken out to be folded on, and put back. */
import { and, eq, inArray } from 'drizzle-orm'
import type { HallId } from '#contracts/ids.ts'
import type { Db } from '../db/client.ts'
import { alerts, missions, tickets } from '../db/schema.ts'
import type { Lives, Names } from './lives.ts'
import { alertOf, alertRow, missionOf, missionRow, ticketOf, ticketRow } from './rows.ts'

export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0]

const byId = <K, T>(lives: readonly T[], idOf: (life: T) => K) => new Map(lives.map((life) => [idOf(life), life]))

/** Takes out the lives with these names: whoever takes them puts them back in the same transaction. */
export const takeOut = async (tx: Transaction, hallId: HallId, names: Names): Promise<Lives> => {
  const ticketRows = await tx
    .delete(tickets)
    .where(and(eq(tickets.hallId, hallId), inArray(tickets.ticketId, names.tickets)))
    .returning()
  const missionRows = await tx
    .delete(missions)
    .where(and(eq(missions.hallId, hallId), inArray(missions.missionId, names.missions)))
    .returning()
  const alertRows = await tx
    .delete(alerts)
    .where(and(eq(alerts.hallId, hallId), inArray(alerts.alertId, names.alerts)))
    .returning()
  return {
    tickets: byId(ticketRows.map(ticketOf), ({ ticketId }) => ticketId),
    missions: byId(missionRows.map(missionOf), ({ missionId }) => missionId),
    alerts: byId(alertRows.map(alertOf), ({ alertId }) => alertId),
  }
}

export const putBack = async (tx: Transaction, hallId: HallId, lives: Lives): Promise<void> => {
  const ticketRows = [...lives.tickets.values()].map((ticket) => ticketRow(hallId, ticket))
  const missionRows = [...lives.missions.values()].map((mission) => missionRow(hallId, mission))
  const alertRows = [...lives.alerts.values()].map((alert) => alertRow(hallId, alert))
  if (ticketRows.length > 0) await tx.insert(tickets).values(ticketRows)
  if (missionRows.length > 0) await tx.insert(missions).values(missionRows)
  if (alertRows.length > 0) await tx.insert(alerts).values(alertRows)
}
