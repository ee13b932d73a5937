/** Appointments by the day of their slot: who came, who did not. */
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type HallId, ServiceId } from '#contracts/ids.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Db } from '../db/client.ts'
import { appointments } from '../db/schema.ts'
import type { AppointmentCounts, AppointmentReport } from '../reportAnswers.ts'
import { countIn, rowsByDay } from './byDay.ts'
import { eachDay } from './grouped.ts'

const Line = z.object({
  nth: z.int().nullable(),
  serviceId: ServiceId.nullable(),
  booked: z.int(),
  arrived: z.int(),
  missed: z.int(),
  cancelled: z.int(),
})
type Line = z.infer<typeof Line>

const countsOf = (line: Line | undefined): AppointmentCounts => ({
  booked: line?.booked ?? 0,
  arrived: line?.arrived ?? 0,
  missed: line?.missed ?? 0,
  cancelled: line?.cancelled ?? 0,
})

export const appointmentReport = async (
  db: Db,
  hallId: HallId,
  days: readonly LocalDay[],
): Promise<AppointmentReport> => {
  const { state, fromAt, serviceIds } = appointments
  const rows = await db.execute(sql`
    select nth, first as "serviceId",
      ${countIn(state, 'booked')} as booked, ${countIn(state, 'arrived')} as arrived,
      ${countIn(state, 'missed')} as missed, ${countIn(state, 'cancelled')} as cancelled
    from (
      select nth, ${state}, ${serviceIds}[1] as first
      from ${rowsByDay(appointments, fromAt, hallId, days)}
    ) as appointments
    group by grouping sets ((), (nth), (first))
    order by first`)
  const lines = z.array(Line).parse([...rows])
  return {
    whole: countsOf(lines.find(({ nth, serviceId }) => nth === null && serviceId === null)),
    days: eachDay(days, lines, countsOf),
    services: lines.flatMap((line) => (line.serviceId ? { serviceId: line.serviceId, ...countsOf(line) } : [])),
  }
}
