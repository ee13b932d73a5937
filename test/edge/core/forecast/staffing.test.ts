import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SlotForecast } from '#edge/core/forecast/arrivals.ts'
import { waitQuantile } from '#edge/core/forecast/erlang.ts'
import { planWindows, type StaffingFrom } from '#edge/core/forecast/staffing.ts'

const NINE = 36
const NOON = 48
const HALF_PAST_ONE = 54
const FIVE = 68

const slotsOf = (visitors: (slot: number) => number): SlotForecast[] =>
  Array.from({ length: 96 }, (_, slot) => {
    const expected = visitors(slot)
    return { expected, low: expected, high: expected }
  })

const during = (from: number, until: number, perSlot: number) => (slot: number) =>
  slot >= from && slot < until ? perSlot : 0

const hall: StaffingFrom = {
  slots: slotsOf(during(NINE, FIVE, 12)),
  meanMinutes: 9,
  targetMinutes: 15,
  most: 20,
  open: [{ from: NINE, until: FIVE }],
}

describe('planning windows', () => {
  it('plans each half hour in which the hall is open', () => {
    const open = [
      { from: NINE, until: NOON },
      { from: HALF_PAST_ONE, until: FIVE },
    ]
    const starts = planWindows({ ...hall, open }).map(({ slot }) => slot)
    expect(starts).toEqual([36, 38, 40, 42, 44, 46, 54, 56, 58, 60, 62, 64, 66])
  })

  it('plans nothing for a day of which nothing is known, or on which the hall stays closed', () => {
    expect(planWindows({ ...hall, slots: [] })).toEqual([])
    expect(planWindows({ ...hall, open: [] })).toEqual([])
  })

  it('takes the fewest windows whose line keeps the target', () => {
    const p90 = (servers: number) => waitQuantile({ perMinute: 12 / 15, meanMinutes: 9, servers }, 0.9)
    for (const { windows, p90Minutes } of planWindows(hall)) {
      expect(p90Minutes).toBeCloseTo(p90(windows), 9)
      expect(p90(windows)).toBeLessThanOrEqual(15)
      expect(p90(windows - 1)).toBeGreaterThan(15)
    }
  })

  it('leaves nobody over, even where a little more wait would do', () => {
    const slots = slotsOf(during(NINE, FIVE, 100))
    for (const { windows } of planWindows({ ...hall, slots, most: 90, targetMinutes: 60 }))
      expect(windows).toBeGreaterThanOrEqual((100 / 15) * 9)
  })

  it('keeps one window open for nobody', () => {
    expect(planWindows({ ...hall, slots: slotsOf(() => 0) })[0]).toEqual({ slot: NINE, windows: 1, p90Minutes: 0 })
  })

  it('goes down by and by after a rush, as those at the windows leave', () => {
    const slots = slotsOf((slot) => (slot < NINE || slot >= FIVE ? 0 : slot < NOON ? 20 : 6))
    const afternoon = planWindows({ ...hall, slots }).filter(({ slot }) => slot >= NOON)
    const settled = afternoon.at(-1)?.windows ?? 0
    expect(afternoon[0]?.windows).toBeGreaterThan(settled)
    expect(afternoon.map(({ windows }) => windows)).toEqual(
      afternoon.map(({ windows }) => windows).sort((one, other) => other - one),
    )
  })

  it('uses all windows and shows a growing wait when they do not suffice, and works it off afterwards', () => {
    const slots = slotsOf((slot) => (slot < NINE || slot >= FIVE ? 0 : slot < NOON ? 12 : 3))
    const plan = planWindows({ ...hall, slots, most: 6 })
    const morning = plan.filter(({ slot }) => slot < NOON)
    for (const [index, { windows, p90Minutes }] of morning.entries()) {
      expect(windows).toBe(6)
      expect(p90Minutes).toBeGreaterThan(Math.max(15, morning[index - 1]?.p90Minutes ?? 0))
    }
    expect(plan.find(({ slot }) => slot === NOON)?.p90Minutes).toBeGreaterThan(15)
    expect(plan.at(-1)?.windows).toBeLessThan(6)
    expect(plan.at(-1)?.p90Minutes).toBeLessThanOrEqual(15)
  })

  it('lets those who came over lunch wait for the afternoon', () => {
    const open = [{ from: HALF_PAST_ONE, until: FIVE }]
    const quiet = slotsOf(during(HALF_PAST_ONE, FIVE, 6))
    const queued = slotsOf((slot) => during(HALF_PAST_ONE, FIVE, 6)(slot) + during(NOON, HALF_PAST_ONE, 2)(slot))
    const first = (slots: SlotForecast[]) => planWindows({ ...hall, slots, open })[0]?.windows ?? 0
    expect(first(queued)).toBeGreaterThan(first(quiet))
  })

  it('never takes fewer windows, nor promises less of a wait, when more visitors come', () => {
    const load = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 96, maxLength: 96 })
    fc.assert(
      fc.property(load, load, fc.integer({ min: 1, max: 40 }), (base, extra, most) => {
        const plain = planWindows({ ...hall, most, slots: slotsOf((slot) => base[slot] ?? 0) })
        const busier = planWindows({ ...hall, most, slots: slotsOf((s) => (base[s] ?? 0) + (extra[s] ?? 0)) })
        for (const [index, { windows, p90Minutes }] of plain.entries()) {
          const more = busier[index] ?? { windows: 0, p90Minutes: 0 }
          expect(more.windows).toBeGreaterThanOrEqual(windows)
          expect(more.windows).toBeLessThanOrEqual(most)
          if (more.windows === windows) expect(more.p90Minutes).toBeGreaterThanOrEqual(p90Minutes - 1e-9)
        }
      }),
    )
  })
})
