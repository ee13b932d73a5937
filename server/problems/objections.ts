/** What the server itself may say no to, beside what the hall refuses. */
import type { AdviceId, CameraId, MissionId, PrinterId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { PrivacyLack } from '#contracts/siteCameras.ts'
import type { Instant } from '#contracts/time.ts'
import type { PrinterTrouble } from '../paper/status.ts'
import { type IdentityObjection, identityObjections } from './identity.ts'
import type { Kinds } from './kind.ts'

/** Where in what was sent, as `serviceIds.0`, and what it should be. */
export interface Flaw {
  path: string
  message: string
}

export type Objection =
  | IdentityObjection
  | { code: 'malformed'; flaws: Flaw[] }
  | { code: 'notJson'; contentType: string }
  | { code: 'tooLarge'; limitBytes: number }
  | { code: 'foreignOrigin'; origin: string }
  | { code: 'keyReused' }
  | { code: 'notWebSocket' }
  | { code: 'unknownRoute'; method: string; path: string }
  | { code: 'journalFault' }
  | { code: 'databaseDown' }
  | { code: 'adviceGone'; adviceId: AdviceId }
  | { code: 'nothingToReturn'; missionId: MissionId; kind: Mission['kind']; state: Mission['state'] }
  | { code: 'nothingLooks' }
  | { code: 'recordLacks'; cameraId: CameraId; lacks: PrivacyLack[] }
  | { code: 'unknownLook'; cameraId: CameraId }
  | { code: 'lookOver'; cameraId: CameraId; until: Instant }
  | { code: 'noFrame'; cameraId: CameraId }
  | { code: 'noSiteFile' }
  | { code: 'siteChanged'; version: string }
  | { code: 'siteWrong'; flaws: Flaw[] }
  | { code: 'noPrinter' }
  | { code: 'printerFailed'; printerId: PrinterId; reason: PrinterTrouble }
  | { code: 'notReckoned' }
  | { code: 'notReady' }
  | { code: 'unexpected' }

export const objections: Kinds<Objection> = {
  ...identityObjections,
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
  adviceGone: {
    status: 409,
    title: ({ adviceId }) => `${adviceId} is no longer advised; read the advice again.`,
  },
  nothingToReturn: {
    status: 409,
    title: ({ missionId, kind, state }) =>
      `Mission ${missionId} is a ${kind} that is ${state}; only papers that have been delivered can go back.`,
  },
  nothingLooks: {
    status: 503,
    title: () => 'Nothing here looks through cameras; name one in the site file and start the box again.',
  },
  recordLacks: {
    status: 409,
    title: ({ cameraId, lacks }) =>
      `Nobody may look through ${cameraId} as long as its record lacks ${lacks.join(', ')}; save that first, zones can come later.`,
  },
  unknownLook: {
    status: 404,
    title: ({ cameraId }) => `No look through ${cameraId} has this name; ask for a new one with a reason.`,
  },
  lookOver: {
    status: 410,
    title: ({ cameraId }) => `The look through ${cameraId} is over; whoever needs another asks with a reason.`,
  },
  noFrame: {
    status: 404,
    title: ({ cameraId }) => `No picture comes from ${cameraId}; see that it is on and sends, then look again.`,
  },
  noSiteFile: {
    status: 503,
    title: () =>
      'The site file cannot be read or written here; see on the box that SITE_FILE names it and the disk has room.',
  },
  siteChanged: {
    status: 409,
    title: () => 'Somebody has changed the site file since it was read; read it again and make your change there.',
  },
  siteWrong: {
    status: 422,
    title: ({ flaws }) => `The site has ${flaws.length} flaws and was not written; correct what \`flaws\` names.`,
  },
  noPrinter: {
    status: 404,
    title: () => 'The site names no such printer; add it to `printers`, and name it in the kiosk that prints there.',
  },
  printerFailed: {
    status: 502,
    title: ({ printerId, reason }) => `${printerId} has not printed (${reason}); see to it, then print once more.`,
  },
  notReckoned: { status: 503, title: () => 'The hall has not reckoned this yet; try again in a minute.' },
  notReady: { status: 503, title: () => 'The hall has not told its state yet; try again in a second.' },
  unexpected: { status: 500, title: () => 'The server made a mistake; its log says which.' },
}
