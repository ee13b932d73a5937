/** When plans are made anew. */
import { describe, expect, it } from 'vitest'
import type { HallEvent } from '#contracts/facts.ts'
import { tick } from '#test/support/asking.ts'
import { bring, heardAt, lift, M1, R1, R2, says, twoFloors } from './floors.ts'
import { along, sent } from './ordered.ts'

const hasDropped = (events: readonly HallEvent[]): boolean => events.some(({ type }) => type === 'plansDropped')

/** R2 drives from a2 to a4; R1 behind it has planned over a2 and waits. */
const queueing = () => {
  const story = heardAt(twoFloors({ robots: [{ kinds: ['return'] }, { kinds: ['delivery'] }] }), 'a1', 'a2')
  story.does(bring('a4', 'd1'))
  story.does(bring('a3', 'd1', { kind: 'return' }))
  story.does(tick)
  story.does(along(story, 0, {}, R2))
  expect(story.hall.courses.get(R1)?.steps.map(({ nodeId }) => nodeId)).toEqual(['a1', 'a2', 'a3'])
  return story
}

describe('plans', () => {
  it('are kept from second to second', () => expect(hasDropped(queueing().does(tick))).toBe(false))

  it('are void when somebody is bound elsewhere', () => {
    const story = queueing()
    story.happens({ type: 'missionCancelled', missionId: [...story.hall.missions.keys()].at(-1) ?? M1 })
    expect(hasDropped(story.does(tick))).toBe(true)
  })

  it('are void when they lead over a robot that has got stuck', () => {
    const story = queueing()
    story.does(along(story, 0, { paused: true }, R2))
    expect(hasDropped(story.does(tick))).toBe(true)
    expect(story.hall.courses.get(R1)?.steps).toHaveLength(1)
  })

  it('are void when they lead through a lift that is out of order', () => {
    const story = sent('a4', 'b2')
    expect(hasDropped(story.does(lift({ inService: false })))).toBe(false)
    expect(hasDropped(story.does(tick))).toBe(true)
  })

  it('are void when a robot is put down among them', () => {
    const story = queueing()
    expect(hasDropped(story.does(says(R2, { lastNodeId: 'd3' })))).toBe(true)
  })
})
