/** What speaks against sending a robot. */
import { describe, expect, it } from 'vitest'
import type { Unfit, Waiting } from '#contracts/missions.ts'
import { tick } from '#test/support/asking.ts'
import type { Story } from '#test/support/story.ts'
import { bring, heardAt, isSilent, lift, M1, M2, R1, R2, robotOf, says, twoFloors } from './floors.ts'

const whyOf = (story: Story, missionId = M1): Waiting | undefined => {
  const mission = story.hall.missions.get(missionId)
  return mission?.state === 'waiting' ? mission.why : undefined
}

describe('why a mission waits', () => {
  const dropping = { orderId: 'X', nodesLeft: 1, edgesLeft: 1 }
  const alone: [Unfit, (story: Story) => void, ReturnType<typeof bring>?][] = [
    ['offline', (story) => story.does(isSilent(R1))],
    ['notAutomatic', (story) => story.does(says(R1, { mode: 'manual' }))],
    ['paused', (story) => story.does(says(R1, { paused: true }))],
    ['paused', (story) => story.does({ type: 'pauseRobot', robotId: R1 })],
    ['busy', (story) => story.does(says(R1, dropping))],
    ['wrongKind', () => {}, bring('a4', 'a1', { kind: 'guide' })],
    ['batteryLow', (story) => story.does(says(R1, { batteryPercent: 14 }))],
    ['placeUnknown', (story) => story.does(says(R1, { lastNodeId: 'elsewhere' }))],
    ['noRoute', (story) => story.does(says(R1, { lastNodeId: 'i1' }))],
    ['liftOut', (story) => story.does(lift({ inService: false })), bring('b2', 'a1')],
    ['liftOut', (story) => story.does(lift({ inService: false })), bring('a1', 'b2')],
    ['faulty', (story) => story.does(says(R1, { faults: ['laser'] }))],
  ]

  it.each(alone)('is %s, and that alone', (reason, happens, asked = bring('a4', 'a1')) => {
    const story = heardAt(twoFloors({ robots: [{ kinds: ['delivery'] }] }), 'd1')
    story.does(lift())
    happens(story)
    story.does(asked)
    expect(whyOf(story)).toEqual({ R1: [reason] })
    story.does(tick)
    expect(whyOf(story)).toEqual({ R1: [reason] })
  })

  it('is that the robot charges, until its battery is sufficient', () => {
    const story = heardAt(twoFloors())
    story.does(says(R1, { batteryPercent: 30 }))
    story.does(tick)
    story.does(says(R1, { batteryPercent: 30, charging: true }))
    story.does(bring('a4', 'a1'))
    story.does(tick)
    expect(whyOf(story)).toEqual({ R1: ['charging'] })
    story.does(says(R1, { batteryPercent: 60, charging: true }))
    story.does(tick)
    expect(robotOf(story)).toBe('R1')
  })

  it('tells all reasons for all robots, and tells them once', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}, {}] }), 'd1', 'd2')
    story.does(says(R1, { faults: ['laser'], charging: true }))
    story.does(says(R2, { mode: 'manual', batteryPercent: 10, paused: true }))
    story.does(bring('a4', 'a1'))
    expect(story.does(tick)).not.toContainEqual(expect.objectContaining({ type: 'missionHeld' }))
    expect(whyOf(story)).toEqual({
      R1: ['faulty'],
      R2: ['notAutomatic', 'paused', 'batteryLow'],
      R3: ['offline'],
    })
    story.does(says(R1, { faults: ['laser'], mode: 'service' }))
    expect(story.does(tick)).toContainEqual(
      expect.objectContaining({
        type: 'missionHeld',
        why: expect.objectContaining({ R1: ['notAutomatic', 'faulty'] }),
      }),
    )
  })

  it('is that all who could go are needed elsewhere', () => {
    const story = heardAt(twoFloors(), 'd1')
    story.does(bring('a4', 'a1', { priority: 1 }))
    story.does(bring('a4', 'a1'))
    story.does(tick)
    expect(whyOf(story, M2)).toEqual({ R1: ['busy'] })
    story.does(tick)
    expect(story.does(tick)).not.toContainEqual(expect.objectContaining({ type: 'missionHeld' }))
  })
})
