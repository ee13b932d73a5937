/** What a clerk can do now, which of it comes next, and by which key. */
import type { Ticket } from '#contracts/tickets.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export type Deed =
  | 'open'
  | 'callNext'
  | 'direct'
  | 'start'
  | 'recall'
  | 'noShow'
  | 'transfer'
  | 'handOn'
  | 'park'
  | 'finish'
  | 'finishAndCall'
  | 'pause'
  | 'resume'
  | 'close'
  | 'rate'
  | 'undo'

export interface DeskSight {
  readonly state: ServiceWindow['state']
  readonly visitor: 'none' | 'called' | 'serving'
  /** How many this window could call. */
  readonly waiting: number
  /** Another window hands out what the visitor has come for. */
  readonly handsOn: boolean
  /** Somebody has been served here who can be asked how it was. */
  readonly ratable: boolean
  /** The last deed can still be taken back. */
  readonly undoable: boolean
}

/** What is done with nobody there, at most one deed for each key at a time; `Shift` varies what the key does. */
export const keys: Readonly<Record<Deed, string>> = {
  open: 'F1',
  callNext: 'F1',
  finishAndCall: 'F1',
  direct: 'Shift+F1',
  recall: 'F2',
  noShow: 'F3',
  transfer: 'F4',
  handOn: 'Shift+F4',
  pause: 'F5',
  resume: 'F5',
  close: 'Shift+F5',
  finish: 'F6',
  rate: 'F7',
  start: 'F8',
  park: 'Shift+F8',
  undo: 'Ctrl+Z',
}

const conditions: Readonly<Record<Deed, (sight: DeskSight) => boolean>> = {
  open: ({ state }) => state === 'closed',
  callNext: ({ state, visitor, waiting }) => state === 'open' && visitor === 'none' && waiting > 0,
  direct: ({ state, visitor }) => state === 'open' && visitor === 'none',
  finishAndCall: ({ state, visitor, waiting }) => state === 'open' && visitor === 'serving' && waiting > 0,
  recall: ({ visitor }) => visitor === 'called',
  noShow: ({ visitor }) => visitor === 'called',
  start: ({ visitor }) => visitor === 'called',
  transfer: ({ visitor }) => visitor !== 'none',
  park: ({ visitor }) => visitor !== 'none',
  handOn: ({ visitor, handsOn }) => visitor === 'serving' && handsOn,
  pause: ({ state }) => state === 'open',
  resume: ({ state }) => state === 'paused',
  finish: ({ visitor }) => visitor === 'serving',
  rate: ({ visitor, ratable }) => visitor === 'serving' || ratable,
  close: ({ state, visitor }) => state !== 'closed' && visitor === 'none',
  undo: ({ undoable }) => undoable,
}

export const isPossible = (deed: Deed, sight: DeskSight): boolean => conditions[deed](sight)

/** The next right deed. */
export const nextDeed = ({ state, visitor }: DeskSight): Deed => {
  if (visitor === 'called') return 'start'
  if (visitor === 'serving') return 'finish'
  if (state === 'closed') return 'open'
  return state === 'paused' ? 'resume' : 'callNext'
}

/** What else may well come next. */
export const thenDeeds = (sight: DeskSight): Deed[] => {
  const { state, visitor, handsOn } = sight
  if (visitor === 'serving') return handsOn ? ['finishAndCall', 'handOn'] : ['finishAndCall']
  return visitor === 'none' && state === 'open' ? ['direct'] : []
}

/** How the ticket at the window stands, if it is known. */
export const visitorAt = (desk: ServiceWindow, ticket: Ticket | undefined): DeskSight['visitor'] => {
  if (desk.ticketId === undefined) return 'none'
  return ticket?.state === 'called' ? 'called' : 'serving'
}
