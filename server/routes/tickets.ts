/** Tickets: taking a number, looking at it, giving it back, and all that brings it elsewhere. */

import type { RecordOf } from '#contracts/live.ts'
import {
  CancelTicket,
  IssueTicket,
  LeaseNumbers,
  ParkTicket,
  ReportPrinted,
  ReportUnprinted,
  RequeueTicket,
  ReturnTicket,
  TransferTicket,
} from '#contracts/ticketCommands.ts'
import { AtWindowAnswer, LeaseAnswer, TicketAnswer } from '../answers.ts'
import type { ToldTicket } from '../history/tickets.ts'
import type { House } from '../house.ts'
import { commanding, eventIn } from './commanding.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'
import { forStrangers } from './strangers.ts'

type TicketCommand =
  | typeof CancelTicket
  | typeof TransferTicket
  | typeof ParkTicket
  | typeof ReturnTicket
  | typeof RequeueTicket
  | typeof ReportUnprinted
  | typeof ReportPrinted

const ofTicket = (name: string, summary: string, command: TicketCommand): Route =>
  deed({
    path: `/api/tickets/:ticketId/${name}`,
    summary,
    command,
    by: 'kiosk',
    subject: 'ticket',
    gives: AtWindowAnswer,
    show: ({ ticket }) => ({ ticket }),
  })

/** What the visitor is told with the number. */
export const withPromise = ({ ticket }: RecordOf<'ticket'>, { identity }: House): TicketAnswer => ({
  ticket,
  secret: identity.ticketSecret(ticket.ticketId),
  ...(ticket.promised && { estimate: ticket.promised }),
})

/** Why it was called, of one that still has a call to explain: not of a visitor who is back in line. */
const withReason = ({ ticket, reason }: ToldTicket): TicketAnswer => ({
  ticket,
  ...(reason && 'calledAt' in ticket && { reason }),
})

export const ticketRoutes: readonly Route[] = [
  deed({
    path: '/api/tickets',
    summary: 'Take a number. The estimate is what the visitor is told; absent while no open window could serve them.',
    command: IssueTicket,
    by: 'kiosk',
    subject: 'ticket',
    gives: TicketAnswer,
    status: 201,
    show: withPromise,
  }),
  look({
    path: '/api/tickets/:ticketId',
    summary: 'A ticket, how long still, and why it was called; also one that has left the hall.',
    takes: CancelTicket.pick({ ticketId: true }),
    gives: TicketAnswer,
    find: async ({ mirror, past, recorder, clock }, { ticketId }, { badge }) => {
      const services = mirror.all('site')[0]?.site.services ?? []
      const told = badge ? withReason : ({ ticket }: ToldTicket) => forStrangers(ticket, services)
      const at = clock.now()
      const here = mirror.record('ticket', ticketId)
      if (here) return yes({ ...told(here), at, ...(here.estimate && { estimate: here.estimate }) })
      await recorder?.caughtUp()
      const gone = await past.ticket(ticketId)
      return gone ? yes({ ...told(gone), at }) : no({ code: 'unknownTicket', ticketId })
    },
  }),
  ofTicket('cancel', 'Give the number back.', CancelTicket),
  ofTicket(
    'transfer',
    'Send the visitor to other services, to one window, or both; the place in line stays.',
    TransferTicket,
  ),
  ofTicket('park', 'The visitor has gone for something: call them only when they are back.', ParkTicket),
  ofTicket('recall', 'A parked visitor is back, or their papers have come: in line again.', ReturnTicket),
  ofTicket('requeue', 'A visitor who missed the call, or had gone for something, is here after all.', RequeueTicket),
  ofTicket('unprinted', 'The printer failed: the visitor has the number from the screen alone.', ReportUnprinted),
  ofTicket('printed', 'The number has been printed after all.', ReportPrinted),
  commanding({
    path: '/api/numbers/lease',
    summary: 'Numbers for one kiosk, to give out while it cannot reach the hall.',
    command: LeaseNumbers,
    by: 'kiosk',
    gives: LeaseAnswer,
    tell: (accepted) => {
      const leased = eventIn(accepted, 'numbersLeased')
      if (!leased) return undefined
      const { kioskId, letter, from, count } = leased
      return { lease: { kioskId, letter, from, count } }
    },
  }),
]
