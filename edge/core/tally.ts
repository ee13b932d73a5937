/** The day so far, in counts: all that is left of tickets that have gone. */

import { MINUTE } from '#contracts/durations.ts'
import type { Ticket } from '#contracts/tickets.ts'
import type { Instant } from '#contracts/time.ts'
import { waitedMinutes } from '#contracts/visit.ts'
import { SLOT, SLOTS_PER_DAY } from './forecast/arrivals.ts'

export interface DayTally {
  readonly served: number
  readonly missed: number
  /** Called visitors by whole minutes waited; the last cell holds all longer waits. */
  readonly waits: readonly number[]
  /** Issued tickets by quarter of an hour since local midnight; and of these, those with an appointment. */
  readonly arrivals: readonly number[]
  readonly booked: readonly number[]
  readonly delivered: number
  /** By what was delivered: how long clerks would have been away from their windows for it. */
  readonly savedSeconds: number
  /** Called visitors that had been told a time, and those called within the told p80. */
  readonly told: number
  readonly kept: number
}

/** Waits of this many minutes and more share the last cell of the tally. */
export const LONGEST_TALLIED_MINUTES = 240

export const emptyTally: DayTally = {
  served: 0,
  missed: 0,
  waits: new Array<number>(LONGEST_TALLIED_MINUTES + 1).fill(0),
  arrivals: new Array<number>(SLOTS_PER_DAY).fill(0),
  booked: new Array<number>(SLOTS_PER_DAY).fill(0),
  delivered: 0,
  savedSeconds: 0,
  told: 0,
  kept: 0,
}

const added = (cells: readonly number[], index: number, by: number): readonly number[] => {
  const copy = cells.slice()
  copy[index] = (copy[index] ?? 0) + by
  return copy
}

/** The quarter of an hour in which an instant lies; days of 25 hours end in the last one. */
export const quarterOf = (at: Instant, midnight: Instant): number =>
  Math.max(0, Math.min(Math.floor((at - midnight) / SLOT), SLOTS_PER_DAY - 1))

export const arrived = (tally: DayTally, ticket: Ticket, midnight: Instant): DayTally => {
  const quarter = quarterOf(ticket.issuedAt, midnight)
  const arrivals = added(tally.arrivals, quarter, 1)
  return ticket.lane === 'appointment'
    ? { ...tally, arrivals, booked: added(tally.booked, quarter, 1) }
    : { ...tally, arrivals }
}

/** Visitors without an appointment, by quarter of an hour: what can only be forecast. */
export const walkIns = ({ arrivals, booked }: DayTally): number[] =>
  arrivals.map((count, quarter) => count - (booked[quarter] ?? 0))

/** A visitor's wait is counted once, at the first call that was meant. */
export const isFirstCall = ({ calls, callsUndone = 0 }: Ticket): boolean => calls === callsUndone

/** How long ago the visitor was told a time; an appointment that comes early is told one before its wait begins. */
export const minutesSinceTold = ({ issuedAt }: Ticket, at: Instant): number => Math.max(0, at - issuedAt) / MINUTE

/** Whether the visitor called now had been told a time that is kept. */
export const keptPromise = (ticket: Ticket, at: Instant): boolean | undefined =>
  ticket.promised && minutesSinceTold(ticket, at) <= ticket.promised.p80Minutes

/** Each visitor's first call counts; `by` is -1 when it is undone. */
export const waited = (tally: DayTally, ticket: Ticket, at: Instant, by: 1 | -1 = 1): DayTally => {
  const minutes = waitedMinutes(ticket, at)
  const waits = added(tally.waits, Math.min(Math.floor(minutes), LONGEST_TALLIED_MINUTES), by)
  const kept = keptPromise(ticket, at)
  if (kept === undefined) return { ...tally, waits }
  return { ...tally, waits, told: tally.told + by, kept: tally.kept + (kept ? by : 0) }
}
