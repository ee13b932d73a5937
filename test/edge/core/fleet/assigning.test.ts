/** Who goes for what. */
import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '#contracts/durations.ts'
import { tick } from '#test/support/asking.ts'
import { NINE } from '#test/support/given.ts'
import { storyOf } from '#test/support/story.ts'
import { bring, heardAt, isSilent, lift, M1, M2, R1, R2, robotOf, says, twoFloors } from './floors.ts'

const three = twoFloors({ robots: [{}, {}, {}] })

describe('robots and missions', () => {
  it('are paired so that together they drive least, not the nearest first', () => {
    const story = heardAt(three, 'a1', 'a4')
    story.does(bring('a3', 'a1'))
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect([robotOf(story, M1), robotOf(story, M2)]).toEqual(['R1', 'R2'])
  })

  it('are as many pairs as there are robots, though one alone would be cheaper', () => {
    const story = heardAt(three, 'a1', 'b1')
    story.does(lift())
    story.does(bring('a1', 'a4'))
    story.does(bring('a2', 'a4'))
    story.does(tick)
    expect([robotOf(story, M1), robotOf(story, M2)].sort()).toEqual(['R1', 'R2'])
  })
})

describe('a mission', () => {
  const before = (where: string) => {
    const story = heardAt(three, 'a1')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect(robotOf(story)).toBe('R1')
    story.does(says(R2, { lastNodeId: where }))
    story.does(tick)
    return story
  }

  it('stays with its robot when another is a few seconds nearer', () => expect(robotOf(before('a4'))).toBe('R1'))

  it.each([
    ['out of reach', isSilent(R1)],
    ['paused', says(R1, { lastNodeId: 'a1', paused: true })],
    ['driven by hand', says(R1, { lastNodeId: 'a1', mode: 'manual' })],
    ['lost on the map', says(R1, { lastNodeId: '' })],
    ['busy with a stray order', says(R1, { lastNodeId: 'a1', orderId: 'X', nodesLeft: 1, edgesLeft: 1 })],
  ])('stays with its robot that is %s for a moment', (_, trouble) => {
    const story = heardAt(three, 'a1', 'd1')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    story.does(trouble)
    expect(story.does(tick).filter(({ type }) => type.startsWith('mission'))).toEqual([])
    expect(robotOf(story)).toBe('R1')
  })

  it('changes to a robot that is much nearer', () => {
    const story = before('a5')
    expect(robotOf(story)).toBe('R2')
    expect(story.hall.robots.get(R1)).not.toHaveProperty('missionId')
    expect(story.hall.robots.get(R2)).toMatchObject({ missionId: M1 })
  })

  it('does not change once its robot may drive to the pick-up', () => {
    const story = heardAt(three, 'a3')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect(story.hall.courses.get(R1)?.order).toMatchObject({ nodes: ['a3', 'a4', 'a5'], released: 3, stop: 'pick' })
    story.does(says(R2, { lastNodeId: 'd3' }))
    story.does(says(R2, { lastNodeId: 'a5' }))
    story.does(tick)
    expect(robotOf(story)).toBe('R1')
  })

  it('changes up to that moment also for a robot that a person loads, and not after', () => {
    const trays = twoFloors({ robots: [{ profile: 'tray' }, { profile: 'tray' }] })
    for (const [start, expected] of [
      ['a1', 'R2'],
      ['a3', 'R1'],
    ] as const) {
      const story = heardAt(trays, start)
      story.does(bring('a5', 'a1'))
      story.does(tick)
      story.does(says(R2, { lastNodeId: 'a5' }))
      story.does(tick)
      expect(robotOf(story)).toBe(expected)
    }
  })

  it('can change places with another in one moment', () => {
    const story = heardAt(three, 'd1', 'd3')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect(robotOf(story)).toBe('R2')
    story.does(says(R1, { lastNodeId: 'a5' }))
    story.does(bring('a1', 'a5'))
    story.does(tick)
    expect([robotOf(story, M1), robotOf(story, M2)]).toEqual(['R1', 'R2'])
    expect(story.hall.robots.get(R1)).toMatchObject({ missionId: M1 })
    expect(story.hall.robots.get(R2)).toMatchObject({ missionId: M2 })
  })
})

describe('robots that swap their missions', () => {
  it('each have the other’s then', () => {
    const story = heardAt(three, 'a1', 'a5')
    for (const command of [bring('a2', 'a3'), bring('a4', 'a3')]) story.does(command)
    const given = (missionId: typeof M1, robotId: typeof R1) => ({
      type: 'missionAssigned' as const,
      missionId,
      robotId,
    })
    story.happens(given(M1, R1), given(M2, R2), given(M1, R2), given(M2, R1))
    expect([R1, R2].map((robotId) => story.hall.robots.get(robotId)?.missionId)).toEqual([M2, M1])
  })
})

describe('one robot for two missions', () => {
  const first = (...asked: [ReturnType<typeof bring>, number][]): string | undefined => {
    const story = storyOf(twoFloors())
    for (const [command, at] of asked) story.does(command, at)
    story.does(says(R1, { lastNodeId: 'a1' }))
    story.does(tick)
    return [M1, M2].find((id) => robotOf(story, id) !== undefined)
  }

  it('goes to the nearer', () => expect(first([bring('a5', 'a1'), NINE], [bring('a2', 'a1'), NINE])).toBe(M2))

  it('goes to the more urgent', () =>
    expect(first([bring('a5', 'a1', { priority: 1 }), NINE], [bring('a2', 'a1'), NINE])).toBe(M1))

  it('goes to the one whose deadline is near', () => {
    const by = (minutes: number) => bring('a5', 'a1', { deadline: NINE + minutes * MINUTE })
    expect(first([by(5), NINE], [bring('a2', 'a1'), NINE])).toBe(M1)
    expect(first([by(60), NINE], [bring('a2', 'a1'), NINE])).toBe(M2)
  })

  it('goes to the one that has waited much longer', () => {
    expect(first([bring('a5', 'a1'), NINE], [bring('a2', 'a1'), NINE + 60 * SECOND])).toBe(M1)
    expect(first([bring('a5', 'a1'), NINE], [bring('a2', 'a1'), NINE + 10 * SECOND])).toBe(M2)
  })

  it('lets no wait count for more than urgency', () =>
    expect(first([bring('a2', 'a1'), NINE], [bring('a5', 'a1', { priority: 1 }), NINE + 60 * MINUTE])).toBe(M2))

  it('is taken from the one it goes for by one that is urgent', () => {
    const story = heardAt(twoFloors(), 'd1')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    story.does(bring('a4', 'a1', { priority: 9 }))
    expect(story.does(tick)).toEqual(
      expect.arrayContaining([
        { type: 'missionHeld', missionId: M1, why: { R1: ['busy'] } },
        { type: 'missionAssigned', missionId: M2, robotId: 'R1' },
      ]),
    )
    expect(story.hall.robots.get(R1)).toMatchObject({ missionId: M2 })
  })
})
