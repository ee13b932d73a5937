import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { learnedUntil, weekdayOf } from '#edge/core/forecast/daily.ts'
import { emptyHall } from '#edge/core/state.ts'
import { emptyTally } from '#edge/core/tally.ts'
import { hallAfter, NINE } from '#test/support/given.ts'
import { serviceId } from '#test/support/names.ts'
import { smallSite } from '#test/support/smallSite.ts'

const [social, tax] = [serviceId('social'), serviceId('tax')]
const kept = (day: string, told: number) => ({ day, told, kept: told - 1 })

describe('a whole day', () => {
  const arrivals = emptyTally.arrivals.map((_, slot) => (slot === 36 ? 12 : 0))
  const booked = emptyTally.booked.map((_, slot) => (slot === 36 ? 4 : 0))
  const hall = hallAfter()
  const busy = {
    ...hall,
    tally: { ...emptyTally, arrivals, booked, told: 10, kept: 8 },
    taken: hall.taken.with(social, 9).with(tax, 3),
    pace: hall.pace.with(social, { minutes: 8.5, seen: 9 }),
  }

  it('teaches who comes when on such a weekday, without those who have booked', () => {
    const { arrivals } = learnedUntil(busy)
    expect(arrivals.days).toEqual([0, 1, 0, 0, 0, 0, 0])
    const monday = arrivals.profiles[1] ?? []
    expect(monday.reduce((sum, count) => sum + count, 0)).toBeCloseTo(8, 1)
  })

  it('teaches what they come for, how long it takes, and how promises were kept', () =>
    expect(learnedUntil(busy)).toMatchObject({
      mix: { social: 0.75, tax: 0.25 },
      pace: { social: { minutes: 8.5, seen: 9 } },
      kept: [{ day: '2026-11-23', told: 10, kept: 8 }],
    }))

  it('is remembered with the six before it', () => {
    const before = Array.from({ length: 7 }, (_, i) => kept(`2026-11-${15 + i}`, 5))
    const { kept: days } = learnedUntil({ ...busy, learned: { ...busy.learned, kept: before } })
    expect(days).toEqual([...before.slice(1), { day: '2026-11-23', told: 10, kept: 8 }])
  })

  it('on which nobody was told anything says nothing of promises', () =>
    expect(learnedUntil({ ...busy, tally: emptyTally }).kept).toEqual([]))

  it('that has not begun teaches nothing', () => {
    const empty = emptyHall(smallSite())
    expect(learnedUntil(empty)).toBe(empty.learned)
  })

  it('takes along what was corrected during it', () => {
    const correction = { p50: [1, 2, 3, 4, 5, 6], p80: [1, 2, 3, 4, 5, 6] }
    expect(learnedUntil({ ...busy, learned: { ...busy.learned, correction } }).correction).toEqual(correction)
  })
})

describe('the weekday', () => {
  it('is that of the day by its own calendar, from Sunday on', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekdayOf)).toEqual([0, 1, 6])
    expect(NINE % MINUTE).toBe(0)
  })
})
