/** Short ways to ask things of the small hall. */
import type { Lane } from '#contracts/callReasons.ts'
import type { PersonCommand } from '#contracts/commands.ts'
import type { ServiceId, TicketId, WindowId } from '#contracts/ids.ts'
import { serviceId, windowId } from './names.ts'

export const W1 = windowId('W1')
export const W2 = windowId('W2')
export const W3 = windowId('W3')
export const social = serviceId('social')
export const tax = serviceId('tax')

type Asked<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>

export const issue = (service: ServiceId | ServiceId[] = social, lane: Lane = 'walkIn'): Asked<'issueTicket'> => ({
  type: 'issueTicket',
  serviceIds: [service].flat(),
  lane,
})
export const open = (at: WindowId = W1): Asked<'openWindow'> => ({ type: 'openWindow', windowId: at })
export const callNext = (at: WindowId = W1): Asked<'callNext'> => ({ type: 'callNext', windowId: at })
export const recall = (at: WindowId = W1): Asked<'recallTicket'> => ({ type: 'recallTicket', windowId: at })
export const start = (at: WindowId = W1): Asked<'startServing'> => ({ type: 'startServing', windowId: at })
export const finish = (at: WindowId = W1): Asked<'finishServing'> => ({ type: 'finishServing', windowId: at })
export const miss = (at: WindowId = W1): Asked<'missTicket'> => ({ type: 'missTicket', windowId: at })
export const undo = (at: WindowId = W1): Asked<'undoDeed'> => ({ type: 'undoDeed', windowId: at })
export const park = (ticketId: TicketId): Asked<'parkTicket'> => ({ type: 'parkTicket', ticketId })
export const giveBack = (ticketId: TicketId): Asked<'returnTicket'> => ({ type: 'returnTicket', ticketId })
export const requeue = (ticketId: TicketId): Asked<'requeueTicket'> => ({ type: 'requeueTicket', ticketId })
export const cancel = (ticketId: TicketId): Asked<'cancelTicket'> => ({ type: 'cancelTicket', ticketId })
export const callTicket = (at: WindowId, ticketId: TicketId): Asked<'callTicket'> => ({
  type: 'callTicket',
  windowId: at,
  ticketId,
})
export const transfer = (
  ticketId: TicketId,
  to: { serviceIds?: ServiceId[]; windowId?: WindowId },
): Asked<'transferTicket'> => ({ type: 'transferTicket', ticketId, ...to })
export const handOn = (at: WindowId, toWindowId?: WindowId): Asked<'handOn'> => ({
  type: 'handOn',
  windowId: at,
  ...(toWindowId && { toWindowId }),
})
export const tick = { type: 'tick' } as const
