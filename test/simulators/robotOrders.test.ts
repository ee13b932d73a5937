/** How our simulated robot keeps the rules of orders, over a real broker: VDA 5050 2.1, 6.6. */
import { describe, expect, it } from 'vitest'
import { useBus } from './bus.ts'
import { action, order } from './orders.ts'
import { openRobot } from './robotOnBus.ts'

const bus = useBus()

describe('a base that comes to its end', () => {
  it('stops the robot on its last node, whatever the horizon', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('abCD')
    await after(600, { lastNodeId: 'b', driving: false, nodeStates: [{ nodeId: 'c' }, { nodeId: 'd' }] })
    await after(600, { lastNodeId: 'b', agvPosition: { x: 10 } })
  })

  it('is told of before it is reached, and not where there is no horizon', async () => {
    const { drive, after, until } = await openRobot(bus)
    await drive('abcD')
    await after(16, { driving: true, lastNodeId: 'b', newBaseRequest: false })
    await after(2, { driving: true, lastNodeId: 'b', newBaseRequest: true })
    await drive('cd', { orderUpdateId: 1, from: 4 })
    await until({ newBaseRequest: false })
    await after(11, { lastNodeId: 'c', newBaseRequest: false })
  })

  it('is never felt when the update comes in time', async () => {
    const { drive, after, said } = await openRobot(bus)
    await drive('abC')
    await after(9, { driving: true })
    await drive('bcd', { orderUpdateId: 1, from: 2 })
    await after(22, { lastNodeId: 'd', driving: false, nodeStates: [], edgeStates: [] })
    const drivings = said('state').map(({ driving }) => driving)
    expect(drivings.filter((driving, i) => driving !== drivings[i - 1])).toEqual([false, true, false])
  })
})

describe('an update', () => {
  it('may begin with a node the robot has passed, when that is the last of its base', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('ab')
    await after(20, { lastNodeId: 'b', nodeStates: [] })
    await drive('bc', { orderUpdateId: 1, from: 2 })
    await after(20, { orderUpdateId: 1, lastNodeId: 'c', lastNodeSequenceId: 4, errors: [] })
  })

  it('leaves the node in common as it was first sent, and takes back what the horizon promised', async () => {
    const { drive, after, until } = await openRobot(bus)
    await drive('abC', { at: { c: [action('pick')] } })
    await until({ actionStates: [{ actionStatus: 'WAITING' }] })
    await drive('bd', { orderUpdateId: 1, from: 2, at: { b: [action('drop')] } })
    await after(60, { lastNodeId: 'd', actionStates: [], loads: [], errors: [] })
  })

  it('is refused when it begins elsewhere, is older, or is of a cancelled order', async () => {
    const { drive, refuses, act, after } = await openRobot(bus)
    await drive('abc', { orderUpdateId: 3 })
    await refuses(order('bc', { orderUpdateId: 4, from: 2 }), 'orderUpdateError')
    await refuses(order('cd', { orderUpdateId: 2, from: 4 }), 'orderUpdateError', 'orderUpdateError')
    await act(action('cancelOrder'))
    await after(1, { orderId: 'o1', orderUpdateId: 3, nodeStates: [], edgeStates: [], driving: false })
    await refuses(order('ab', { orderUpdateId: 4 }), 'orderUpdateError', 'orderUpdateError', 'orderUpdateError')
    await drive('ab', { orderId: 'o2' })
    await after(20, { lastNodeId: 'b', errors: [] })
  })

  it('is told of once, however often it is refused', async () => {
    const { drive, refuses, act, last } = await openRobot(bus)
    await drive('abc')
    for (let times = 0; times < 3; times += 1) await refuses(order('ab', { orderId: 'o2' }), 'orderError')
    await act(action('stateRequest'))
    expect(last('state')?.errors).toHaveLength(1)
  })
})

describe('an order', () => {
  it('is refused where it is longer than the robot can remember, as its factsheet says', async () => {
    const limits = { 'order.nodes': 4, 'state.nodeStates': 3, 'node.actions': 1 }
    const { drive, refuses, untilSaid } = await openRobot(bus, { limits })
    await untilSaid('factsheet', { protocolLimits: { maxArrayLens: limits } })
    await refuses(order('abcDE'), 'orderError')
    await refuses(order('abcd'), 'orderError', 'orderError')
    const two = [action('stopCharging'), action('stopCharging')]
    await refuses(order('ab', { at: { b: two } }), 'orderError', 'orderError', 'orderError')
    await drive('abcD')
  })

  it('is refused with a field it cannot use, and with an edge that leads elsewhere', async () => {
    const { refuses } = await openRobot(bus)
    const { edges, ...rest } = order('ab')
    const [edge] = edges
    await refuses({ ...rest, edges: [{ ...edge, trajectory: { degree: 1 } }] }, 'orderError')
    await refuses({ ...rest, edges: [{ ...edge, endNodeId: 'z' }] }, 'orderError', 'validationError')
  })

  it('is refused with an action it does not know, wants on an edge, or cannot read', async () => {
    const { refuses, until } = await openRobot(bus)
    await refuses(order('ab', { at: { b: [action('dance')] } }), 'orderError', 'actionNotSupported')
    await refuses(
      order('ab', { onEdges: [action('pick')] }),
      ...['orderError', 'actionNotSupported', 'orderError', 'actionNotSupported'],
    )
    const nowhere = order('ab', { at: { b: [action('initPosition', { x: 1 })] } })
    await refuses(nowhere, ...Array(2).fill(['orderError', 'actionNotSupported']).flat(), 'orderError')
    await until({ orderId: '', nodeStates: [] })
  })

  it('begins within reach of where the robot stands, and not beyond', async () => {
    const { robot, drive, refuses, after, act } = await openRobot(bus)
    await drive('abc')
    await after(6, { driving: true })
    await act(action('cancelOrder'))
    await refuses(order('ab', { orderId: 'o2' }), 'noRouteError')
    robot.moveTo({ mapId: 'F1', x: 2, y: 0 })
    await drive('ab', { orderId: 'o2' })
    await after(20, { lastNodeId: 'b', errors: [] })
  })
})
