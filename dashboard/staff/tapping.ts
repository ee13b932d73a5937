/** What floor staff do with the list: a tap, what it asks of the hall, and how the list looks until the hall has heard of it. */
import type { Alert, Measure } from '#contracts/alerts.ts'
import type { Problem } from '../live/asks.ts'

export type Deed = 'accept' | 'hand-over' | 'resolve' | 'dismiss'

/** What became of it, by what it was about. Kept as these words in the history. */
const outcomes = {
  longWait: ['reassured', 'broughtToWindow', 'papersReady', 'servedElsewhere', 'left'],
  question: ['answered', 'broughtToWindow', 'left'],
  robot: ['wayCleared', 'thingsTaken', 'goesAgain', 'setAside'],
  crowding: ['spreadOut', 'windowOpened', 'wentBySelf'],
  camera: ['cleaned', 'uncovered', 'turnedBack', 'switchedOn', 'repairCalled'],
  noShows: ['broughtToWindow', 'left'],
  imbalance: ['windowOpened', 'servedElsewhere', 'wentBySelf'],
  device: ['switchedOn', 'goesAgain', 'repairCalled'],
} as const satisfies Record<Alert['kind'], readonly string[]>
export type Outcome = (typeof outcomes)[Alert['kind']][number]

export const outcomesOf = ({ kind }: Alert): readonly Outcome[] => outcomes[kind]

/** It may be a thing: whoever sees that nobody is there says so at once, without going first. */
export const isUnconfirmed = ({ source }: Alert): boolean => source.by === 'camera' && source.unconfirmed === true

export interface Tap {
  /** Under which the hall does it once at most, however often it is sent. */
  readonly key: string
  readonly alertId: string
  readonly deed: Deed
  /** Who tapped: whoever held the tablet then. Absent before that was known. */
  readonly staffId?: string
  /** To this colleague goes the whole card. */
  readonly to?: { readonly cardId: string; readonly staffId: string }
  readonly measure?: Measure
  readonly outcome?: Outcome
}

export const pathOf = ({ alertId, deed, to }: Tap): string =>
  to ? `/api/cards/${to.cardId}/${deed}` : `/api/alerts/${alertId}/${deed}`

export const bodyOf = ({ staffId, measure, outcome, to }: Tap): object => ({
  ...(staffId && { staffId }),
  ...(to && { toStaffId: to.staffId }),
  ...(measure && { measure }),
  ...(outcome && { outcome }),
})

const deeds: readonly unknown[] = ['accept', 'hand-over', 'resolve', 'dismiss'] satisfies Deed[]

const isTap = (kept: unknown): kept is Tap =>
  typeof kept === 'object' &&
  kept !== null &&
  'key' in kept &&
  typeof kept.key === 'string' &&
  'alertId' in kept &&
  typeof kept.alertId === 'string' &&
  'deed' in kept &&
  deeds.includes(kept.deed)

/** As a browser kept them through a reload; what cannot be read is left out. */
const readAll = <T>(text: string | null, isOne: (kept: unknown) => kept is T): T[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isOne) : []
  } catch {
    return []
  }
}

export const readTaps = (text: string | null): Tap[] => readAll(text, isTap)

/** A tap that had to wait, and that the hall then said no to: whoever made it may be looking elsewhere by now. */
export interface Undone {
  readonly tap: Tap
  readonly problem: Problem
}

const isUndone = (kept: unknown): kept is Undone =>
  typeof kept === 'object' &&
  kept !== null &&
  'problem' in kept &&
  typeof kept.problem === 'object' &&
  kept.problem !== null &&
  'code' in kept.problem &&
  'tap' in kept &&
  isTap(kept.tap)

export const readUndone = (text: string | null): Undone[] => readAll(text, isUndone)

/** Which alerts are with this device once the hall has done the tap. */
export const mineAfter = (mine: ReadonlySet<string>, { deed, alertId }: Tap): Set<string> => {
  const after = new Set(mine)
  if (deed === 'accept') after.add(alertId)
  else after.delete(alertId)
  return after
}

const afterTap = (before: Alert, { deed, measure }: Tap): Alert => {
  if (deed === 'hand-over') return { ...before, state: 'open' }
  const state = { accept: 'accepted', resolve: 'resolved', dismiss: 'dismissed' } as const
  return { ...before, ...(measure && { measure }), state: state[deed] }
}

/** The alert as it will be once the hall has heard of these taps. */
export const afterTaps = (alert: Alert, taps: readonly Tap[]): Alert =>
  taps.filter(({ alertId }) => alertId === alert.alertId).reduce(afterTap, alert)
