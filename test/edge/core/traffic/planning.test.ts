/** Planning ahead: who gets on, who makes way, who is left alone. */
import { describe, expect, it } from 'vitest'
import { planAhead } from '#edge/core/traffic/planning.ts'
import { courses, planned, travellers } from './courses.ts'
import { mapOfFloors, mapOfText, node, robot } from './halls.ts'

const line = mapOfText('.....')

describe('planning ahead', () => {
  it('goes the soonest way, two steps at a time', () =>
    expect(planned(line, { A: '0-0' }, { A: '4-0' })).toEqual({ A: ['1-0', '2-0'] }))
  it('goes on from what is planned, and adds no more than is missing', () => {
    expect(planned(line, { A: '0-0 | 1-0@1' }, { A: '4-0' })).toEqual({ A: ['2-0'] })
    expect(planned(line, { A: '0-0 1-0@1 | 2-0@2' }, { A: '4-0' })).toEqual({})
  })
  it('stops at the goal', () => expect(planned(line, { A: '0-0' }, { A: '1-0' })).toEqual({ A: ['1-0'] }))
  it('counts turns on', () => {
    const { steps, nextTurn } = planAhead(
      courses({ A: '0-0', B: '4-0' }),
      travellers({ A: '2-0', B: '3-0' }),
      { map: line, closed: new Set() },
      10,
    )
    expect(steps.get(robot('A'))?.map(({ turn }) => turn)).toEqual([10, 11])
    expect(steps.get(robot('B'))?.map(({ turn }) => turn)).toEqual([10])
    expect(nextTurn).toBe(12)
  })
  it('stays where it is without a goal, or without a way to it', () => {
    expect(planned(line, { A: '0-0' }, { A: '-' })).toEqual({})
    expect(planned(line, { A: '0-0' }, { A: '4-0' }, new Set([node('2-0')]))).toEqual({})
  })
})

describe('meeting another', () => {
  it('pushes whoever has nothing to do out of the way', () =>
    expect(planned(line, { A: '0-0', B: '1-0' }, { A: '2-0', B: '-' })).toEqual({
      A: ['1-0', '2-0'],
      B: ['2-0', '3-0'],
    }))
  it('lets the higher rank through where ways cross', () => {
    const cross = mapOfText('#.#', '...', '#.#')
    const { A, B } = planned(cross, { A: '0-1', B: '1-0' }, { A: '2-1', B: '1-2' })
    expect(A).toEqual(['1-1', '2-1'])
    expect(B).toEqual(['1-1', '1-2'])
  })
  it('never swaps two on a leg: in a dead end the higher rank backs out first', () => {
    const bay = mapOfText('....', '##.#')
    const plan = planned(bay, { A: '2-0', B: '3-0' }, { A: '3-0', B: '0-0' })
    expect(plan.A?.[0]).not.toBe('3-0')
    expect(plan.A?.at(-1)).toBe('3-0')
    expect(plan.B?.length).toBeGreaterThan(0)
  })
  it('leads out of a blind alley whoever sits at the goal of another', () => {
    const plan = planned(mapOfText('...', '..#'), { A: '1-0', B: '2-0' }, { A: '2-0', B: '-' })
    expect(plan.A?.at(-1)).toBe('2-0')
    expect(plan.B?.[0]).toBe('1-0')
  })
  it('helps the next when nothing helps the first', () => {
    const plan = planned(mapOfText('...'), { A: '1-0', B: '2-0', C: '0-0' }, { A: '2-0', B: '-', C: '1-0' })
    expect(plan).toEqual({})
    const beside = planned(mapOfText('...', '#..'), { A: '0-0', B: '1-0', C: '2-0' }, { A: '2-0', B: '!', C: '2-1' })
    expect(beside).toEqual({ C: ['2-1'] })
  })
})

describe('a robot that stands fast', () => {
  it('is never moved, and is driven around', () => {
    const ring = mapOfText('...', '.#.', '...')
    expect(planned(ring, { A: '0-0', B: '1-0' }, { A: '2-0', B: '!' })).toEqual({ A: ['0-1', '0-2'] })
  })
  it('is a wall with all of its base', () => {
    const ring = mapOfText('....', '.##.', '....')
    expect(planned(ring, { A: '1-0', B: '2-0 3-0@1' }, { A: '3-1', B: '!' })).toEqual({ A: ['0-0', '0-1'] })
  })
  it('is waited for beside its place, where others can pass', () => {
    const tee = mapOfText('....', '##.#')
    expect(planned(tee, { A: '2-0', B: '3-0' }, { A: '3-0', B: '!' })).toEqual({})
    const plan = planned(tee, { A: '2-0', B: '3-0', C: '1-0' }, { A: '3-0', B: '!', C: '2-1' })
    expect(plan.C?.[0]).toBe('2-0')
  })
  it('is also one of whom nothing is known', () =>
    expect(planned(line, { A: '0-0', B: '2-0' }, { A: '4-0' })).toEqual({}))
})

describe('a lift', () => {
  const floors = mapOfFloors(['..L', '..#'], ['..L', '..#'])

  it('is entered only with the way out of it planned', () =>
    expect(planned(floors, { A: '1-0' }, { A: '0-0.1' })).toEqual({ A: ['2-0', '2-0.1', '1-0.1'] }))
  it('is no place to make way in', () =>
    expect(planned(floors, { A: '0-0', B: '1-0' }, { A: '1-0', B: '-' })).toEqual({ A: ['1-0'], B: ['1-1'] }))
  it('is one when there is no other', () => {
    const lines = mapOfFloors(['..L'], ['..L'])
    expect(planned(lines, { A: '0-0', B: '1-0' }, { A: '1-0', B: '-' }).B?.[0]).toBe('2-0')
  })
  it('is left before another may come in', () => {
    const plan = planned(floors, { A: '1-0.1', B: '2-0.1' }, { A: '0-0', B: '0-0.1' })
    expect(plan.B?.[0]).toBe('1-0.1')
    expect(plan.A?.slice(-4)).toEqual(['1-0.1', '2-0.1', '2-0', '1-0'])
  })
})

describe('two robots in one place', () => {
  it('drive apart, and hold nobody up', () => {
    const plan = planned(line, { A: '2-0', B: '2-0', C: '0-0' }, { A: '4-0', B: '0-0', C: '1-0' })
    expect(plan.A).toEqual(['3-0', '4-0'])
    expect(plan.C?.length ?? 0).toBeGreaterThan(0)
  })
  it('stay when neither wants anything', () =>
    expect(planned(line, { A: '2-0', B: '2-0' }, { A: '-', B: '-' })).toEqual({}))
})
