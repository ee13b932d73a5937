/** How a no looks over HTTP: RFC 9457 problem details. The only file that knows status codes for the hall. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Refusal } from '#contracts/refusals.ts'

/** Where in what was sent, as `serviceIds.0`, and what it should be. */
export interface Flaw {
  path: string
  message: string
}

/** What the server itself may say no to, beside what the hall refuses. */
export type Objection =
  | { code: 'malformed'; flaws: Flaw[] }
  | { code: 'notJson'; contentType: string }
  | { code: 'tooLarge'; limitBytes: number }
  | { code: 'foreignOrigin'; origin: string }
  | { code: 'keyReused' }
  | { code: 'notWebSocket' }
  | { code: 'unknownRoute'; method: string; path: string }
  | { code: 'journalFault' }
  | { code: 'databaseDown' }
  | { code: 'notReady' }
  | { code: 'unexpected' }

export type Complaint = Refusal | Objection
export type ComplaintCode = Complaint['code']

interface Kind<C extends Complaint> {
  status: ContentfulStatusCode
  /** One plain sentence: what is wrong, where, and what to do. */
  title(facts: C): string
}

const list = (words: readonly string[]): string => words.join(', ')

const refusals: { [C in Refusal['code']]: Kind<Extract<Refusal, { code: C }>> } = {
  unknownService: {
    status: 404,
    title: ({ serviceId }) => `This hall has no service ${serviceId}; take one that the site names.`,
  },
  noWindowForAll: {
    status: 409,
    title: ({ serviceIds }) => `No single window does all of ${list(serviceIds)}; take a ticket for each.`,
  },
  ticketsExhausted: {
    status: 503,
    title: ({ letter }) => `All numbers that begin with ${letter} are given out today; ask the staff at the entrance.`,
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
  unknownAlert: {
    status: 404,
    title: ({ alertId }) => `There is no alert ${alertId} now; read the list again.`,
  },
  alertTaken: {
    status: 409,
    title: ({ alertId, acceptedBy }) => `Alert ${alertId} is with ${acceptedBy}; they can hand it over.`,
  },
  alertOver: {
    status: 409,
    title: ({ alertId, state }) => `Alert ${alertId} is ${state} already; nothing is left to do.`,
  },
}

const objections: { [C in Objection['code']]: Kind<Extract<Objection, { code: C }>> } = {
  malformed: { status: 400, title: () => 'What was sent does not fit; correct what `flaws` names and send it again.' },
  notJson: {
    status: 415,
    title: ({ contentType }) => `The body came as ${contentType}; send JSON with content-type application/json.`,
  },
  tooLarge: { status: 413, title: ({ limitBytes }) => `The body is larger than ${limitBytes} bytes; send less.` },
  foreignOrigin: {
    status: 403,
    title: ({ origin }) => `Pages of ${origin} may not change this hall; use the address of the hall itself.`,
  },
  keyReused: {
    status: 422,
    title: () => 'This Idempotency-Key stands for another command already; draw a new one for each intention.',
  },
  notWebSocket: { status: 426, title: () => 'This is the live line; open it as a WebSocket.' },
  unknownRoute: {
    status: 404,
    title: ({ method, path }) => `Nothing answers to ${method} ${path}; /api/docs lists all that does.`,
  },
  journalFault: {
    status: 503,
    title: () => 'The hall could not write to its journal, so nothing was done; look at its disk, then send it again.',
  },
  databaseDown: {
    status: 503,
    title: () => 'The database does not answer, so the past cannot be read; the hall goes on, try again later.',
  },
  notReady: { status: 503, title: () => 'The hall has not told its state yet; try again in a second.' },
  unexpected: { status: 500, title: () => 'The server made a mistake; its log says which.' },
}

const kinds = { ...refusals, ...objections }

export const complaintCodes = Object.keys(kinds).sort()

/** The body of an `application/problem+json` answer. */
export interface Problem {
  type: string
  title: string
  status: ContentfulStatusCode
  code: ComplaintCode
}

export const problem = (complaint: Complaint): Problem => {
  const kind: Kind<Complaint> = kinds[complaint.code]
  return {
    type: `urn:hallkeeper:${complaint.code}`,
    title: kind.title(complaint),
    ...complaint,
    status: kind.status,
  }
}
