/** What the messages of robots come down to. */
import { describe, expect, it } from 'vitest'
import type { RobotReport } from '#contracts/robots.ts'
import { hearFactsheet } from '#contracts/vda5050/factsheet.ts'
import { hearState } from '#contracts/vda5050/state.ts'
import { blamed, healthOf, limitsOf, poseOf, reportOf } from '#edge/core/fleet/translating.ts'
import { smallSite } from '#test/support/smallSite.ts'

const site = smallSite()
const [robot] = site.robots
if (!robot) throw new Error('the small hall has a robot')

const reported = (more: object = {}): RobotReport => {
  const heard = hearState(JSON.stringify({ orderId: '', operatingMode: 'AUTOMATIC', ...more }))
  if (!heard.ok) throw new Error(heard.problem)
  return reportOf(heard.message, site)
}
const told = (more: object) => {
  const heard = hearFactsheet(JSON.stringify(more))
  if (!heard.ok) throw new Error(heard.problem)
  return limitsOf(heard.message)
}

describe('a report', () => {
  it('treats an unknown mode as manual', () => {
    expect(reported({ operatingMode: 'DANCING' }).mode).toBe('manual')
    expect(reported({ operatingMode: 'teach_in' }).mode).toBe('teachin')
  })

  it('finds the node a robot stands on that names none of the hall', () => {
    const agvPosition = { x: 5.4, y: 16.2, theta: 0, mapId: 'F1', positionInitialized: true }
    expect(reported({ lastNodeId: '', agvPosition }).lastNodeId).toBe('n1')
    expect(reported({ lastNodeId: 'workshop', agvPosition }).lastNodeId).toBe('n1')
    expect(reported({ lastNodeId: 'n3', agvPosition }).lastNodeId).toBe('n3')
    expect(reported({ lastNodeId: '', agvPosition: { ...agvPosition, mapId: 'F7' } }).lastNodeId).toBe('')
    expect(reported({ lastNodeId: '', agvPosition: { ...agvPosition, positionInitialized: false } }).lastNodeId).toBe(
      '',
    )
  })

  it('keeps apart a robot that is not paused and one that does not say', () => {
    expect(reported({ paused: true }).paused).toBe(true)
    expect(reported({ paused: false }).paused).toBe(false)
    expect(reported({ paused: 'false' }).paused).toBe(false)
    expect(reported().paused).toBeUndefined()
    expect(reported({ paused: null }).paused).toBeUndefined()
  })

  it('sorts errors into faults and rejections', () => {
    const errorReferences = [{ referenceKey: 'orderId', referenceValue: 'R1-a-1' }]
    const errors = [
      { errorType: 'laser', errorLevel: 'FATAL' },
      { errorType: 'dusty', errorLevel: 'WARNING' },
      { errorType: 'noOrderToCancel', errorLevel: 'WARNING' },
      { errorType: 'orderError', errorLevel: 'WARNING', errorReferences },
    ]
    expect(reported({ errors })).toMatchObject({
      faults: ['laser'],
      rejections: [{ errorType: 'orderError', orderId: 'R1-a-1' }],
    })
  })
})

describe('a rejection that names no order', () => {
  it('is about the order just sent, unless it was there before', () => {
    const report = reported()
    const rejecting = reported({ errors: [{ errorType: 'orderError', errorLevel: 'WARNING' }] })
    expect(blamed(rejecting, report, 'R1-a-2').rejections).toEqual([{ errorType: 'orderError', orderId: 'R1-a-2' }])
    expect(blamed(rejecting, rejecting, 'R1-a-2').rejections).toEqual([{ errorType: 'orderError' }])
  })
})

describe('limits', () => {
  it('are read by their official names, seconds as milliseconds', () => {
    const protocolLimits = {
      maxStringLens: { idLen: 36 },
      maxArrayLens: { 'order.nodes': 10, 'order.edges': 12, 'state.nodeStates': 30 },
      timing: { minOrderInterval: 0.5, minStateInterval: 0.1 },
    }
    const agvActions = [{ actionType: 'cancelOrder' }, { actionType: 'pick' }, { actionScopes: [] }]
    expect(told({ protocolLimits, protocolFeatures: { agvActions } })).toEqual({
      nodes: 10,
      orderInterval: 500,
      idLength: 36,
      actions: ['cancelOrder', 'pick'],
    })
  })

  it('are the tightest of nodes, of edges and one, and of the nodes it can tell of', () => {
    const nodes = (maxArrayLens: object) => told({ protocolLimits: { maxArrayLens } }).nodes
    expect(nodes({ 'order.nodes': 10, 'order.edges': 4 })).toBe(5)
    expect(nodes({ 'order.nodes': '10', 'state.nodeStates': 6.9 })).toBe(6)
    expect(nodes({ 'order.nodes': 0, 'order.edges': 0 })).toBeUndefined()
  })

  it.each([
    ['an empty factsheet', {}],
    ['nulls', { protocolLimits: null, protocolFeatures: null }],
    ['lists instead', { protocolLimits: [], protocolFeatures: { agvActions: {} } }],
    ['no actions', { protocolFeatures: { agvActions: [] }, protocolLimits: { timing: { minOrderInterval: 'often' } } }],
  ])('are none by %s', (_, factsheet) => expect(told(factsheet)).toEqual({}))

  it('are not read from anything but an object', () => {
    for (const text of ['', '7', '[]', 'null']) expect(hearFactsheet(text).ok).toBe(false)
  })
})

describe('a pose', () => {
  const position = { x: 3, y: 4, theta: 1, mapId: 'F1', positionInitialized: true }
  it('is on a floor of the hall, and of a robot that knows where it is', () => {
    expect(poseOf(robot, position, true, site)).toMatchObject({ robotId: 'R1', floorId: 'F1', x: 3, y: 4 })
    expect(poseOf(robot, { ...position, mapId: 'cellar' }, true, site)).toBeUndefined()
    expect(poseOf(robot, { ...position, positionInitialized: false }, true, site)).toBeUndefined()
    expect(poseOf(robot, undefined, true, site)).toBeUndefined()
  })
})

describe('the health of a robot', () => {
  it.each([
    ['unknown', false, {}],
    ['fine', true, {}],
    ['urgent', true, { errors: [{ errorType: 'laser', errorLevel: 'FATAL' }] }],
    ['attention', true, { operatingMode: 'MANUAL' }],
    ['attention', true, { batteryState: { batteryCharge: 12, charging: false } }],
    ['fine', true, { batteryState: { batteryCharge: 12, charging: true } }],
  ])('is %s when online is %s and it says %j', (state, online, more) => {
    expect(healthOf(robot, online, reported(more))).toMatchObject({ partId: 'robot:R1', state })
  })
})
