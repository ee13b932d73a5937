/** Anything that anybody might ask of the small hall at any time, sensible or not. */
import fc from 'fast-check'
import type { Command } from '#contracts/commands.ts'
import type { ServiceId, TicketId, WindowId } from '#contracts/ids.ts'
import { HOUR, MINUTE, SECOND } from '#contracts/time.ts'
import type { HallState } from '#edge/core/state.ts'
import { social, tax, W1, W2, W3 } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import {
  alertId,
  appointmentCode,
  kioskId,
  missionId,
  placeId,
  serviceId,
  ticketId,
  windowId,
} from '#test/support/names.ts'
import { siteWith } from '#test/support/smallSite.ts'

/** With slots, a window that hands out, tides, priorities and calls by the hall itself, as the draw has it. */
export const anySite = fc
  .record({
    lanes: fc.constantFrom('timeCredit' as const, 'strict' as const, 'ratio' as const, 'accumulating' as const),
    balancing: fc.constantFrom('longestWait' as const, 'gcmu' as const, 'longestQueue' as const),
    calling: fc.constantFrom('byClerk' as const, 'automatic' as const),
    callsBeforeNoShow: fc.integer({ min: 1, max: 2 }),
    outsideHours: fc.constantFrom('accept' as const, 'refuse' as const),
    tidal: fc.constantFrom({ mode: 'automatic' as const, openAfterMinutes: 5, leastOpenMinutes: 5 }, {}),
  })
  .map((queue) =>
    siteWith({
      queue,
      services: {
        social: { appointments: { slotMinutes: 30, capacity: 2 }, issuingWindowIds: ['W2'] },
        tax: { dailyLimit: 12, issuingWindowIds: ['W3'] },
      },
      windows: { W1: { helpIds: ['tax'], tidal: true } },
    }),
  )

const draw = fc.nat({ max: 1000 })

