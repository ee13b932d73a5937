/** What robots are told to drive, and when. */
import { describe, expect, it } from 'vitest'
import { RobotOrder } from '#contracts/courses.ts'
import { tick } from '#test/support/asking.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, M1, node, R1, R2, says, twoFloors } from './floors.ts'
import { along, orderOf, ordersIn } from './ordered.ts'

/** R1 at a1 is to fetch something at a5; the first order is written. */
const sent = (site = twoFloors()) => {
  const story = heardAt(site, 'a1')
  story.does(bring('a5', 'a1'))
  story.does(tick)
  return story
}

describe('an order', () => {
  it('is one message at a time: the next is written when the robot has shown the last', () => {
    const story = sent()
    const first = orderOf(story)
    expect(first).toMatchObject({ orderUpdateId: 0, from: 0, nodes: ['a1', 'a2', 'a3'], released: 3 })
    expect(ordersIn(story.does(tick))).toEqual([])
    story.does(along(story, 1))
    const [update] = ordersIn(story.does(tick))
    expect(update).toMatchObject({ orderId: first.orderId, orderUpdateId: 1, from: 2, nodes: ['a3', 'a4'] })
  })

  it('is never taken back, and each update goes on where the base before it ends', () => {
    const world = createFleetWorld(twoFloors({ robots: [{}, {}, {}] }), { seed: 3, delay: 0.3, loss: 0.3 })
    for (const [from, to] of [
      ['a1', 'b2'],
      ['a5', 'a2'],
      ['b1', 'a1'],
      ['a4', 'd3'],
    ] as const)
      world.ask(bring(from, to))
    world.until(() => {
      if (world.dice.chance(0.2)) world.take([{ type: 'plansDropped' }])
      return world.happened('missionDelivered').length === 4
    })
    for (const robotId of world.robots.keys()) {
      const orders = world.happened('orderWritten').flatMap((event) => (event.robotId === robotId ? [event.order] : []))
      const updates = orders.flatMap((order, i) => (order.orderUpdateId === 0 ? [] : [[orders[i - 1], order] as const]))
      expect(updates.length).toBeGreaterThan(2)
      for (const [before, update] of updates) {
        expect(update).toMatchObject({ orderId: before?.orderId, orderUpdateId: (before?.orderUpdateId ?? 0) + 1 })
        expect(update.from).toBe((before?.from ?? 0) + (before?.released ?? 0) - 1)
        expect(update.nodes[0]).toBe(before?.nodes[(before?.released ?? 0) - 1])
      }
      for (const { stop, released, nodes } of orders) if (stop) expect(released).toBe(nodes.length)
    }
    expect([...world.robots.values()].flatMap(({ refused }) => refused)).toEqual([])
  })

  it('ends its base before a node that is another’s, and shows the way beyond', () => {
    const story = heardAt(twoFloors({ robots: [{ kinds: ['return'] }, { kinds: ['delivery'] }] }), 'd1', 'a2')
    story.does(bring('a5', 'd1'))
    story.does(bring('a4', 'd1', { kind: 'return' }))
    story.does(tick)
    expect(orderOf(story, R2)).toMatchObject({ nodes: ['a2', 'a3', 'a4'], released: 3 })
    expect(orderOf(story, R1)).toMatchObject({ nodes: ['d1', 'a1', 'a2'], released: 2 })
    story.does(along(story, 0))
    expect(ordersIn(story.does(along(story, 1, {}, R2)))).toMatchObject([
      { orderUpdateId: 1, from: 1, nodes: ['a1', 'a2'], released: 2 },
    ])
  })

  it('has what the robot does at its last node, and nowhere else', () => {
    const story = heardAt(twoFloors(), 'a3')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect(orderOf(story)).toMatchObject({ nodes: ['a3', 'a4', 'a5'], released: 3, stop: 'pick' })
  })

  it('is one of its own for what is done where the robot already stands', () => {
    const story = heardAt(twoFloors(), 'a5')
    story.does(bring('a5', 'a1'))
    story.does(tick)
    expect(orderOf(story)).toMatchObject({ from: 0, nodes: ['a5'], released: 1, stop: 'pick' })
    const picked = { actionId: `${orderOf(story).orderId}-pick`, status: 'finished' as const }
    story.does(along(story, 0, { actions: [picked] }))
    expect(story.hall.missions.get(M1)).toMatchObject({ state: 'underway' })
  })

  it('is one of its own, too, for a node that it was told to drive to before', () => {
    const story = heardAt(twoFloors({ robots: [{ homeNodeId: 'a3' }] }), 'a1')
    story.does(tick)
    expect(orderOf(story)).toMatchObject({ nodes: ['a1', 'a2', 'a3'], released: 3 })
    story.does(along(story, 1))
    story.does(bring('a3', 'a1'))
    story.does(tick)
    expect(orderOf(story)).not.toHaveProperty('stop')
    story.does(along(story, 2))
    expect(orderOf(story)).toMatchObject({ orderUpdateId: 0, nodes: ['a3'], stop: 'pick' })
  })

  it('that shows a way which is given up is shortened, so that the robot is done', () => {
    const story = heardAt(twoFloors({ robots: [{}, {}] }), 'd1', 'a2')
    story.does(bring('a4', 'a1'))
    story.does(says(R2, { lastNodeId: 'a2', paused: true }))
    story.does(bring('a5', 'a1'))
    story.happens({
      type: 'coursesPlanned',
      moves: ['a1', 'a2'].map((id, i) => ({ robotId: R1, nodeId: node(id), turn: 90 + i })),
      nextTurn: 100,
    })
    story.happens({
      type: 'orderWritten',
      robotId: R1,
      order: RobotOrder.parse({ orderId: 'R1-x', orderUpdateId: 0, from: 0, nodes: ['d1', 'a1', 'a2'], released: 2 }),
    })
    story.does(along(story, 1))
    expect(ordersIn(story.does(tick))).toMatchObject([{ orderUpdateId: 1, from: 1, nodes: ['a1'], released: 1 }])
  })
})

