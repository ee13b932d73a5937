import { describe, expect, it } from 'vitest'
import { busiestOf, shortfallsOf, stepsOf, tooFewAt } from '#dashboard/manage/staffing.ts'

const HALF_HOUR = 30 * 60_000
const NINE = Date.UTC(2026, 10, 23, 1)
const at = (halfHours: number) => NINE + halfHours * HALF_HOUR

/** Half hours from nine on; a gap is a half hour in which the hall is closed. */
const plan = (...windows: (number | undefined)[]) =>
  windows.flatMap((needed, i) => (needed === undefined ? [] : [{ from: at(i), windows: needed, p90Minutes: needed }]))

describe('windows needed against those open now', () => {
  it('are missing where more are needed, and no longer when the half hour is over', () => {
    const steps = stepsOf(plan(9, 12, 11, 8), at(1), 10)
    expect(steps.map(({ missing }) => missing)).toEqual([0, 2, 1, 0])
    expect(stepsOf(plan(9, 12, 11, 8), at(2), 10).map(({ missing }) => missing)).toEqual([0, 0, 1, 0])
  })

  it('are missing nowhere on a day to come', () => {
    expect(shortfallsOf(stepsOf(plan(9, 12), at(0)))).toEqual([])
  })

  it('are missing in stretches, each with the most that are needed, not across a break', () => {
    const steps = stepsOf(plan(11, 12, undefined, 11, 8, 13), at(0), 10)
    expect(shortfallsOf(steps)).toEqual([
      { from: at(0), until: at(2), windows: 12 },
      { from: at(3), until: at(4), windows: 11 },
      { from: at(5), until: at(6), windows: 13 },
    ])
  })
})

describe('a day to come', () => {
  it('is busiest in its first half hour of most windows', () => {
    expect(busiestOf(stepsOf(plan(3, 7, 7), at(0)))?.from).toBe(at(1))
    expect(busiestOf([])).toBeUndefined()
  })

  it('has too few windows where the target is missed, worst first, and only what lies ahead', () => {
    const steps = stepsOf(plan(14, 12, 11), at(0))
    expect(tooFewAt(steps, at(0), 10)?.from).toBe(at(0))
    expect(tooFewAt(steps, at(1), 10)?.from).toBe(at(1))
    expect(tooFewAt(steps, at(0), 14)).toBeUndefined()
  })
})