/** What is asked, of whom by the draw, and how much later. */
export const asked = fc.record({
  what: fc.constantFrom(
    ...['issue', 'issue', 'issue', 'issueBoth', 'issuePriority', 'call', 'call', 'call', 'callOne', 'direct'],
    ...['recall', 'start', 'start', 'finish', 'finish', 'miss', 'undo', 'undo', 'handOn', 'handOn', 'cancel'],
    ...['transfer', 'transferTo', 'park', 'giveBack', 'requeue', 'unprinted', 'printed', 'lease', 'useLeased'],
    ...['book', 'checkIn', 'cancelBooked', 'open', 'open', 'close', 'pause', 'resume', 'does', 'breaks'],
    ...['mission', 'cancelMission', 'accept', 'handOver', 'resolve', 'dismiss', 'tick', 'tick'],
  ),
  which: draw,
  where: draw,
  later: fc.constantFrom(
    ...[0, 500, 1, 2, 3, 10, 60].map((seconds) => seconds * SECOND),
    ...[4 * MINUTE, 16 * MINUTE, HOUR, -HOUR, 16 * HOUR],
  ),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const among = <T>(some: readonly T[], which: number, otherwise: T): T => some[which % (some.length + 1)] ?? otherwise

/** Every thirteenth is of something that the hall does not have. */
const windowAt = (which: number): WindowId => (which % 13 === 12 ? windowId('W9') : among([W1, W2], which, W3))
const serviceAt = (which: number): ServiceId => (which % 13 === 12 ? serviceId('none') : among([social], which, tax))
const ticketAt = ({ tickets, gone }: HallState, which: number): TicketId =>
  among([...tickets.keys(), ...gone.map((ticket) => ticket.ticketId)].sort(), which, ticketId('A999'))
const codeAt = (which: number) => appointmentCode(String(100_000 + (which % 5)))

const ofTickets = (hall: HallState, { what, which, where }: Asked): Command | undefined => {
  const id = ticketAt(hall, which)
  const [at, service] = [windowAt(where), serviceAt(where)]
  const leased = [...hall.leased][which % Math.max(1, hall.leased.size)]
  switch (what) {
    case 'issue':
      return { type: 'issueTicket', serviceIds: [serviceAt(which)], lane: 'walkIn' }
    case 'issueBoth':
      return { type: 'issueTicket', serviceIds: [serviceAt(which), serviceAt(where)], lane: 'walkIn' }
    case 'issuePriority':
      return { type: 'issueTicket', serviceIds: [service], lane: 'priority', priorityReason: 'elderly' }
    case 'lease':
      return { type: 'leaseNumbers', kioskId: kioskId('K1'), letter: 'A', count: 1 + (which % 3) }
    case 'useLeased':
      return {
        type: 'issueTicket',
        serviceIds: [social],
        lane: 'walkIn',
        leased: { kioskId: kioskId('K1'), number: leased?.[0] ?? 'A500', issuedAt: NINE - where * MINUTE },
      }
    case 'cancel':
      return { type: 'cancelTicket', ticketId: id }
    case 'transfer':
      return { type: 'transferTicket', ticketId: id, serviceIds: [service] }
    case 'transferTo':
      return { type: 'transferTicket', ticketId: id, windowId: at }
    case 'park':
      return { type: 'parkTicket', ticketId: id }
    case 'giveBack':
      return { type: 'returnTicket', ticketId: id }
    case 'requeue':
      return { type: 'requeueTicket', ticketId: id }
    case 'unprinted':
      return { type: 'reportUnprinted', ticketId: id }
    case 'printed':
      return { type: 'reportPrinted', ticketId: id }
    case 'book':
      return {
        type: 'bookAppointment',
        code: codeAt(which),
        serviceIds: [social, service],
        from: NINE + where * 30 * MINUTE,
      }
    case 'checkIn':
      return { type: 'checkIn', code: codeAt(which) }
    case 'cancelBooked':
      return { type: 'cancelAppointment', code: codeAt(which) }
    default:
      return undefined
  }
}

const ofWindows = (hall: HallState, { what, which, where }: Asked): Command | undefined => {
  const at = windowAt(where)
  switch (what) {
    case 'call':
      return { type: 'callNext', windowId: at }
    case 'callOne':
      return { type: 'callTicket', windowId: at, ticketId: ticketAt(hall, which) }
    case 'direct':
      return { type: 'serveDirectly', windowId: at, serviceIds: [serviceAt(which)] }
    case 'recall':
      return { type: 'recallTicket', windowId: at }
    case 'start':
      return { type: 'startServing', windowId: at }
    case 'finish':
      return { type: 'finishServing', windowId: at }
    case 'miss':
      return { type: 'missTicket', windowId: at }
    case 'undo':
      return { type: 'undoDeed', windowId: at }
    case 'handOn':
      return { type: 'handOn', windowId: at, ...(which % 2 === 0 && { toWindowId: windowAt(which) }) }
    case 'open':
      return { type: 'openWindow', windowId: at, ...(which % 3 === 0 && { serviceIds: [serviceAt(which)] }) }
    case 'close':
      return { type: 'closeWindow', windowId: at }
    case 'pause':
      return { type: 'pauseWindow', windowId: at }
    case 'resume':
      return { type: 'resumeWindow', windowId: at }
    case 'does':
      return { type: 'setWindowServices', windowId: at, serviceIds: [serviceAt(which), serviceAt(where)] }
    case 'breaks':
      return { type: 'setBreaks', windowId: at, breaks: [{ from: NINE + HOUR, until: NINE + HOUR + which * MINUTE }] }
    default:
      return undefined
  }
}

const ofTheFloor = (hall: HallState, { what, which }: Asked): Command => {
  const alert = among([...hall.alerts.keys()], which, alertId('L9999'))
  switch (what) {
    case 'mission':
      return { type: 'requestMission', kind: 'delivery', from: placeId('W1'), to: placeId('W2'), priority: 0 }
    case 'cancelMission':
      return { type: 'cancelMission', missionId: among([...hall.missions.keys()], which, missionId('M9999')) }
    case 'accept':
      return { type: 'acceptAlert', alertId: alert }
    case 'handOver':
      return { type: 'handOverAlert', alertId: alert }
    case 'resolve':
      return { type: 'resolveAlert', alertId: alert }
    case 'dismiss':
      return { type: 'dismissAlert', alertId: alert }
    default:
      return { type: 'tick' }
  }
}

export const commandOf = (hall: HallState, one: Asked): Command =>
  ofTickets(hall, one) ?? ofWindows(hall, one) ?? ofTheFloor(hall, one)
