/** The report of ratings: how visits were, by day and window. */
import { Remark } from '#contracts/ratings.ts'
import { RatingReport } from '../answers.ts'
import { csvOf } from '../csv.ts'
import { look } from './look.ts'
import { Period } from './period.ts'
import { reported } from './reports.ts'
import type { Route } from './route.ts'

const COLUMNS = ['day', 'windowId', 'rated', 'meanStars', 'low', ...Remark.options] as const

export const ratingRoutes: readonly Route[] = [
  look({
    path: '/api/reports/ratings',
    summary:
      'Ratings by the day they were given, all and by window, and what was wrong. In CSV a line without `windowId` is the whole day.',
    takes: Period,
    gives: RatingReport,
    find: (house, period) => reported(house, period, (past, days) => past.ratingDays(days)),
    csv: ({ days }) =>
      csvOf(
        COLUMNS,
        days.flatMap(({ windows, remarks, ...whole }) => [
          { ...whole, ...remarks },
          ...windows.map((one) => ({ day: whole.day, ...one })),
        ]),
      ),
  }),
]
