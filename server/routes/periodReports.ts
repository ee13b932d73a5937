/** Reports over a period: waits, services, windows, appointments and care; as JSON or as CSV. */
import { csvOf } from '../csv.ts'
import { AppointmentReport, CareReport, ServiceReport, WaitReport, WindowReport } from '../reportAnswers.ts'
import { look } from './look.ts'
import { Period } from './period.ts'
import { reportOf } from './reports.ts'
import type { Route } from './route.ts'

const WAITS = ['day', 'hour', 'serviceId', 'called', 'medianMinutes', 'p90Minutes', 'overLong'] as const
const SERVICES = ['day', 'serviceId', 'issued', 'served', 'missed', 'left', 'medianMinutes'] as const
const WINDOWS = ['day', 'windowId', 'served', 'meanMinutes', 'openHours', 'busyShare'] as const
const APPOINTMENTS = ['day', 'serviceId', 'booked', 'arrived', 'missed', 'cancelled'] as const
const CARE = ['day', 'kind', 'raised', 'helped', 'dismissed', 'over', 'acceptMinutes', 'helpMinutes'] as const

const HOW = 'In CSV a line says of which day, or else of what in the whole period; the last line is the whole.'

export const periodRoutes: readonly Route[] = [
  look({
    path: '/api/reports/waits',
    summary: `Waits by the day, the hour and the service of the call. ${HOW}`,
    takes: Period,
    gives: WaitReport,
    find: (house, period) =>
      reportOf(house, period, (past, days, { timeZone, queue }) =>
        past.waits({ days, timeZone, longWaitMinutes: queue.longWaitMinutes }),
      ),
    csv: ({ days, hours, services, whole }) => csvOf(WAITS, [...days, ...hours, ...services, whole]),
  }),
  look({
    path: '/api/reports/services',
    summary: `What became of the numbers given out, by day and service. ${HOW}`,
    takes: Period,
    gives: ServiceReport,
    find: (house, period) => reportOf(house, period, (past, days) => past.services(days)),
    csv: ({ days, services, whole }) => csvOf(SERVICES, [...days, ...services, whole]),
  }),
  look({
    path: '/api/reports/windows',
    summary: `Whom windows served, and how much of their open time somebody was there. ${HOW}`,
    takes: Period,
    gives: WindowReport,
    find: (house, period) => reportOf(house, period, (past, days) => past.windows(days, house.clock.now())),
    csv: ({ days, windows, whole }) => csvOf(WINDOWS, [...days, ...windows, whole]),
  }),
  look({
    path: '/api/reports/appointments',
    summary: `Appointments kept and missed, by the day of the slot. ${HOW}`,
    takes: Period,
    gives: AppointmentReport,
    find: (house, period) => reportOf(house, period, (past, days) => past.appointmentCounts(days)),
    csv: ({ days, services, whole }) => csvOf(APPOINTMENTS, [...days, ...services, whole]),
  }),
  look({
    path: '/api/reports/care',
    summary: `Who needed somebody, how many were helped, how soon, and in JSON what it did to their wait. ${HOW}`,
    takes: Period,
    gives: CareReport,
    find: (house, period) => reportOf(house, period, (past, days) => past.care(days)),
    csv: ({ days, kinds, whole }) => csvOf(CARE, [...days, ...kinds, whole]),
  }),
]
