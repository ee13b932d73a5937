/** Reports: what the past comes down to, day by day; as JSON or as CSV. */
import type { LocalDay } from '#contracts/opening.ts'
import type { Site } from '#contracts/site.ts'
import { AlertReport, MissionReport } from '../answers.ts'
import { csvOf } from '../csv.ts'
import type { House } from '../house.ts'
import type { Past } from '../past.ts'
import { look } from './look.ts'
import { daysOf, Period } from './period.ts'
import { type Answer, no, type Route, yes } from './route.ts'

const MISSIONS = ['day', 'robotId', 'asked', 'delivered', 'failed', 'cancelled', 'medianMinutes', 'hoursSaved'] as const
const ALERTS = ['day', 'kind', 'raised', 'resolved', 'dismissed', 'over', 'medianMinutes'] as const

interface AskedPeriod {
  from: string
  to: string
}

/** With everything in it that has happened until now. */
export const reportOf = async <R>(
  { mirror, past, recorder }: House,
  period: AskedPeriod,
  count: (past: Past, days: readonly LocalDay[], site: Site) => Promise<R>,
): Promise<Answer<R>> => {
  const site = mirror.all('site')[0]?.site
  if (!site) return no({ code: 'notReady' })
  await recorder?.caughtUp()
  return yes(await count(past, daysOf(period, site.timeZone), site))
}

export const reported = <D>(
  house: House,
  period: AskedPeriod,
  count: (past: Past, days: readonly LocalDay[]) => Promise<D[]>,
): Promise<Answer<{ days: D[] }>> => reportOf(house, period, async (past, days) => ({ days: await count(past, days) }))

export const reportRoutes: readonly Route[] = [
  look({
    path: '/api/reports/missions',
    summary:
      'Missions by the day they were asked for, all and by robot. In CSV a line without `robotId` is the whole day.',
    takes: Period,
    gives: MissionReport,
    find: (house, period) => reported(house, period, (past, days) => past.missionDays(days)),
    csv: ({ days }) =>
      csvOf(
        MISSIONS,
        days.flatMap(({ robots, ...whole }) => [whole, ...robots.map((one) => ({ day: whole.day, ...one }))]),
      ),
  }),
  look({
    path: '/api/reports/alerts',
    summary:
      'Alerts by the day they were raised, all and by kind: long waits, robots, questions, crowding, cameras. In CSV a line without `kind` is the whole day.',
    takes: Period,
    gives: AlertReport,
    find: (house, period) => reported(house, period, (past, days) => past.alertDays(days)),
    csv: ({ days }) =>
      csvOf(
        ALERTS,
        days.flatMap(({ kinds, ...whole }) => [whole, ...kinds.map((one) => ({ day: whole.day, ...one }))]),
      ),
  }),
]
