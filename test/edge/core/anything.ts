/** Anything that anybody might ask of the small hall at any time, sensible or not. */
import fc from 'fast-check'
import type { Command } from '#contracts/commands.ts'
import { HOUR, MINUTE, SECOND } from '#contracts/durations.ts'
import type { ServiceId, TicketId, WindowId } from '#contracts/ids.ts'
import type { TicketState } from '#contracts/tickets.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
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

/** What is asked, of whom by the draw, and how much later: mostly what a busy morning is made of. */
export const asked = fc.record({
  what: fc.constantFrom(
    ...['issue', 'issue', 'issue', 'issue', 'issueBoth', 'issueBoth', 'issuePriority', 'checkIn', 'checkIn', 'book'],
    ...['call', 'call', 'call', 'call', 'callOne', 'direct', 'recall', 'start', 'start', 'start', 'start', 'miss'],
    ...['finish', 'finish', 'finish', 'undo', 'undo', 'undo', 'handOn', 'handOn', 'cancel', 'transfer', 'transferTo'],
    ...['park', 'giveBack', 'giveBack', 'requeue', 'requeue', 'unprinted', 'printed', 'lease', 'useLeased'],
    ...['open', 'open', 'open', 'open', 'close', 'pause', 'resume', 'does', 'breaks', 'cancelBooked'],
    ...['mission', 'cancelMission', 'accept', 'handOver', 'resolve', 'dismiss', 'tick', 'tick', 'tick'],
  ),
  which: draw,
  where: draw,
  later: fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...[0, 0.5, 0.5, 1, 1, 2, 3, 60].map((seconds) => seconds * SECOND)) },
    { weight: 4, arbitrary: fc.constantFrom(4 * MINUTE, 16 * MINUTE) },
    { weight: 1, arbitrary: fc.constantFrom(HOUR, -HOUR, 16 * HOUR) },
  ),
})
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const among = <T>(some: readonly T[], which: number, otherwise: T): T => some[which % (some.length + 1)] ?? otherwise
/** Mostly one of those with whom it can be done; now and then anyone. */
const rather = <T>(some: readonly T[], which: number, anyone: T): T =>
  which % 5 === 0 ? anyone : (some[which % Math.max(1, some.length)] ?? anyone)

/** Now and then one that the hall does not have. */
const serviceAt = (which: number): ServiceId => (which % 29 === 28 ? serviceId('none') : among([social], which, tax))
const windowAt = (hall: HallState, which: number, fits: (desk: ServiceWindow) => boolean): WindowId =>
  rather(
    [...hall.windows.values()].filter(fits).map((desk) => desk.windowId),
    which,
    among([W1, W2, W3], which, windowId('W9')),
  )
const ticketAt = ({ tickets, gone }: HallState, which: number, ...states: TicketState[]): TicketId => {
  const all = [...tickets.values(), ...gone].sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1))
  const fitting = all.filter(({ state }) => states.includes(state)).map((ticket) => ticket.ticketId)
  return rather(
    fitting,
    which,
    among(
      all.map((ticket) => ticket.ticketId),
      which,
      ticketId('A999'),
    ),
  )
}
const isBusy = ({ ticketId }: ServiceWindow): boolean => ticketId !== undefined
const isFree = ({ state, ticketId }: ServiceWindow): boolean => state === 'open' && ticketId === undefined
const isClosed = ({ state }: ServiceWindow): boolean => state === 'closed'
const codeAt = (which: number) => appointmentCode(String(100_000 + (which % 5)))

const ofTickets = (hall: HallState, { what, which, where }: Asked): Command | undefined => {
  const service = serviceAt(where)
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
      return { type: 'cancelTicket', ticketId: ticketAt(hall, which, 'waiting', 'called') }
    case 'transfer':
      return { type: 'transferTicket', ticketId: ticketAt(hall, which, 'waiting', 'serving'), serviceIds: [service] }
    case 'transferTo':
      return {
        type: 'transferTicket',
        ticketId: ticketAt(hall, which, 'waiting', 'called'),
        windowId: among([W1, W2], where, W3),
      }
    case 'park':
      return { type: 'parkTicket', ticketId: ticketAt(hall, which, 'waiting', 'called', 'serving') }
    case 'giveBack':
      return { type: 'returnTicket', ticketId: ticketAt(hall, which, 'parked') }
    case 'requeue':
      return { type: 'requeueTicket', ticketId: ticketAt(hall, which, 'missed') }
    case 'unprinted':
      return { type: 'reportUnprinted', ticketId: ticketAt(hall, which, 'waiting') }
    case 'printed':
      return { type: 'reportPrinted', ticketId: ticketAt(hall, which, 'waiting') }
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
  const free = windowAt(hall, where, isFree)
  const busy = windowAt(hall, where, isBusy)
  const any = windowAt(hall, where, () => true)
  switch (what) {
    case 'call':
      return { type: 'callNext', windowId: free }
    case 'callOne':
      return { type: 'callTicket', windowId: free, ticketId: ticketAt(hall, which, 'waiting', 'parked') }
    case 'direct':
      return { type: 'serveDirectly', windowId: free, serviceIds: [serviceAt(which)] }
    case 'recall':
      return { type: 'recallTicket', windowId: busy }
    case 'start':
      return { type: 'startServing', windowId: busy }
    case 'finish':
      return { type: 'finishServing', windowId: busy }
    case 'miss':
      return { type: 'missTicket', windowId: busy }
    case 'undo':
      return { type: 'undoDeed', windowId: windowAt(hall, where, ({ undoable }) => undoable !== undefined) }
    case 'handOn':
      return { type: 'handOn', windowId: busy, ...(which % 3 === 0 && { toWindowId: among([W1, W2], which, W3) }) }
    case 'open':
      return {
        type: 'openWindow',
        windowId: windowAt(hall, where, isClosed),
        ...(which % 3 === 0 && { serviceIds: [serviceAt(which)] }),
      }
    case 'close':
      return { type: 'closeWindow', windowId: any }
    case 'pause':
      return { type: 'pauseWindow', windowId: any }
    case 'resume':
      return { type: 'resumeWindow', windowId: any }
    case 'does':
      return { type: 'setWindowServices', windowId: any, serviceIds: [serviceAt(which), serviceAt(where)] }
    case 'breaks':
      return { type: 'setBreaks', windowId: any, breaks: [{ from: NINE + HOUR, until: NINE + HOUR + which * MINUTE }] }
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
