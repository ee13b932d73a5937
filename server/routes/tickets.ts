/** Tickets: taking a number, looking at it, giving it back. */
import { CancelTicket, IssueTicket } from '#contracts/commands.ts'
import { TicketAnswer } from '../answers.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

export const ticketRoutes: readonly Route[] = [
  deed({
    path: '/api/tickets',
    summary: 'Take a number. The estimate is what the visitor is told; absent while no open window could serve them.',
    command: IssueTicket,
    by: 'kiosk',
    subject: 'ticket',
    gives: TicketAnswer,
    status: 201,
    show: ({ ticket }) => ({ ticket, ...(ticket.promised && { estimate: ticket.promised }) }),
  }),
  look({
    path: '/api/tickets/:ticketId',
    summary: 'A ticket and how long still; also one that has left the hall.',
    takes: CancelTicket.pick({ ticketId: true }),
    gives: TicketAnswer,
    find: async ({ mirror, past, recorder }, { ticketId }) => {
      const here = mirror.record('ticket', ticketId)
      if (here) return yes({ ticket: here.ticket, ...(here.estimate && { estimate: here.estimate }) })
      await recorder?.caughtUp()
      const gone = await past.ticket(ticketId)
      return gone ? yes({ ticket: gone }) : no({ code: 'unknownTicket', ticketId })
    },
  }),
  deed({
    path: '/api/tickets/:ticketId/cancel',
    summary: 'Give the number back.',
    command: CancelTicket,
    by: 'kiosk',
    subject: 'ticket',
    gives: TicketAnswer,
    show: ({ ticket }) => ({ ticket }),
  }),
]
