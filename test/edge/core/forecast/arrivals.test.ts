import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArrivalsLearned } from '#contracts/learning.ts'
import { forecast, learnDay, nothingLearned, SLOTS_PER_DAY, type SlotForecast } from '#edge/core/forecast/arrivals.ts'

const SUNDAY = 0
const MONDAY = 1
const TUESDAY = 2
const WEDNESDAY = 3
const SATURDAY = 6
const FIRST = 36
const NOON = 48

const evenly = (perSlot: number) =>
  Array.from({ length: SLOTS_PER_DAY }, (_, slot) => (slot >= FIRST && slot < 68 ? perSlot : 0))
const nobody = evenly(0)

const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: SLOTS_PER_DAY, maxLength: SLOTS_PER_DAY })
const visited = counts.filter((day) => day.some((count) => count > 0))
const weekday = fc.integer({ min: 0, max: 6 })

const learnedFrom = (...days: [number, readonly number[]][]): ArrivalsLearned =>
  days.reduce((learned, [day, arrivals]) => learnDay(learned, day, arrivals), nothingLearned)

/** What a day looks like before anybody has come. */
const atDawn = (learned: ArrivalsLearned, day: number, booked: readonly number[] = nobody): SlotForecast[] =>
  forecast({ learned, weekday: day, arrivals: nobody, slot: 0, booked })

const expectedOf = (slots: readonly SlotForecast[]): number[] => slots.map(({ expected }) => expected)

describe('learning a day', () => {
  it('that is always the same gives that day', () => {
    fc.assert(
      fc.property(weekday, visited, fc.integer({ min: 1, max: 8 }), (day, arrivals, times) => {
        const learned = learnedFrom(...Array.from({ length: times }, (): [number, number[]] => [day, arrivals]))
        for (const [slot, expected] of expectedOf(atDawn(learned, day)).entries())
          expect(expected).toBeCloseTo(arrivals[slot] ?? 0, 9)
      }),
    )
  })

  it('comes out of a fact as it went in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(weekday, counts)), (days) => {
        const learned = learnedFrom(...days)
        expect(JSON.parse(JSON.stringify(learned))).toEqual(learned)
      }),
    )
  })

  it('keeps two decimals of what a slot brings', () => {
    const { profiles } = learnedFrom([MONDAY, evenly(1)], [MONDAY, evenly(1)], [MONDAY, evenly(2)])
    expect(profiles[MONDAY]?.[FIRST]).toBe(1.33)
  })

  it('teaches nothing if nobody came', () => {
    const learned = learnedFrom([MONDAY, evenly(4)])
    expect(learnDay(learned, MONDAY, nobody)).toBe(learned)
  })

  it('weighs the first days alike and lets old ones fade', () => {
    const twice = learnedFrom([MONDAY, evenly(4)], [MONDAY, evenly(8)])
    expect(twice.days[MONDAY]).toBe(2)
    expect(twice.profiles[MONDAY]?.[FIRST]).toBe(6)
    let learned = twice
    for (let week = 0; week < 30; week++) learned = learnDay(learned, MONDAY, evenly(20))
    expect(learned.profiles[MONDAY]?.[FIRST]).toBeGreaterThan(19.9)
  })

  it('finds no more spread than there is in a day that goes as usual, and more in one that does not', () => {
    const usual = learnedFrom([MONDAY, evenly(20)])
    const uneven = evenly(20).map((count, slot) => (slot % 2 ? count / 4 : count * 1.75))
    expect(learnDay(usual, MONDAY, evenly(20)).spread).toBeLessThan(usual.spread)
    expect(learnDay(usual, MONDAY, uneven).spread).toBeGreaterThan(usual.spread)
  })
})

describe('forecasting a day', () => {
  it('says nothing while nothing has been learned', () => expect(atDawn(nothingLearned, MONDAY)).toEqual([]))

  it('borrows for a working day from working days, and for the weekend from the weekend', () => {
    const learned = learnedFrom([MONDAY, evenly(8)], [TUESDAY, evenly(12)], [SATURDAY, evenly(2)])
    expect(atDawn(learned, WEDNESDAY)[FIRST]?.expected).toBe(10)
    expect(atDawn(learned, SUNDAY)[FIRST]?.expected).toBe(2)
    expect(atDawn(learnedFrom([MONDAY, evenly(8)]), SUNDAY)[FIRST]?.expected).toBe(8)
  })

  it('keeps a weekday as busy as it is by itself', () => {
    const early = evenly(10).map((count, slot) => (slot < NOON ? count : 0))
    const learned = learnedFrom([MONDAY, early], [TUESDAY, evenly(30)])
    const visitors = expectedOf(atDawn(learned, MONDAY)).reduce((sum, count) => sum + count, 0)
    expect(visitors).toBeCloseTo(120, 6)
  })

  it('expects more of a day that is busier than usual so far, and never quite as much as it seems', () => {
    const learned = learnedFrom([MONDAY, evenly(10)])
    const busy = forecast({ learned, weekday: MONDAY, arrivals: evenly(15), slot: NOON, booked: nobody })
    expect(busy[NOON]?.expected).toBeGreaterThan(14)
    expect(busy[NOON]?.expected).toBeLessThan(15)
  })

  it('does not look at the slot that is still going on', () => {
    const learned = learnedFrom([MONDAY, evenly(10)])
    const soFar = evenly(10).map((count, slot) => (slot < NOON ? count : 0))
    const at = { learned, weekday: MONDAY, slot: NOON, booked: nobody }
    expect(forecast({ ...at, arrivals: soFar })).toEqual(forecast({ ...at, arrivals: evenly(10) }))
  })

  it('adds appointments as they stand', () => {
    const learned = learnedFrom([MONDAY, evenly(10)])
    const without = atDawn(learned, MONDAY)
    const withThree = atDawn(learned, MONDAY, evenly(3))
    expect(withThree[FIRST]?.expected).toBe((without[FIRST]?.expected ?? 0) + 3)
    expect(withThree[0]).toEqual({ expected: 0, low: 0, high: 0 })
  })

  it('puts what it expects within the band, for every slot of any day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(weekday, visited), { minLength: 1 }),
        weekday,
        counts,
        fc.integer({ min: 0, max: SLOTS_PER_DAY }),
        counts,
        (days, today, arrivals, slot, booked) => {
          const slots = forecast({ learned: learnedFrom(...days), weekday: today, arrivals, slot, booked })
          expect(slots).toHaveLength(SLOTS_PER_DAY)
          for (const { expected, low, high } of slots) {
            expect(low).toBeGreaterThanOrEqual(0)
            expect(expected).toBeGreaterThanOrEqual(low)
            expect(high).toBeGreaterThanOrEqual(expected)
          }
        },
      ),
    )
  })

  it('is surer of the afternoon at noon than at dawn', () => {
    const learned = learnedFrom([MONDAY, evenly(10)])
    const width = (slots: readonly SlotForecast[]) => (slots[NOON + 4]?.high ?? 0) - (slots[NOON + 4]?.low ?? 0)
    const noon = forecast({ learned, weekday: MONDAY, arrivals: evenly(10), slot: NOON, booked: nobody })
    expect(width(noon)).toBeLessThan(width(atDawn(learned, MONDAY)))
  })
})
