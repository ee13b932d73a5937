/** Robots that are heard, silent, moved, driven by hand, paused and faulty. */
import { describe, expect, it } from 'vitest'
import { SECOND } from '#contracts/durations.ts'
import { tick } from '#test/support/asking.ts'
import { createFleetWorld } from './fleetWorld.ts'
import { bring, heardAt, isSilent, M1, R1, R2, robotOf, says, twoFloors } from './floors.ts'
import { along, orderOf, ordersIn } from './ordered.ts'

/** R1 on its way from a1 to a5, two steps of it released. */
const driving = () => {
  const story = heardAt(twoFloors({ robots: [{}, {}] }), 'a1')
  story.does(bring('a5', 'a1'))
  story.does(tick)
  story.does(along(story, 1))
  return story
}
const courseOf = (story: ReturnType<typeof driving>) => story.hall.courses.get(R1)

describe('a robot heard for the first time', () => {
  it('stands where it says, with nothing else its own', () => {
    const story = heardAt(twoFloors(), 'a3')
    expect(courseOf(story)).toEqual({ steps: [{ nodeId: 'a3', turn: 0 }], released: 1 })
  })

  it('counts as empty until it says how full it is, and stands nowhere until it says where', () => {
    const story = heardAt(twoFloors())
    story.does({ type: 'reportRobot', robotId: R1, online: true })
    expect(story.hall.robots.get(R1)).toMatchObject({ online: true, batteryPercent: 0 })
    expect(courseOf(story)).toBeUndefined()
  })

  it('is nothing to the hall while it is only said to be gone, or is none of the site', () => {
    const story = heardAt(twoFloors())
    story.does(tick)
    expect(story.does(isSilent(R1))).toEqual([])
    expect(story.does(says(R2))).toEqual([])
    expect(story.hall.robots.size).toBe(0)
  })

  it('says nothing new by saying the same again', () => {
    const story = heardAt(twoFloors(), 'd1')
    expect(story.does(says(R1, { batteryPercent: 100 }))).toEqual([])
    expect(story.does(says(R1, { batteryPercent: 99 }))).toMatchObject([{ robot: { batteryPercent: 95 } }])
    expect(story.does(says(R1, { batteryPercent: 95 }))).toEqual([])
  })
})

describe('a robot on its way', () => {
  it('leaves behind what it has passed, and keeps the rest', () => {
    const story = driving()
    expect(courseOf(story)).toMatchObject({
      steps: [{ nodeId: 'a2' }, { nodeId: 'a3' }],
      released: 2,
      order: { at: 1 },
    })
  })

  it('keeps all of it while it does not know where it is', () => {
    const story = driving()
    const before = courseOf(story)
    story.does(along(story, 1, { lastNodeId: '' }))
    expect(courseOf(story)).toEqual(before)
    expect(story.hall.robots.get(R1)).not.toHaveProperty('nodeId')
  })

  it('that is put down elsewhere stands there, and all plans are made anew', () => {
    const story = driving()
    const order = orderOf(story)
    const events = story.does(along(story, 1, { lastNodeId: 'd3', nodesLeft: 0, edgesLeft: 0 }))
    expect(events).toContainEqual({ type: 'robotPlaced', robotId: 'R1', nodeId: 'd3' })
    expect(courseOf(story)).toMatchObject({ steps: [{ nodeId: 'd3' }], released: 1 })
    expect(ordersIn(story.does(tick))).toMatchObject([{ orderUpdateId: 0, nodes: ['d3', 'a3', 'a4'] }])
    expect(orderOf(story).orderId).not.toBe(order.orderId)
  })

  it('is told no more while it is silent, and nobody is let onto its way', () => {
    const story = driving()
    story.does(isSilent(R1))
    story.does(says(R2, { lastNodeId: 'd2' }))
    story.does(bring('a3', 'a1'))
    for (let second = 0; second < 5; second++) expect(ordersIn(story.does(tick))).toEqual([])
    expect(courseOf(story)).toMatchObject({ steps: [{ nodeId: 'a2' }, { nodeId: 'a3' }], released: 2 })
    expect(
      ordersIn(
        story.facts.map(({ event }) => event),
        R2,
      ),
    ).toEqual([])
  })
})

