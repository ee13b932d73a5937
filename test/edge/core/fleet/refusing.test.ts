/** Orders that robots refuse, or lose. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import type { RobotId } from '#contracts/ids.ts'
import { tick } from '#test/support/asking.ts'
import type { Story } from '#test/support/story.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, M1, node, R1, says, twoFloors } from './floors.ts'
import { orderOf, ordersIn } from './ordered.ts'

describe('an order that is refused', () => {
  const refusing = (story: Story, robotId: RobotId = R1) => {
    const { orderId, nodes } = orderOf(story, robotId)
    return says(robotId, { lastNodeId: nodes[0] ?? '', rejections: [{ errorType: 'noRouteError', orderId }] })
  }

  it('leaves the robot alone for ten seconds, and sends another', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}] }), 'a1', 'd3')
    story.does(bring('W1', 'a5'))
    story.does(tick)
    const firstId = orderOf(story).orderId
    const events = story.does(refusing(story))
    expect(events).toContainEqual({
      type: 'orderRefused',
      robotId: 'R1',
      orderId: firstId,
      errorType: 'noRouteError',
    })
    expect(events).toContainEqual({ type: 'missionHeld', missionId: M1, why: {}, after: 'orderRefused' })
    expect(story.hall.courses.get(R1)).toMatchObject({ released: 1 })
    const after = story.does(tick)
    expect(after).toContainEqual({ type: 'missionAssigned', missionId: M1, robotId: 'R2' })
    expect(ordersIn(after)).toEqual([])
    const { at } = story.hall.robots.get(R1)?.refusals ?? { at: 0 }
    expect(ordersIn(story.does(tick, at + 9 * SECOND))).toEqual([])
    expect(ordersIn(story.does(tick, at + 10 * SECOND))).toHaveLength(1)
  })

  it('holds no way for the robot but what it may stand on between two nodes', () => {
    const story = heardAt(twoFloors(), 'a1')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect(story.hall.courses.get(R1)).toMatchObject({ released: 3 })
    story.does(refusing(story))
    expect(story.hall.courses.get(R1)).toMatchObject({ steps: [{ nodeId: 'a1' }, { nodeId: 'a2' }], released: 2 })
  })

  it('holds the way that the robot still drives, when it is an update', () => {
    const world = createFleetWorld(twoFloors({ robots: [{ homeNodeId: 'a5' }] }))
    world.carry(R1, 'a1')
    world.robot(R1).stands = true
    world.until(() => world.hall().courses.get(R1)?.released === 3)
    const update = { orderId: world.hall().courses.get(R1)?.order?.orderId ?? '', orderUpdateId: 1 }
    world.take([
      { type: 'orderWritten', robotId: R1, order: { ...update, from: 2, nodes: [node('a3')], released: 1 } },
      { type: 'orderRefused', robotId: R1, orderId: update.orderId, errorType: 'orderUpdateError' },
    ])
    expect(world.hall().courses.get(R1)).toMatchObject({ released: 3 })
  })

  it('is asked of the same robot once more when there is no other, and the third time no longer', () => {
    const story = heardAt(twoFloors(), 'd1')
    story.does(bring('a5', 'a1'))
    const states = [10, 10, 10, 10].map((seconds) => {
      story.does(tick, story.at + seconds * SECOND)
      const { state } = story.hall.missions.get(M1) ?? {}
      if (state === 'assigned') {
        story.does(refusing(story))
        story.does(tick)
        expect(story.hall.missions.get(M1)).toMatchObject({ state: 'waiting', why: { R1: ['refused'] } })
      }
      return state
    })
    expect(states).toEqual(['assigned', 'assigned', 'assigned', 'waiting'])
    expect(story.hall.missions.get(M1)).toMatchObject({ refusedBy: ['R1'] })
  })

  it('is none when the rejection is about another order', () => {
    const story = heardAt(twoFloors(), 'a1')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    story.does(says(R1, { lastNodeId: 'a1', rejections: [{ errorType: 'noRouteError', orderId: 'R1-older' }] }))
    expect(story.hall.robots.get(R1)).not.toHaveProperty('refusals')
  })

  it('is none any more when the robot has taken one', () => {
    const world = createFleetWorld(twoFloors({ robots: [{ homeNodeId: 'd3' }] }))
    world.carry(R1, 'a1')
    world.robot(R1).refusing = true
    world.until(() => world.happened('orderRefused').length === 2)
    expect(world.hall().robots.get(R1)).toMatchObject({ refusals: { times: 2 } })
    world.robot(R1).refusing = false
    world.until(() => world.robot(R1).report.lastNodeId === 'd3')
    expect(world.hall().robots.get(R1)).not.toHaveProperty('refusals')
  })

  it('three times in a row is one for a person when things are on the robot', () => {
    const world = createFleetWorld(twoFloors())
    const id = world.ask(bring('a1', 'a5'))
    world.until(() => world.stateOf(id) === 'underway')
    world.robot(R1).refusing = true
    world.robot(R1).forget()
    world.until(() => world.stateOf(id) === 'failed', 60)
    expect(world.happened('orderRefused').length).toBe(3)
    expect(world.hall().missions.get(id)).toMatchObject({ reason: 'rejected: validationError', robotId: 'R1' })
    expect(world.happened('helpAsked')).toMatchObject([{ source: { robotId: 'R1', missionId: id, problem: 'failed' } }])
  })
})

describe('an order that a robot has lost', () => {
  it.each([0, 1, 2])('is written anew, from where it stands, by the same robot: after %i updates', (updates) => {
    const world = createFleetWorld(twoFloors())
    world.ask(bring('a5', 'a1'))
    world.until(() => world.hall().courses.get(R1)?.order?.orderUpdateId === updates)
    world.robot(R1).forget()
    world.until(() => world.happened('missionDelivered').length === 1)
    expect(world.happened('missionHeld')).toEqual([])
  })
})
