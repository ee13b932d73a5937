/** The report of cards: how soon somebody went, how often staff were buzzed, and what it did to the wait. */
import { CardReport } from '../careAnswers.ts'
import { csvOf } from '../csv.ts'
import { look } from './look.ts'
import { Period } from './period.ts'
import { reported } from './reports.ts'
import type { Route } from './route.ts'

const COUNTS = ['cards', 'healed', 'resolved', 'dismissed', 'over', 'buzzes', 'accepted'] as const
const COLUMNS = [
  'day',
  'cause',
  ...COUNTS,
  'within90Share',
  'medianAcceptSeconds',
  'medianHelpedMinutes',
  'staffHours',
  'buzzesPerStaffHourP95',
  'helpedTickets',
  'helpedMedianMinutes',
  'notHelpedTickets',
  'notHelpedMedianMinutes',
] as const

export const cardReportRoutes: readonly Route[] = [
  look({
    path: '/api/reports/cards',
    summary:
      'Cards by the day they were opened, all and by cause: buzzes, how soon somebody went, what was given, and what it did to the wait. In CSV a line without `cause` is the whole day.',
    takes: Period,
    gives: CardReport,
    find: (house, period) => reported(house, period, (past, days) => past.cardDays(days)),
    csv: ({ days }) =>
      csvOf(
        COLUMNS,
        days.flatMap(({ causes, wait: { helped, notHelped }, measures: _m, outcomes: _o, ...whole }) => [
          {
            ...whole,
            helpedTickets: helped.tickets,
            helpedMedianMinutes: helped.medianMinutes,
            notHelpedTickets: notHelped.tickets,
            notHelpedMedianMinutes: notHelped.medianMinutes,
          },
          ...causes.map(({ measures: _, outcomes: __, ...one }) => ({ day: whole.day, ...one })),
        ]),
      ),
  }),
]
