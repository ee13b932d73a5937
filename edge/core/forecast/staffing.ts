/** How many windows each half hour needs for waits to stay within the target. */
import type { SlotForecast } from './arrivals.ts'
import { waitQuantile } from './erlang.ts'

/** From and until as slots of the day, `until` not included. */
export interface OpenSlots {
  readonly from: number
  readonly until: number
}

export interface StaffingFrom {
  /** All slots of the day; a day without any plans nothing. */
  readonly slots: readonly SlotForecast[]
  /** Mean time of one visitor at a window. */
  readonly meanMinutes: number
  /** What nine of ten visitors should at most wait. */
  readonly targetMinutes: number
  /** Windows there are, at least 1. */
  readonly most: number
  readonly open: readonly OpenSlots[]
}

export interface PlannedHalfHour {
  /** Its first slot. */
  readonly slot: number
  readonly windows: number
  /** What nine of ten visitors wait at most; above the target when even all windows do not suffice. */
  readonly p90Minutes: number
}

/** What a half hour finds. */
interface Task {
  readonly minutes: number
  /** Visitors who come in it. */
  readonly visitors: number
  /** Visitors who wait already. */
  readonly backlog: number
  /** Visitors who are at a window already. */
  readonly atWindows: number
}

/** What some windows make of it. */
interface Outcome {
  readonly windows: number
  readonly p90Minutes: number
  readonly backlog: number
  readonly atWindows: number
}

const SLOT_MINUTES = 15
const SLOTS_PER_HALF_HOUR = 2
/** How long chance has to make a line longer than its mean, before quieter times end it; about a rush hour's length. */
const RUSH_MINUTES = 120
/** Standard deviations from the middle of a normal distribution to its 90 % quantile. */
const TO_P90 = 1.2816

/**
 * The fewest windows, half hour by half hour, that leave nobody over and keep P90 of the wait within the target; at
 * least one.
 *
 * Approximation: each half hour is Erlang's line in its steady state, with one average service. Two things are carried
 * from one to the next as fluids: visitors beyond what all windows can do, who make everybody after them wait, and
 * visitors still at a window, who keep it busy when fewer come than before. Who comes while the hall is closed waits
 * for it to open. Chance is not carried over, but a line on the edge never settles, so its wait is bounded by what a
 * random walk makes of it within a rush.
 */
export const planWindows = (from: StaffingFrom): PlannedHalfHour[] => {
  const plan: PlannedHalfHour[] = []
  let backlog = 0
  let atWindows = 0
  for (let slot = 0; slot < from.slots.length; slot += SLOTS_PER_HALF_HOUR) {
    const half = [slot, slot + 1]
    const visitors = half.reduce((sum, one) => sum + (from.slots[one]?.expected ?? 0), 0)
    const minutes = SLOT_MINUTES * half.filter((one) => isOpen(from.open, one)).length
    if (minutes === 0) {
      backlog += visitors
      atWindows = 0
      continue
    }
    const outcome = fewestWindows(from, { minutes, visitors, backlog, atWindows })
    plan.push({ slot, windows: outcome.windows, p90Minutes: outcome.p90Minutes })
    backlog = outcome.backlog
    atWindows = outcome.atWindows
  }
  return plan
}

const fewestWindows = ({ meanMinutes, targetMinutes, most }: StaffingFrom, task: Task): Outcome => {
  for (let windows = 1; windows < most; windows++) {
    const outcome = outcomeOf(windows, task, meanMinutes)
    if (outcome.backlog === 0 && outcome.p90Minutes <= targetMinutes) return outcome
  }
  return outcomeOf(most, task, meanMinutes)
}

const outcomeOf = (windows: number, { minutes, visitors, ...before }: Task, meanMinutes: number): Outcome => {
  const offered = (visitors * meanMinutes) / minutes
  const lingering = (meanMinutes / minutes) * (1 - Math.exp(-minutes / meanMinutes))
  const load = offered + Math.max(0, before.atWindows - offered) * lingering
  const backlog = Math.max(0, before.backlog + visitors - (windows * minutes) / meanMinutes)
  const settled = waitQuantile({ perMinute: load / meanMinutes, meanMinutes, servers: windows }, 0.9)
  const strayed = TO_P90 * Math.sqrt((2 * RUSH_MINUTES * meanMinutes) / windows)
  const workedOff = (Math.max(before.backlog, backlog) * meanMinutes) / windows
  return { windows, backlog, atWindows: Math.min(windows, load), p90Minutes: workedOff + Math.min(settled, strayed) }
}

const isOpen = (open: readonly OpenSlots[], slot: number): boolean =>
  open.some(({ from, until }) => slot >= from && slot < until)