describe('a robot that drives on into the horizon', () => {
  it('gets short orders, all of them released, and each when the last is over', () => {
    const world = createFleetWorld(twoFloors({ robots: [{ profile: 'missionDispatch' }] }))
    world.ask(bring('a5', 'a1', { kind: 'guide' }))
    world.until(() => world.happened('missionDelivered').length === 1)
    const orders = world.happened('orderWritten').flatMap((event) => (event.robotId === R1 ? [event.order] : []))
    expect(orders.length).toBeGreaterThan(3)
    expect(orders.map(({ orderUpdateId }) => orderUpdateId)).toEqual(orders.map(() => 0))
    expect(orders.map(({ released }) => released)).toEqual(orders.map(({ nodes }) => nodes.length))
  })
})

describe('a robot that takes in few nodes', () => {
  it('gets no more of them in one order or update', () => {
    const world = createFleetWorld(twoFloors())
    world.send({ type: 'describeRobot', robotId: R1, limits: { nodes: 2 } })
    world.ask(bring('a5', 'a1'))
    world.until(() => world.happened('missionDelivered').length === 1)
    expect(Math.max(...world.happened('orderWritten').map(({ order }) => order.nodes.length))).toBe(2)
    expect(world.robot(R1).refused).toEqual([])
  })
})

describe('a robot that charges', () => {
  const charging = (actions: string[]) => {
    const story = heardAt(twoFloors(), 'd1')
    story.does({ type: 'describeRobot', robotId: R1, limits: { actions } })
    story.does(says(R1, { charging: true }))
    story.does(bring('a5', 'a1'))
    return ordersIn(story.does(tick))
  }

  it('gets an order only when it has stopped', () => {
    expect(charging(['stopCharging'])).toEqual([])
    const story = heardAt(twoFloors(), 'd1')
    story.does(says(R1, { charging: true }))
    story.does(bring('a5', 'a1'))
    expect(ordersIn(story.does(tick))).toEqual([])
    expect(ordersIn(story.does(says(R1, { charging: false })))).toHaveLength(1)
  })

  it('gets it at once when it does not know how to stop', () => expect(charging(['pick'])).toHaveLength(1))
})
