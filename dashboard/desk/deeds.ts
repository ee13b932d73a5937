/** What a clerk can do now, which of it comes next, and by which key. */
import type { Ticket } from '#contracts/tickets.ts'
import type { ServiceWindow } from '#contracts/windows.ts'

export type Deed =
  | 'open'
  | 'callNext'
  | 'start'
  | 'recall'
  | 'noShow'
  | 'finish'
  | 'finishAndCall'
  | 'pause'
  | 'resume'
  | 'close'

export interface DeskSight {
  readonly state: ServiceWindow['state']
  readonly visitor: 'none' | 'called' | 'serving'
  /** How many this window could call. */
  readonly waiting: number
}

/** `ticket` is the one at the window, if it is known. */
export const sightOf = (desk: ServiceWindow, ticket: Ticket | undefined, waiting: number): DeskSight => {
  const there = ticket?.state === 'called' ? 'called' : 'serving'
  return { state: desk.state, visitor: desk.ticketId === undefined ? 'none' : there, waiting }
}

/** A key stands for one kind of deed; of those that share it, at most one is possible at a time. */
export const keys: Readonly<Record<Deed, string>> = {
  open: 'F1',
  callNext: 'F1',
  finishAndCall: 'F1',
  recall: 'F2',
  noShow: 'F3',
  start: 'F4',
  pause: 'F5',
  resume: 'F5',
  finish: 'F6',
  close: 'F8',
}

const conditions: Readonly<Record<Deed, (sight: DeskSight) => boolean>> = {
  open: ({ state }) => state === 'closed',
  callNext: ({ state, visitor, waiting }) => state === 'open' && visitor === 'none' && waiting > 0,
  finishAndCall: ({ state, visitor, waiting }) => state === 'open' && visitor === 'serving' && waiting > 0,
  recall: ({ visitor }) => visitor === 'called',
  noShow: ({ visitor }) => visitor === 'called',
  start: ({ visitor }) => visitor === 'called',
  pause: ({ state }) => state === 'open',
  resume: ({ state }) => state === 'paused',
  finish: ({ visitor }) => visitor === 'serving',
  close: ({ state, visitor }) => state !== 'closed' && visitor === 'none',
}

export const isPossible = (deed: Deed, sight: DeskSight): boolean => conditions[deed](sight)

/** The next right deed. */
export const nextDeed = ({ state, visitor }: DeskSight): Deed => {
  if (visitor === 'called') return 'start'
  if (visitor === 'serving') return 'finish'
  if (state === 'closed') return 'open'
  return state === 'paused' ? 'resume' : 'callNext'
}

const isDeed = (name: string): name is Deed => Object.hasOwn(keys, name)

export interface Press {
  readonly key: string
  readonly repeat: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** A single key by itself: held down or joined with another it is meant for somebody else. */
const isPlain = ({ altKey, ctrlKey, metaKey, shiftKey }: Press): boolean => !altKey && !ctrlKey && !metaKey && !shiftKey

/** Whether the key is ours, so that the browser must not search, reload or open its help. */
export const isOurs = (press: Press, others: readonly string[] = []): boolean =>
  isPlain(press) && (Object.values(keys).includes(press.key) || others.includes(press.key))

export const deedOf = (press: Press, sight: DeskSight): Deed | undefined =>
  press.repeat || !isPlain(press)
    ? undefined
    : Object.keys(keys)
        .filter(isDeed)
        .find((deed) => keys[deed] === press.key && isPossible(deed, sight))
