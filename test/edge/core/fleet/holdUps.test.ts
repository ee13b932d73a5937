/** Why a robot does not go on: told once, after a while, and taken back when it does. */
import { describe, expect, it } from 'vitest'
import { DoorId } from '#contracts/ids.ts'
import { HeldUp } from '#contracts/robots.ts'
import { tick } from '#test/support/asking.ts'
import type { Story } from '#test/support/story.ts'
import { bring, heardAt, isSilent, L1, lift, M1, node, place, R1, R2, says, twoFloors } from './floors.ts'
import { along, heldUp, sent, waits } from './ordered.ts'

/** Told of R1, one after the other; nothing when it was taken back. */
const told = (story: Story) =>
  story.facts.flatMap(({ event }) => (event.type === 'robotHeldUp' && event.robotId === R1 ? [event.heldUp?.what] : []))

const D1 = DoorId.parse('D1')
const doors = [{ doorId: 'D1', names: { zh: '门', en: 'Door' }, between: ['a2', 'a3'] as [string, string] }]
const door = (inService: boolean) => ({ type: 'reportDoor', door: { doorId: D1, door: 'closed', inService } }) as const

/** For each reason, a robot that is held up for it ten seconds later. */
const reasons: Record<HeldUp['what'], [HeldUp, () => Story]> = {
  robot: [
    { what: 'robot', robotId: R2, nodeId: node('a2') },
    () => {
      const story = heardAt(twoFloors({ robots: [{}, {}] }), 'a1')
      story.does(says(R2, { lastNodeId: 'a2', paused: true }))
      story.does(bring('a5', 'd1'))
      return story
    },
  ],
  lift: [{ what: 'lift', liftId: L1, why: 'coming' }, () => sent('a5', 'b2')],
  door: [
    { what: 'door', doorId: D1, why: 'opening' },
    () => {
      const story = sent('a1', 'a5', twoFloors({ doors }))
      story.does(along(story, 1))
      story.does(door(true))
      return story
    },
  ],
  handover: [
    { what: 'handover', placeId: place('a1') },
    () => sent('a1', 'a1', twoFloors({ robots: [{ profile: 'tray' }] })),
  ],
  obstacle: [
    { what: 'obstacle', nodeId: node('a2') },
    () => {
      const story = sent('a1', 'a5')
      waits(story, 60)
      return story
    },
  ],
  noWay: [
    { what: 'noWay', to: node('d1') },
    () => {
      const story = sent('a1', 'a5')
      story.does(says(R1, { lastNodeId: 'i1' }))
      return story
    },
  ],
  order: [
    { what: 'order' },
    () => {
      const story = heardAt(twoFloors(), 'a1')
      story.does(bring('a5', 'd1'))
      return story
    },
  ],
  silent: [{ what: 'silent' }, () => after(isSilent(R1))],
  paused: [{ what: 'paused' }, () => after({ type: 'pauseRobot', robotId: R1 })],
  notAutomatic: [{ what: 'notAutomatic' }, () => after(says(R1, { lastNodeId: 'a1', mode: 'manual' }))],
  faulty: [
    { what: 'faulty' },
    () => {
      const story = sent('a1', 'a5')
      story.does(along(story, 0, { faults: ['laser'] }))
      return story
    },
  ],
  placeUnknown: [{ what: 'placeUnknown' }, () => after(says(R1, { lastNodeId: '' }))],
}
const after = (command: Parameters<Story['does']>[0]): Story => {
  const story = sent('a1', 'a5')
  story.does(command)
  return story
}

describe('a robot that is held up', () => {
  it('is so for one of these reasons', () =>
    expect(Object.keys(reasons).sort()).toEqual(HeldUp.options.map(({ shape }) => shape.what.value).sort()))

  it.each(Object.values(reasons))('says so, once: %j', (expected, happen) => {
    const story = happen()
    story.does(tick)
    waits(story, 10)
    expect(heldUp(story)).toEqual(expected)
    const before = told(story)
    waits(story, 1)
    expect(told(story)).toEqual(before)
  })

  it.each([
    [{ inService: false }, 'outOfOrder'],
    [{ session: 'R2' }, 'coming'],
  ] as const)('by a lift says how the lift is: %j', (more, why) => {
    const story = heardAt(twoFloors(), 'a5')
    story.does(bring('a5', 'b2'))
    story.happens({ type: 'missionAssigned', missionId: M1, robotId: R1 }, { type: 'missionUnderway', missionId: M1 })
    story.does(lift(more))
    story.does(tick)
    waits(story, 10)
    expect(heldUp(story)).toEqual({ what: 'lift', liftId: 'L1', why })
  })

  it('by a lift that another robot has says that it is busy', () => {
    const story = heardAt(twoFloors({ robots: [{ homeNodeId: 'a4' }, { homeNodeId: 'b2' }] }), 'a5', 'c1')
    story.does(lift())
    story.does(bring('b2', 'd1'))
    story.happens({ type: 'missionAssigned', missionId: M1, robotId: R1 })
    story.does(tick)
    waits(story, 10)
    expect(heldUp(story)).toEqual({ what: 'lift', liftId: 'L1', why: 'busy' })
  })

  it('by a door that does not work says so', () => {
    const [, happen] = reasons.door
    const story = happen()
    story.does(door(false))
    waits(story, 10)
    expect(heldUp(story)).toEqual({ what: 'door', doorId: 'D1', why: 'outOfOrder' })
  })

  it('says nothing of a halt of a few seconds', () => {
    const [, happen] = reasons.robot
    const story = happen()
    story.does(tick)
    waits(story, 3)
    expect(told(story)).toEqual([])
  })

  it('is not when it has nowhere to go', () => {
    const story = heardAt(twoFloors(), 'd1')
    story.does(isSilent(R1))
    waits(story, 60)
    expect(told(story)).toEqual([])
  })

  it('is no longer when it goes on', () => {
    const [, happen] = reasons.obstacle
    const story = happen()
    waits(story, 10)
    expect(heldUp(story)?.what).toBe('obstacle')
    story.does(along(story, 1))
    expect(heldUp(story)).toBeUndefined()
  })

  it('says the next reason when the first has passed', () => {
    const [, happen] = reasons.silent
    const story = happen()
    waits(story, 10)
    story.does(along(story, 0, { mode: 'manual' }))
    waits(story, 10)
    expect(told(story)).toEqual(['silent', 'notAutomatic'])
  })
})
