/** What robots save, in clerks' time. */
import { describe, expect, it } from 'vitest'
import { MINUTE } from '#contracts/durations.ts'
import { figures } from '#edge/core/figures.ts'
import { savedSecondsOf } from '#edge/core/fleet/saving.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, M1, twoFloors } from './floors.ts'

const savedFor = (...asked: Parameters<typeof bring>): number | undefined => {
  const story = heardAt(twoFloors({ fleet: { walkMps: 1.5, counterAwayMinutes: 1 } }))
  story.does(bring(...asked))
  const mission = story.hall.missions.get(M1)
  return mission && savedSecondsOf(mission, story.hall)
}

describe('a delivery', () => {
  it('saves the walk there and back, and the time away from the window beside it', () =>
    expect(savedFor('a1', 'a5')).toBe((2 * 12) / 1.5 + 60))

  it('saves as much as a return of the same way', () =>
    expect(savedFor('a5', 'a1', { kind: 'return' })).toBe(savedFor('a1', 'a5')))

  it('counts a lift ride as no walk, also while the lift is out of order', () =>
    expect(savedFor('a5', 'b1')).toBe((2 * 6) / 1.5 + 60))

  it('counts along the way that robots take, not through walls', () =>
    expect(savedFor('d1', 'd2')).toBe((2 * 9) / 1.5 + 60))
})

describe('a guide', () => {
  it('saves no window anything', () => expect(savedFor('a1', 'a5', { kind: 'guide' })).toBe(0))
})

describe('the figures of the day', () => {
  it('add up hours saved, by robots with arms and by those that people load', () => {
    const world = createFleetWorld(
      twoFloors({ robots: [{ kinds: ['delivery'] }, { kinds: ['return'], profile: 'tray' }] }),
    )
    world.ask(bring('a1', 'a5'))
    const back = world.ask(bring('a4', 'a2', { kind: 'return' }))
    world.until(() => {
      world.send({ type: 'confirmHandover', missionId: back })
      return world.happened('missionDelivered').length === 2
    })
    const seconds = (2 * 12) / 1.2 + 120 + (2 * 6) / 1.2 + 120
    expect(figures(world.hall(), world.now())).toMatchObject({ delivered: 2 })
    expect(figures(world.hall(), world.now()).hoursSaved).toBeCloseTo((seconds * 1000) / (60 * MINUTE), 6)
  })
})
