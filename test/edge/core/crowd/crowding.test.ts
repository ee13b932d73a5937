/** Telling that a zone is too full. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import { type CrowdingTold, notCrowded, watchCrowding } from '#edge/core/crowd/crowding.ts'

const rules = { crowdedAt: 10, crowdedFor: 60 * SECOND }

/** One reading a second. */
const watch = (readings: readonly (number | undefined)[]) => {
  let crowding = notCrowded
  const told: CrowdingTold[] = []
  for (const [second, people] of readings.entries()) {
    const watched = watchCrowding(crowding, people, second * SECOND, rules)
    crowding = watched.crowding
    if (watched.told) told.push(watched.told)
  }
  return told
}

const lasting = (seconds: number, people: number | undefined) => new Array<number | undefined>(seconds).fill(people)

describe('a zone that is too full', () => {
  it('is told once, with since when, after it has been full for long enough', () => {
    expect(watch([...lasting(5, 3), ...lasting(300, 12)])).toEqual([{ since: 5 * SECOND, people: 12 }])
  })

  it('is not told for a moment', () => {
    expect(watch([...lasting(50, 12), ...lasting(20, 4), ...lasting(50, 12)])).toEqual([])
  })

  it('is told though the count wavers', () => {
    expect(watch(Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? 10 : 9)))).toHaveLength(1)
  })

  it('is over when it is clearly less full for twice as long', () => {
    const full = lasting(100, 12)
    expect(watch([...full, ...lasting(300, 9)])).toHaveLength(1)
    expect(watch([...full, ...lasting(100, 7)])).toHaveLength(1)
    expect(watch([...full, ...lasting(130, 7)])).toEqual([{ since: 0, people: 12 }, { since: 100 * SECOND }])
  })

  it('is neither told nor over while nobody counts', () => {
    expect(watch([...lasting(30, 12), ...lasting(100, undefined), ...lasting(40, 12)])).toEqual([])
    expect(watch([...lasting(100, 12), ...lasting(500, undefined)])).toHaveLength(1)
  })
})
