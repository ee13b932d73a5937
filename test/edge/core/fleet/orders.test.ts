/** The VDA 5050 order behind a course, and when a robot is done with one. */
import { describe, expect, it } from 'vitest'
import { RobotOrder } from '#contracts/courses.ts'
import { RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import { SiteFile } from '#contracts/siteChecks.ts'
import { SiteRobot } from '#contracts/siteFleet.ts'
import { isIdle, orderContent } from '#edge/core/fleet/orders.ts'
import { smallSite } from '#test/support/smallSite.ts'

const [paper] = smallSite().robots
const robot = (more: object = {}) => SiteRobot.parse({ ...paper, vdaVersion: '2.1.0', ...more })

const order = (more: object = {}): RobotOrder =>
  RobotOrder.parse({
    orderId: 'R1-a-1',
    orderUpdateId: 0,
    from: 0,
    nodes: ['n0', 'n1', 'n2', 'n3'],
    released: 2,
    ...more,
  })

/** The small hall with a lift between n3 and an upper floor. */
const withLift = (): Site => {
  const site = smallSite()
  const names = { zh: '二楼', en: 'Upper floor' }
  const lobby = { nodeId: 'u0', place: { floorId: 'F2', x: 24, y: 13 } }
  return SiteFile.parse({
    ...site,
    floors: [...site.floors, { floorId: 'F2', names, level: 1, width: 30, depth: 20 }],
    lifts: [{ liftId: 'L1', names, floorIds: ['F1', 'F2'] }],
    routeNodes: [
      ...site.routeNodes,
      ...['F1', 'F2'].map((floorId) => ({ nodeId: `L1-${floorId}`, place: { floorId, x: 26, y: 13 }, liftId: 'L1' })),
      lobby,
    ],
    routeEdges: [
      ...site.routeEdges,
      { from: 'n3', to: 'L1-F1' },
      { from: 'L1-F1', to: 'L1-F2' },
      { from: 'L1-F2', to: 'u0' },
    ],
  })
}

describe('an order', () => {
  const { nodes, edges } = orderContent(order(), robot(), smallSite())

  it('counts nodes and edges in turn', () => {
    expect(nodes.map(({ sequenceId }) => sequenceId)).toEqual([0, 2, 4, 6])
    expect(edges.map(({ sequenceId, startNodeId, endNodeId }) => [sequenceId, startNodeId, endNodeId])).toEqual([
      [1, 'n0', 'n1'],
      [3, 'n1', 'n2'],
      [5, 'n2', 'n3'],
    ])
  })

  it('releases its base, with the edges between, and shows the horizon', () => {
    expect(nodes.map(({ released }) => released)).toEqual([true, true, false, false])
    expect(edges.map(({ released }) => released)).toEqual([true, false, false])
  })

  it('lets a robot start from the middle of the longest edge of its first node, and nowhere else', () => {
    expect(nodes[0]?.nodePosition).toMatchObject({ x: 2, y: 16, mapId: 'F1', allowedDeviationXY: 4 })
    expect(nodes[1]?.nodePosition).toEqual({ x: 5, y: 16, mapId: 'F1' })
    const [first] = orderContent(order(), robot({ vdaVersion: '2.0.0' }), smallSite()).nodes
    expect(first?.nodePosition).toMatchObject({ allowedDeviationXy: 4 })
  })

  it('is the same each time', () => {
    expect(orderContent(order(), robot(), smallSite())).toEqual(orderContent(order(), robot(), smallSite()))
  })
})

describe('an update', () => {
  const before = orderContent(order(), robot(), smallSite())
  const update = orderContent(
    order({ orderUpdateId: 1, from: 1, nodes: ['n1', 'n2', 'n3'], released: 3 }),
    robot(),
    smallSite(),
  )

  it('goes on from the last node of the base, unchanged', () => {
    expect(update.nodes[0]).toEqual(before.nodes[1])
    expect(update.nodes.map(({ sequenceId }) => sequenceId)).toEqual([2, 4, 6])
    expect(update.edges.map(({ sequenceId }) => sequenceId)).toEqual([3, 5])
  })
})

describe('a stop', () => {
  const actionsOf = (more: object, profile = 'standard') =>
    orderContent(order(more), robot({ profile }), smallSite()).nodes.map(({ actions }) => actions)

  it('is an action at the last node alone', () => {
    const [first, last] = actionsOf({ nodes: ['n0', 'n1'], stop: 'pick' })
    expect(first).toEqual([])
    expect(last).toMatchObject([{ actionId: 'R1-a-1-pick', actionType: 'pick', blockingType: 'HARD' }])
  })

  it('says what the profile of the robot asks for', () => {
    const parameters = (profile: string) => actionsOf({ nodes: ['n0', 'n1'], stop: 'drop' }, profile)[1]?.[0]
    expect(parameters('standard')?.actionParameters).toEqual([
      { key: 'stationType', value: 'floor' },
      { key: 'loadType', value: 'EPAL' },
    ])
    expect(parameters('strict')?.actionParameters).toEqual([])
  })
})

describe('a ride', () => {
  const ride = (profile: object) =>
    orderContent(order({ nodes: ['n3', 'L1-F1', 'L1-F2', 'u0'], released: 4 }), robot(profile), withLift())

  it('tells a robot that needs it on which floor it is when it has arrived, and once', () => {
    const actions = ride({}).nodes.map((node) => node.actions)
    expect(actions.map((list) => list.length)).toEqual([0, 0, 1, 0])
    expect(actions[2]?.[0]).toMatchObject({
      actionId: 'R1-a-1-map-2',
      actionType: 'initPosition',
      blockingType: 'HARD',
    })
    expect(actions[2]?.[0]?.actionParameters).toContainEqual({ key: 'mapId', value: 'F2' })
    expect(actions[2]?.[0]?.actionParameters).toContainEqual({ key: 'lastNodeId', value: 'L1-F2' })
  })

  it('has the map of each floor in the positions of its nodes', () => {
    expect(ride({}).nodes.map(({ nodePosition }) => nodePosition?.mapId)).toEqual(['F1', 'F1', 'F2', 'F2'])
  })
})

describe('a robot is done with its order', () => {
  const report = (more: object = {}) =>
    RobotReport.parse({
      orderId: 'R1-a-1',
      orderUpdateId: 0,
      mode: 'automatic',
      batteryPercent: 80,
      charging: false,
      lastNodeId: 'n1',
      nodesLeft: 0,
      edgesLeft: 0,
      actions: [],
      faults: [],
      rejections: [],
      ...more,
    })
  const action = (actionId: string, status: string) => ({ actions: [{ actionId, status }] })

  it.each([
    ['nothing of it is ahead', true, {}],
    ['its horizon is still there', false, { nodesLeft: 1, edgesLeft: 1 }],
    ['its action is running', false, action('R1-a-1-pick', 'running')],
    ['its action has failed', true, action('R1-a-1-pick', 'failed')],
    ['its cancel is running', false, action('R1-a-1-cancel', 'running')],
    ['its cancel waits for something to cancel', true, action('R1-a-1-cancel', 'waiting')],
    ['another action is running', true, action('R1-startPause-7', 'running')],
  ])('when %s: %s', (_, expected, more) => expect(isIdle(report(more))).toBe(expected))
})
