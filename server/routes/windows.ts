/** Windows: what a clerk does with the window and with the visitor at it. */
import type { PersonCommand } from '#contracts/commands.ts'
import { AskRating, RateVisit } from '#contracts/ratings.ts'
import {
  CallNext,
  CallTicket,
  CloseWindow,
  FinishServing,
  HandOn,
  MissTicket,
  OpenWindow,
  PauseWindow,
  RecallTicket,
  ResumeWindow,
  ServeDirectly,
  SetBreaks,
  SetWindowServices,
  StartServing,
  UndoDeed,
} from '#contracts/windowCommands.ts'
import { AtWindowAnswer, CallAnswer, WindowAnswer } from '../answers.ts'
import { deed } from './deed.ts'
import type { Route } from './route.ts'

/** The tablet at the window: the journal says which. */
const clerk = (command: PersonCommand): string => ('windowId' in command ? `window ${command.windowId}` : 'staff')

type WindowCommand =
  | typeof OpenWindow
  | typeof CloseWindow
  | typeof PauseWindow
  | typeof ResumeWindow
  | typeof AskRating
  | typeof RateVisit

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

const setting = (name: string, summary: string, command: typeof SetWindowServices | typeof SetBreaks): Route =>
  deed({
    method: 'put',
    path: `/api/windows/:windowId/${name}`,
    summary,
    command,
    by: 'staff',
    subject: 'window',
    gives: WindowAnswer,
    show: ({ window: desk }) => ({ window: desk }),
  })

const calling = (name: string, summary: string, command: typeof CallNext | typeof CallTicket): Route =>
  deed({
    path: `/api/windows/:windowId/${name}`,
    summary,
    command,
    by: clerk,
    subject: 'ticket',
    gives: CallAnswer,
    show: ({ ticket, reason }) => ({ ticket, ...(reason && { reason }) }),
  })

type VisitorCommand =
  | typeof ServeDirectly
  | typeof RecallTicket
  | typeof StartServing
  | typeof FinishServing
  | typeof MissTicket
  | typeof HandOn
  | typeof UndoDeed

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

export const windowRoutes: readonly Route[] = [
  ofWindow('open', 'Open a window, with all its services unless told otherwise.', OpenWindow),
  ofWindow('close', 'Close a window at which nobody is.', CloseWindow),
  ofWindow('pause', 'Call nobody for a while; a visitor at the window is served to the end.', PauseWindow),
  ofWindow('resume', 'Go on after a pause.', ResumeWindow),
  setting('services', 'Change what an open window does, within what the site lets it do.', SetWindowServices),
  setting('breaks', 'When the clerk of the window is away today, instead of what was said before.', SetBreaks),
  calling('call-next', 'Call the visitor who is next, and say why this one.', CallNext),
  calling('call', 'Call this visitor and no other, also one who is parked.', CallTicket),
  ofVisitor('direct', 'Serve somebody who has no number, at once.', ServeDirectly),
  ofVisitor('recall', 'Announce the called visitor once more.', RecallTicket),
  ofVisitor('start', 'The called visitor has come.', StartServing),
  ofVisitor(
    'finish',
    'The visitor has been served; with services left to do elsewhere they wait for the next.',
    FinishServing,
  ),
  ofVisitor('no-show', 'The called visitor has not come.', MissTicket),
  ofWindow('ask-rating', 'Have the pad at the window ask the visitor how it was.', AskRating),
  ofWindow('rate', 'How the visit was, in five steps, and what was wrong with it; once each.', RateVisit),
  ofVisitor('hand-on', 'The case is taken in here and handed out at another window, to which the papers go.', HandOn),
  ofVisitor('undo', 'Take back the last deed with a visitor, within seconds.', UndoDeed),
]
