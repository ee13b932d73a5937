/** Alerts: the people to help, and who goes to them. */
import { z } from 'zod'
import { AcceptAlert, DismissAlert, HandOverAlert, ResolveAlert } from '#contracts/floorCommands.ts'
import { AlertAnswer, AlertsAnswer } from '../answers.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { type Route, yes } from './route.ts'

type AlertCommand = typeof AcceptAlert | typeof HandOverAlert | typeof ResolveAlert | typeof DismissAlert

const ofAlert = (name: string, summary: string, command: AlertCommand): Route =>
  deed({
    path: `/api/alerts/:alertId/${name}`,
    summary,
    command,
    by: 'staff',
    subject: 'alert',
    gives: AlertAnswer,
    show: ({ alert }) => ({ alert }),
  })

export const alertRoutes: readonly Route[] = [
  look({
    path: '/api/alerts',
    summary: 'The people to help now, in the order they were found.',
    takes: z.object({}),
    gives: AlertsAnswer,
    find: ({ mirror }) => yes({ alerts: mirror.all('alert').map(({ alert }) => alert) }),
  }),
  ofAlert('accept', 'Go there, with what is offered. Whoever comes first goes.', AcceptAlert),
  ofAlert('hand-over', 'Give the person back to the list, for a colleague.', HandOverAlert),
  ofAlert('resolve', 'The person has been helped.', ResolveAlert),
  ofAlert('dismiss', 'Nobody needed help.', DismissAlert),
]
