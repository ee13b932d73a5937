/** Reports: what the past comes down to, day by day; as JSON or as CSV. */
import { z } from 'zod'
import { dayAround, daysBetween, type LocalDay, midnightOf } from '#contracts/opening.ts'
import type { ServiceDay } from '#contracts/time.ts'
import { MissionReport } from '../answers.ts'
import { csvOf } from '../csv.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

const MOST_DAYS = 366

/** Both days are included; of the hall's own time zone. */
const Period = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < MOST_DAYS, {
    path: ['to'],
    message: `not before \`from\`, and within ${MOST_DAYS} days`,
  })

const daysOf = ({ from, to }: z.output<typeof Period>, timeZone: string): LocalDay[] => {
  const days: LocalDay[] = []
  const around = (day: ServiceDay) => dayAround(midnightOf(day, timeZone), timeZone)
  for (let day = around(from); day.day <= to; day = dayAround(day.until, timeZone)) days.push(day)
  return days
}

const COLUMNS = ['day', 'robotId', 'asked', 'delivered', 'failed', 'cancelled', 'medianMinutes', 'hoursSaved'] as const

export const reportRoutes: readonly Route[] = [
  look({
    path: '/api/reports/missions',
    summary:
      'Missions by the day they were asked for, all and by robot. In CSV a line without `robotId` is the whole day.',
    takes: Period,
    gives: MissionReport,
    find: async ({ mirror, past, recorder }, period) => {
      const site = mirror.all('site')[0]?.site
      if (!site) return no({ code: 'notReady' })
      await recorder?.caughtUp()
      return yes({ days: await past.missionDays(daysOf(period, site.timeZone)) })
    },
    csv: ({ days }) =>
      csvOf(
        COLUMNS,
        days.flatMap(({ robots, ...whole }) => [whole, ...robots.map((one) => ({ day: whole.day, ...one }))]),
      ),
  }),
]
