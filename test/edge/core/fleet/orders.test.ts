/** The VDA 5050 order of a mission, and what a robot still has to be told. */
import { describe, expect, it } from 'vitest'
import { Mission } from '#contracts/missions.ts'
import type { RobotReport } from '#contracts/robots.ts'
import { isOngoing, type Ongoing } from '#edge/core/fleet/missions.ts'
import { orderOf } from '#edge/core/fleet/orders.ts'
import { blamed } from '#edge/core/fleet/translating.ts'
import { wanted } from '#edge/core/fleet/wanting.ts'
import { smallSite } from '#test/support/smallSite.ts'

const mission = (more = {}): Ongoing => {
  const errand = {
    robotId: 'R1',
    orderId: 'M0001-1',
    orderUpdateId: 0,
    path: ['n1', 'n0', 'n1', 'n2'],
    pickAt: 1,
    dropAt: 3,
    acknowledged: false,
  }
  const read = Mission.parse({
    missionId: 'M0001',
    kind: 'delivery',
    from: 'n0',
    to: 'W2',
    priority: 0,
    requestedAt: 0,
    state: 'assigned',
    cancelAsked: false,
    errand,
    ...more,
  })
  if (!isOngoing(read)) throw new Error('a mission on its way')
  return read
}

const report: RobotReport = {
  orderId: 'M0001-1',
  orderUpdateId: 0,
  mode: 'automatic',
  batteryPercent: 80,
  charging: false,
  lastNodeId: 'n0',
  nodesLeft: 3,
  edgesLeft: 3,
  actions: [],
  faults: [],
  rejections: [],
}

describe('an order', () => {
  const { nodes, edges } = orderOf(mission(), smallSite(), '2.1.0')

  it('counts nodes and edges in turn and releases them all', () => {
    expect(nodes.map(({ sequenceId }) => sequenceId)).toEqual([0, 2, 4, 6])
    expect(edges.map(({ sequenceId, startNodeId, endNodeId }) => [sequenceId, startNodeId, endNodeId])).toEqual([
      [1, 'n1', 'n0'],
      [3, 'n0', 'n1'],
      [5, 'n1', 'n2'],
    ])
    expect([...nodes, ...edges].every(({ released }) => released)).toBe(true)
  })

  it('picks and drops where the mission says, and nowhere else', () => {
    expect(nodes.map(({ actions }) => actions.map(({ actionId }) => actionId))).toEqual([
      [],
      ['M0001-1-pick'],
      [],
      ['M0001-1-drop'],
    ])
  })

  it('lets a robot start from the middle of the longest edge of its first node', () => {
    expect(nodes[0]?.nodePosition).toMatchObject({ x: 5, y: 16, mapId: 'F1', allowedDeviationXY: 6 })
    expect(nodes[1]?.nodePosition).toEqual({ x: 2, y: 16, mapId: 'F1' })
  })

  it('has no actions when a robot guides somebody', () => {
    const guide = orderOf(mission({ kind: 'guide' }), smallSite(), '2.0.0')
    expect(guide.nodes.flatMap(({ actions }) => actions)).toEqual([])
  })

  it('is the same each time', () => {
    expect(orderOf(mission(), smallSite(), '2.1.0')).toEqual(orderOf(mission(), smallSite(), '2.1.0'))
  })
})

describe('what a robot has to be told', () => {
  const acknowledged = mission({ errand: { ...mission().errand, acknowledged: true } })

  it('is the order until it is shown or acknowledged', () => {
    expect(wanted(true, mission(), { ...report, orderId: '' })).toEqual([{ say: 'order', mission: mission() }])
    expect(wanted(true, mission(), report)).toEqual([])
    expect(wanted(true, acknowledged, report)).toEqual([])
  })

  it('is to stop an order of ours that no mission is behind, but not one of others', () => {
    expect(wanted(true, undefined, report)).toEqual([{ say: 'cancelOrder', actionId: 'M0001-1-stop' }])
    expect(wanted(true, undefined, { ...report, orderId: 'workshop-7' })).toEqual([])
    expect(wanted(true, undefined, { ...report, nodesLeft: 0, edgesLeft: 0 })).toEqual([])
  })

  it('is to say how it is, when it is there and has not', () => {
    expect(wanted(true, undefined, undefined)).toEqual([{ say: 'stateRequest' }])
    expect(wanted(false, undefined, undefined)).toEqual([])
  })
})

describe('a rejection that names no order', () => {
  it('is about the order just sent, unless it was there before', () => {
    const rejecting = { ...report, rejections: [{ errorType: 'orderError' }] }
    expect(blamed(rejecting, report, 'M0002-1').rejections).toEqual([{ errorType: 'orderError', orderId: 'M0002-1' }])
    expect(blamed(rejecting, rejecting, 'M0002-1').rejections).toEqual([{ errorType: 'orderError' }])
  })
})
