/** Windows: what a clerk does with the window and with the visitor at it. */
import {
  CallNext,
  CloseWindow,
  FinishServing,
  MissTicket,
  OpenWindow,
  PauseWindow,
  type PersonCommand,
  RecallTicket,
  ResumeWindow,
  SetWindowServices,
  StartServing,
} from '#contracts/commands.ts'
import { AtWindowAnswer, CallAnswer, WindowAnswer } from '../answers.ts'
import { deed } from './deed.ts'
import type { Route } from './route.ts'

/** The tablet at the window: the journal says which. */
const clerk = (command: PersonCommand): string => ('windowId' in command ? `window ${command.windowId}` : 'staff')

const ofWindow = (name: string, summary: string, command: WindowCommand): Route =>
  deed({
    path: `/api/windows/:windowId/${name}`,
    summary,
    command,
    by: clerk,
    subject: 'window',
    gives: WindowAnswer,
    show: ({ window: desk }) => ({ window: desk }),
  })

type WindowCommand = typeof OpenWindow | typeof CloseWindow | typeof PauseWindow | typeof ResumeWindow

const ofVisitor = (name: string, summary: string, command: VisitorCommand): Route =>
  deed({
    path: `/api/windows/:windowId/${name}`,
    summary,
    command,
    by: clerk,
    subject: 'ticket',
    gives: AtWindowAnswer,
    show: ({ ticket }) => ({ ticket }),
  })

type VisitorCommand = typeof RecallTicket | typeof StartServing | typeof FinishServing | typeof MissTicket

export const windowRoutes: readonly Route[] = [
  ofWindow('open', 'Open a window, with all its services unless told otherwise.', OpenWindow),
  ofWindow('close', 'Close a window at which nobody is.', CloseWindow),
  ofWindow('pause', 'Call nobody for a while; a visitor at the window is served to the end.', PauseWindow),
  ofWindow('resume', 'Go on after a pause.', ResumeWindow),
  deed({
    method: 'put',
    path: '/api/windows/:windowId/services',
    summary: 'Change what an open window does, within what the site lets it do.',
    command: SetWindowServices,
    by: 'staff',
    subject: 'window',
    gives: WindowAnswer,
    show: ({ window: desk }) => ({ window: desk }),
  }),
  deed({
    path: '/api/windows/:windowId/call-next',
    summary: 'Call the visitor who is next, and say why this one.',
    command: CallNext,
    by: clerk,
    subject: 'ticket',
    gives: CallAnswer,
    show: ({ ticket, reason }) => ({ ticket, ...(reason && { reason }) }),
  }),
  ofVisitor('recall', 'Announce the called visitor once more.', RecallTicket),
  ofVisitor('start', 'The called visitor has come.', StartServing),
  ofVisitor('finish', 'The visitor has been served.', FinishServing),
  ofVisitor('no-show', 'The called visitor has not come.', MissTicket),
]
