/** Whose stay goes on where nobody saw them go: on another seat, or on one that was out of sight. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { leaning, nobody, nothing, person, sits, watch } from './seating.ts'

const STEP = 500
const sitting = watch(nothing, 8 * MINUTE, STEP, sits)

describe('somebody lost from sight on the way', () => {
  const lost = watch(
    watch(sitting, 2 * SECOND, STEP, (elapsed) => [person(300 + (elapsed / SECOND) * 60)]),
    5 * SECOND,
    STEP,
    nobody,
  )
  const appearing = (x: number) => watch(lost, 8 * MINUTE, STEP, (elapsed) => [person(x + leaning(elapsed))])

  it('goes on waiting where somebody sits who was not seen coming', () => {
    expect(appearing(540).found.map(({ stayId }) => stayId)).toEqual(['C1-1'])
  })

  it('is not who sits down at the edge, where others come in', () => {
    expect(appearing(620).found).toEqual([])
  })
})

describe('a seat that is out of sight', () => {
  const hidden = watch(sitting, 10 * SECOND, STEP, nobody)
  const walking = (until: number) =>
    watch(hidden, 4 * SECOND, STEP, (elapsed) => [person(Math.max(until, 800 - (elapsed / SECOND) * 120))])
  const backInSight = (seen: typeof hidden) => watch(watch(seen, 30 * SECOND, STEP, nobody), 8 * MINUTE, STEP, sits)

  it('is of whoever was last seen beside it, and is nowhere else', () => {
    const seen = backInSight(walking(370))
    expect(seen.crowd.stays.map(({ stayId }) => stayId)).toEqual(['C1-2'])
    expect(seen.found).toEqual([])
  })

  it('is still of who sat there when somebody was lost further away', () => {
    expect(backInSight(walking(450)).found.map(({ stayId }) => stayId)).toEqual(['C1-1'])
  })
})
