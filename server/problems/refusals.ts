/** What the hall itself says no to: the status and the sentence of each refusal. */
import type { Refusal } from '#contracts/refusals.ts'
import type { Instant } from '#contracts/time.ts'
import { cameraRefusals } from './cameras.ts'
import { careRefusals } from './care.ts'
import type { Kinds } from './kind.ts'

const list = (words: readonly string[]): string => words.join(', ')

/** In UTC, as the reader's own clock is not known here; the facts of the problem hold the instant itself. */
const clockTime = (at: Instant): string => new Date(at).toISOString().replace(/:\d\d\.\d+/, '')

export const refusals: Kinds<Refusal> = {
  unknownService: {
    status: 404,
    title: ({ serviceId }) => `This hall has no service ${serviceId}; take one that the site names.`,
  },
  ticketsExhausted: {
    status: 503,
    title: ({ letter }) => `All numbers that begin with ${letter} are given out today; ask the staff at the entrance.`,
  },
  hallClosed: {
    status: 409,
    title: ({ opensAt }) =>
      opensAt === undefined
        ? 'The hall is closed for the next fortnight; its site file says when it opens.'
        : `The hall is closed and gives out no numbers; it opens at ${clockTime(opensAt)}.`,
  },
  noTimeLeft: {
    status: 409,
    title: ({ serviceIds, closesAt, calledAt }) =>
      `Whoever comes now for ${list(serviceIds)} would be called at ${clockTime(calledAt)}, and the hall closes at ${clockTime(closesAt)}; come when it opens again.`,
  },
  dailyLimitReached: {
    status: 409,
    title: ({ serviceId, limit }) => `All ${limit} numbers of today for ${serviceId} are given out; come another day.`,
  },
  numberNotLeased: {
    status: 409,
    title: ({ number }) => `Number ${number} was not set aside for this kiosk; lease numbers before giving them out.`,
  },
  numberTaken: {
    status: 409,
    title: ({ number }) => `Number ${number} is given out already today; give out the next one of the lease.`,
  },
  leaseTooLarge: {
    status: 409,
    title: ({ letter, left }) =>
      `Only ${left} numbers that begin with ${letter} are left today; lease no more than that.`,
  },
  noAppointments: {
    status: 409,
    title: ({ serviceIds }) => `No appointments are taken for ${list(serviceIds)}; take a number in the hall.`,
  },
  unknownSlot: {
    status: 409,
    title: ({ from }) =>
      `No slot that can be booked begins at ${clockTime(from)}; take one that /api/appointments/slots lists.`,
  },
  slotFull: {
    status: 409,
    title: ({ from, serviceId, capacity }) =>
      `All ${capacity} places of ${serviceId} in the slot at ${clockTime(from)} are booked; take another slot.`,
  },
  codeTaken: {
    status: 409,
    title: ({ appointment }) => `Another appointment has the code ${appointment}; book again under a new key.`,
  },
  unknownAppointment: {
    status: 404,
    title: ({ appointment }) => `There is no appointment ${appointment} in this hall; read its code again.`,
  },
  appointmentOver: {
    status: 409,
    title: ({ appointment, state }) =>
      `Appointment ${appointment} is ${state} already; book a new one or take a number.`,
  },
  appointmentNotToday: {
    status: 409,
    title: ({ appointment, from }) =>
      `Appointment ${appointment} begins at ${clockTime(from)}, which is not today; come on that day.`,
  },
  unknownTicket: {
    status: 404,
    title: ({ ticketId }) => `There is no ticket ${ticketId} in this hall; read its number again.`,
  },
  wrongTicketState: {
    status: 409,
    title: ({ ticketId, state, expected }) =>
      `Ticket ${ticketId} is ${state}, and this works only while it is ${expected.join(' or ')}.`,
  },
  unknownWindow: {
    status: 404,
    title: ({ windowId }) => `This hall has no window ${windowId}; take one that the site names.`,
  },
  windowClosed: { status: 409, title: ({ windowId }) => `Window ${windowId} is closed; open it first.` },
  windowPaused: { status: 409, title: ({ windowId }) => `Window ${windowId} is paused; resume it first.` },
  windowBusy: {
    status: 409,
    title: ({ windowId, ticketId }) => `Ticket ${ticketId} is at window ${windowId}; finish with that visitor first.`,
  },
  nobodyToRate: {
    status: 409,
    title: ({ windowId }) => `Nobody is asked at window ${windowId} now; serve a visitor first, or ask for it.`,
  },
  windowIdle: { status: 409, title: ({ windowId }) => `Nobody is at window ${windowId}; call the next visitor first.` },
  ticketElsewhere: {
    status: 409,
    title: ({ ticketId, windowId }) => `Ticket ${ticketId} is at window ${windowId}; only that window can do this.`,
  },
  windowCannot: {
    status: 409,
    title: ({ windowId, serviceIds }) =>
      `The site does not let window ${windowId} do ${list(serviceIds)}; leave that out or choose another window.`,
  },
  callAgainFirst: {
    status: 409,
    title: ({ ticketId, calls, needed }) =>
      `Ticket ${ticketId} has been called ${calls} of ${needed} times; call it again before it counts as missed.`,
  },
  graceOver: {
    status: 409,
    title: ({ ticketId, missedAt, graceMinutes }) =>
      `Ticket ${ticketId} was missed at ${clockTime(missedAt)}, more than ${graceMinutes} minutes ago; take a new number.`,
  },
  papersUnderway: {
    status: 409,
    title: ({ ticketId }) =>
      `The papers of ticket ${ticketId} are on their way to the next window; it is in line again when they arrive.`,
  },
  nothingToUndo: {
    status: 409,
    title: ({ windowId }) => `Nothing at window ${windowId} can be undone any more; correct it by another deed.`,
  },
  nowhereToTransfer: {
    status: 409,
    title: ({ ticketId }) => `Nothing says where ticket ${ticketId} goes; name services, a window or both.`,
  },
  noIssuingWindow: {
    status: 409,
    title: ({ serviceIds }) => `No window hands out ${list(serviceIds)}; name one, or finish here.`,
  },
  wrongBreak: {
    status: 409,
    title: ({ windowId, from, until }) =>
      `A break of window ${windowId} cannot last from ${clockTime(from)} until ${clockTime(until)}; let it end after it begins, within four hours.`,
  },
  nobodyWaiting: {
    status: 409,
    title: ({ windowId, serviceIds }) =>
      `Nobody is waiting for window ${windowId}, which does ${list(serviceIds)}; try again when somebody has come.`,
  },
  unknownPlace: {
    status: 404,
    title: ({ placeId }) => `This hall has no place ${placeId}; name a window, a place or a route node of the site.`,
  },
  noRobotStop: {
    status: 409,
    title: ({ placeId }) => `No robot can stop at ${placeId}; give it a route node in the site file.`,
  },
  samePlace: { status: 409, title: ({ placeId }) => `The way begins and ends at ${placeId}; choose two places.` },
  noRoute: {
    status: 409,
    title: ({ from, to }) => `No route leads from ${from} to ${to}; join them by route edges in the site file.`,
  },
  unknownMission: {
    status: 404,
    title: ({ missionId }) => `There is no mission ${missionId} in this hall; read its name again.`,
  },
  missionOver: {
    status: 409,
    title: ({ missionId, state }) => `Mission ${missionId} is ${state} already; request a new one.`,
  },
  nothingToHandOver: {
    status: 409,
    title: ({ missionId, state }) =>
      `Mission ${missionId} is ${state}, and no robot stands there for it; confirm once the robot has come.`,
  },
  ticketNotCalled: {
    status: 409,
    title: ({ ticketId }) => `Ticket ${ticketId} is at no window to lead to; name one, or ask once it is called.`,
  },
  noDestination: {
    status: 409,
    title: ({ from }) => `Nothing says where to go from ${from}; name a place, or for a guide the ticket.`,
  },
  unknownRobot: {
    status: 404,
    title: ({ robotId }) => `This hall has no robot ${robotId}; take one that /api/robots lists.`,
  },
  ...cameraRefusals,
  ...careRefusals,
}
