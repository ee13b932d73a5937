/** Windows needed by half hour against those open: where they are missing, and what to say of it. */
import type { PlannedWindows } from '#contracts/advice.ts'

export interface Step {
  readonly from: number
  readonly until: number
  readonly windows: number
  readonly p90Minutes: number
  /** More than are open now; none of a half hour that is over. */
  readonly missing: number
}

export interface Shortfall {
  readonly from: number
  readonly until: number
  readonly windows: number
}

const HALF_HOUR_MS = 30 * 60_000

/** `openNow` is absent for a day to come: nobody knows yet who will be there. */
export const stepsOf = (plan: readonly PlannedWindows[], now: number, openNow?: number): Step[] =>
  plan.map(({ from, windows, p90Minutes }) => {
    const until = from + HALF_HOUR_MS
    const missing = openNow === undefined || until <= now ? 0 : Math.max(0, windows - openNow)
    return { from, until, windows, p90Minutes, missing }
  })

/** Half hours in a row in which windows are missing, with the most that are needed in them. */
export const shortfallsOf = (steps: readonly Step[]): Shortfall[] => {
  const all: Shortfall[] = []
  for (const { from, until, windows, missing } of steps) {
    if (missing === 0) continue
    const before = all.at(-1)
    if (before?.until === from) all.splice(-1, 1, { ...before, until, windows: Math.max(before.windows, windows) })
    else all.push({ from, until, windows })
  }
  return all
}

/** The half hour that needs most windows; the first of several. */
export const busiestOf = (steps: readonly Step[]): Step | undefined =>
  steps.reduce<Step | undefined>((most, step) => (most && most.windows >= step.windows ? most : step), undefined)

/** The worst half hour still to come in which even all windows do not keep the target. */
export const tooFewAt = (steps: readonly Step[], now: number, targetMinutes: number): Step | undefined =>
  steps
    .filter(({ until, p90Minutes }) => until > now && p90Minutes > targetMinutes)
    .reduce<Step | undefined>((worst, step) => (worst && worst.p90Minutes >= step.p90Minutes ? worst : step), undefined)