describe('a robot that returns after half a minute', () => {
  const away = () => {
    const story = driving()
    story.does(isSilent(R1))
    story.does(tick, story.at + 30 * SECOND)
    expect(robotOf(story)).toBe('R1')
    return story
  }

  it('goes on with its order where it was', () => {
    const story = away()
    story.does(along(story, 1))
    expect(orderOf(story)).toMatchObject({ orderUpdateId: 0 })
    expect(ordersIn(story.does(along(story, 1)))).toEqual([])
    expect(ordersIn(story.does(tick))).toMatchObject([{ orderUpdateId: 1, from: 2, nodes: ['a3', 'a4'] }])
  })

  it('starts anew from where it has been put', () => {
    const story = away()
    story.does(along(story, 1, { lastNodeId: 'd3', nodesLeft: 0, edgesLeft: 0 }))
    expect(ordersIn(story.does(tick))).toMatchObject([{ orderUpdateId: 0, nodes: ['d3', 'a3', 'a4'] }])
    expect(robotOf(story)).toBe('R1')
  })

  it('is stopped first when it drives by an order that is no longer its own', () => {
    const story = away()
    const older = { orderId: 'R1-older', lastNodeId: 'a2', nodesLeft: 2, edgesLeft: 2 }
    story.does(says(R1, older))
    expect(story.hall.robots.get(R1)).toMatchObject({ strayOrderId: 'R1-older' })
    expect(ordersIn(story.does(tick))).toEqual([])
    story.does(says(R1, { ...older, nodesLeft: 0, edgesLeft: 0 }))
    expect(story.hall.robots.get(R1)).not.toHaveProperty('strayOrderId')
    story.does(tick)
    expect(orderOf(story)).toMatchObject({ orderUpdateId: 0, nodes: ['a2', 'a3'] })
  })

  it('is told to stop that order, and then goes on', () => {
    const world = createFleetWorld(twoFloors())
    const id = world.ask(bring('a5', 'a1'))
    const nodes = ['d1', 'a1', 'a2']
    world.robot(R1).hear({
      orderId: 'R1-of-before',
      orderUpdateId: 0,
      nodes: nodes.map((nodeId, i) => ({ nodeId, sequenceId: 2 * i, released: i === 0, actions: [] })),
      edges: [],
    })
    world.until(() => world.stateOf(id) === 'delivered', 120)
    expect(world.robot(R1).refused).toEqual([])
  })
})

describe('a robot that cannot be driven', () => {
  it.each([
    ['driven by hand', { mode: 'manual' as const }],
    ['paused by its button', { paused: true }],
    ['faulty', { faults: ['laser'] }],
  ])('because it is %s is told nothing, and goes on afterwards', (_, trouble) => {
    const story = driving()
    story.does(along(story, 1, trouble))
    story.does(along(story, 2, trouble))
    for (let second = 0; second < 3; second++) expect(ordersIn(story.does(tick))).toEqual([])
    const restored = { mode: 'automatic' as const, paused: false, faults: [] }
    story.does(says(R1, { lastNodeId: 'a3', ...restored }))
    story.does(tick)
    story.does(tick)
    expect(ordersIn(story.facts.map(({ event }) => event)).length).toBeGreaterThan(1)
    expect(orderOf(story).nodes[0]).toBe('a3')
  })

  it('since somebody has asked it to stand still goes on when asked to', () => {
    const world = createFleetWorld(twoFloors())
    const id = world.ask(bring('a5', 'a1'))
    world.until(() => world.robot(R1).report.lastNodeId === 'a1')
    world.send({ type: 'pauseRobot', robotId: R1 })
    world.until(() => world.robot(R1).report.paused === true, 5)
    const here = world.robot(R1).report.lastNodeId
    for (let second = 0; second < 20; second++) world.tick()
    expect(world.robot(R1).report.lastNodeId).toBe(here)
    world.send({ type: 'resumeRobot', robotId: R1 })
    world.until(() => world.stateOf(id) === 'delivered', 120)
  })

  it('since it is faulty, with its mission not begun, gives it to another', () => {
    const story = driving()
    story.does(says(R2, { lastNodeId: 'd2' }))
    expect(story.does(along(story, 1, { faults: ['laser'] }))).toContainEqual({
      type: 'missionHeld',
      missionId: M1,
      why: {},
      after: 'robotUnfit',
    })
    story.does(tick)
    expect(robotOf(story)).toBe('R2')
  })
})
