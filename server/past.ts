/** The past of one hall, as the database has it. */
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import type { Appointment } from '#contracts/appointments.ts'
import { SECOND } from '#contracts/durations.ts'
import type { AppointmentCode, HallId, MissionId, TicketId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { LocalDay } from '#contracts/opening.ts'
import type { Instant } from '#contracts/time.ts'
import type { AlertDay, MissionDay, RatingDay } from './answers.ts'
import type { CardDay } from './careAnswers.ts'
import type { Db } from './db/client.ts'
import { appointments, missions, tickets } from './db/schema.ts'
import { within } from './deadline.ts'
import { DatabaseFault } from './faults.ts'
import { alertDays } from './history/alertDays.ts'
import { appointmentReport } from './history/appointmentReport.ts'
import { cardDays } from './history/cardDays.ts'
import { careReport } from './history/careReport.ts'
import { looksWithin, type ToldLook } from './history/looks.ts'
import { missionDays } from './history/missionDays.ts'
import { ratingDays } from './history/ratingDays.ts'
import { appointmentOf, missionOf, ticketOf } from './history/rows.ts'
import { serviceReport } from './history/serviceReport.ts'
import type { ToldTicket } from './history/tickets.ts'
import { waitReport } from './history/waitReport.ts'
import { windowReport } from './history/windowReport.ts'
import type { AppointmentReport, CareReport, ServiceReport, WaitReport, WindowReport } from './reportAnswers.ts'

const PATIENCE = 3 * SECOND
const PING_PATIENCE = SECOND

/** Reading rejects with `DatabaseFault` while there is no database, or it does not answer. */
export interface Past {
  ticket(id: TicketId): Promise<ToldTicket | undefined>
  mission(id: MissionId): Promise<Mission | undefined>
  appointment(code: AppointmentCode): Promise<Appointment | undefined>
  /** Those whose slot begins in this time, in that order. */
  appointments(from: Instant, until: Instant): Promise<Appointment[]>
  missionDays(days: readonly LocalDay[]): Promise<MissionDay[]>
  alertDays(days: readonly LocalDay[]): Promise<AlertDay[]>
  ratingDays(days: readonly LocalDay[]): Promise<RatingDay[]>
  cardDays(days: readonly LocalDay[]): Promise<CardDay[]>
  /** Hours are those of this time zone. */
  waits(asked: { days: readonly LocalDay[]; timeZone: string; longWaitMinutes: number }): Promise<WaitReport>
  services(days: readonly LocalDay[]): Promise<ServiceReport>
  /** What is open is open until `now`. */
  windows(days: readonly LocalDay[], now: Instant): Promise<WindowReport>
  appointmentCounts(days: readonly LocalDay[]): Promise<AppointmentReport>
  care(days: readonly LocalDay[]): Promise<CareReport>
  /** Through cameras, granted in this time, oldest first. */
  looks(from: Instant, until: Instant): Promise<ToldLook[]>
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
  appointment: async (code) => {
    const mine = and(eq(appointments.hallId, hallId), eq(appointments.code, code))
    const [row] = await asked(db.select().from(appointments).where(mine))
    return row && appointmentOf(row).appointment
  },
  appointments: async (from, until) => {
    const { hallId: hall, fromAt, code } = appointments
    const theirs = and(eq(hall, hallId), gte(fromAt, from), lt(fromAt, until))
    const rows = await asked(db.select().from(appointments).where(theirs).orderBy(asc(fromAt), asc(code)))
    return rows.map((row) => appointmentOf(row).appointment)
  },
  missionDays: (days) => asked(missionDays(db, hallId, days)),
  alertDays: (days) => asked(alertDays(db, hallId, days)),
  ratingDays: (days) => asked(ratingDays(db, hallId, days)),
  cardDays: (days) => asked(cardDays(db, hallId, days)),
  waits: (period) => asked(waitReport(db, hallId, period)),
  services: (days) => asked(serviceReport(db, hallId, days)),
  windows: (days, now) => asked(windowReport(db, hallId, days, now)),
  appointmentCounts: (days) => asked(appointmentReport(db, hallId, days)),
  care: (days) => asked(careReport(db, hallId, days)),
  looks: (from, until) => asked(looksWithin(db, hallId, from, until)),
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
  return {
    ticket: shut,
    mission: shut,
    appointment: shut,
    appointments: shut,
    missionDays: shut,
    alertDays: shut,
    ratingDays: shut,
    cardDays: shut,
    waits: shut,
    services: shut,
    windows: shut,
    appointmentCounts: shut,
    care: shut,
    looks: shut,
    answers: async () => false,
  }
}
