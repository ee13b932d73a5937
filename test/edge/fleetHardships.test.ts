/** What radio, restarts and lost messages do to orders, over a real broker. */
import { describe, expect, it } from 'vitest'
import { soon } from '#test/support/eventually.ts'
import { missionId } from '#test/support/names.ts'
import { useBroker } from './fleetBroker.ts'
import { delivery, type FleetHall, fleetSite, openFleetHall, timesSaid } from './fleetHall.ts'
import { type HeardOrder, idleState, openPuppet, type Puppet, stateWith } from './fleetPuppet.ts'

const { broker, closedAfter } = useBroker()

/** A hall that knows a robot which stands at n0 and listens to nothing. */
const openDeafRobot = async (
  options: Parameters<typeof openFleetHall>[1] = {},
): Promise<{ hall: FleetHall; robot: Puppet }> => {
  const hall = closedAfter(await openFleetHall(broker.url, options))
  const robot = closedAfter(await openPuppet(broker.url))
  await robot.say('state', idleState)
  await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
  return { hall, robot }
}

const firstOrder = async (hall: FleetHall, robot: Puppet): Promise<HeardOrder> => {
  await hall.until(() => expect(robot.orders).not.toHaveLength(0))
  const [order] = robot.orders
  if (!order) throw new Error('an order was heard')
  return order
}

const withoutHead = ({ headerId, timestamp, ...order }: HeardOrder) => {
  expect(headerId).toBeTypeOf('number')
  expect(timestamp).toBeTypeOf('string')
  return order
}

describe('an order that gets lost', () => {
  it('is sent again with the same content, and no more once the state shows it', async () => {
    const { hall, robot } = await openDeafRobot()
    await hall.send(delivery())
    await hall.until(() => expect(timesSaid(hall, 'order sent')).toBeGreaterThanOrEqual(2))
    await robot.listen('order')
    await hall.until(() => expect(robot.orders.length).toBeGreaterThanOrEqual(2))

    const [first, second] = robot.orders
    if (!first || !second) throw new Error('two orders were heard')
    expect(withoutHead(second)).toEqual(withoutHead(first))
    expect(second.headerId).toBe(Number(first.headerId) + 1)

    await robot.say('state', stateWith(first))
    await hall.untilHappened('orderAcknowledged')
    const before = timesSaid(hall, 'order sent')
    await hall.pass(40)
    expect(timesSaid(hall, 'order sent')).toBe(before)
    expect(hall.eventsOf('missionAssigned')).toHaveLength(1)
  })

  it('is sent again after a restart of the hall, word for word, until it is acknowledged', async () => {
    const { hall, robot } = await openDeafRobot()
    await robot.listen('order')
    await hall.send(delivery())
    const first = await firstOrder(hall, robot)
    await hall.close()
    robot.orders.splice(0)

    const again = closedAfter(await openFleetHall(broker.url, { facts: hall.facts }))
    expect(withoutHead(await firstOrder(again, robot))).toEqual(withoutHead(first))
    await robot.say('state', stateWith(first))
    await again.untilHappened('orderAcknowledged')
    await again.close()

    const third = closedAfter(await openFleetHall(broker.url, { facts: hall.facts }))
    await robot.say('state', stateWith(first))
    await third.until(() => expect(third.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
    expect(timesSaid(third, 'order sent')).toBe(0)
  })

  it('is sent again at once when the bus is back, and when the robot is', async () => {
    const { hall, robot } = await openDeafRobot()
    await hall.send(delivery())
    await hall.until(() => expect(timesSaid(hall, 'order sent')).toBeGreaterThanOrEqual(4))
    const before = timesSaid(hall, 'order sent')
    await hall.loseBus()
    await soon(() => expect(timesSaid(hall, 'order sent')).toBe(before + 1))
    await robot.say('connection', { ...idleState, connectionState: 'ONLINE' })
    await soon(() => expect(timesSaid(hall, 'order sent')).toBe(before + 2))
  })
})

describe('an update', () => {
  it('goes on from the last released node, with the horizon replaced, when the way is free', async () => {
    const site = fleetSite({}, { homeNodeId: 'm10' })
    const { hall, robot } = await openDeafRobot({ site })
    const other = closedAfter(await openPuppet(broker.url, '002'))
    const blocking = { ...idleState, serialNumber: '002', lastNodeId: 'n2' }
    await other.say('state', blocking)
    await hall.until(() => expect(hall.readings.get('robot:R2')).toMatchObject({ state: 'fine' }))
    await robot.listen('order')
    await other.listen('order')
    await hall.send(delivery({ kind: 'guide', from: 'n0', to: 'W2' }))
    const first = await firstOrder(hall, robot)
    expect(first.nodes.some(({ released }) => !released)).toBe(true)
    await robot.say('state', stateWith(first))
    const away = await firstOrder(hall, other)
    await other.say('state', { ...stateWith(away, away.nodes.length - 1), serialNumber: '002' })
    await hall.until(() => expect(robot.orders.at(-1)?.orderUpdateId).toBeGreaterThan(0))

    const update = robot.orders.at(-1)
    const base = first.nodes.filter(({ released }) => released)
    expect(update?.orderId).toBe(first.orderId)
    expect(update?.nodes[0]).toEqual(base.at(-1))
    expect(update?.nodes.filter(({ released }) => released).length).toBeGreaterThan(1)
  })
})

describe('an order that is refused', () => {
  it('goes to another robot, and not again to the first', async () => {
    const { hall, robot } = await openDeafRobot({ site: fleetSite({}, { homeNodeId: 'n3' }) })
    await robot.listen('order')
    await hall.send(delivery())
    const order = await firstOrder(hall, robot)
    const other = closedAfter(await openPuppet(broker.url, '002'))
    await other.say('state', { ...idleState, serialNumber: '002', lastNodeId: 'n3' })
    await other.listen('order')
    const errorReferences = [{ referenceKey: 'orderId', referenceValue: order.orderId }]
    const errors = [{ errorType: 'validationError', errorLevel: 'WARNING', errorReferences }]
    await robot.say('state', { ...idleState, errors })
    await hall.untilHappened('orderRefused')
    const theirs = await firstOrder(hall, other)
    expect(theirs.orderId).toMatch(/^R2-/)
    expect(hall.eventsOf('missionAssigned').map(({ robotId }) => robotId)).toEqual(['R1', 'R2'])
  })
})

describe('a mission cancelled while its robot is silent', () => {
  it('sends cancelOrder under both names until the state lists it, and frees the robot when it is finished', async () => {
    const { hall, robot } = await openDeafRobot()
    await robot.listen('order')
    await hall.send(delivery())
    const order = await firstOrder(hall, robot)
    await robot.say('state', stateWith(order))
    await hall.untilHappened('orderAcknowledged')

    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await hall.until(() => expect(timesSaid(hall, 'cancelOrder sent')).toBeGreaterThanOrEqual(2))
    await robot.listen('instantActions')
    await hall.until(() => expect(robot.actions).not.toHaveLength(0))
    const { actions, instantActions } = robot.actions.at(-1) ?? {}
    expect(instantActions).toEqual(actions)
    const actionId = `${order.orderId}-cancel`
    expect(actions).toMatchObject([{ actionId, actionType: 'cancelOrder' }])

    const cancelling = (actionStatus: string) => ({ actionStates: [{ actionId, actionStatus }] })
    await robot.say('state', { ...stateWith(order), ...cancelling('RUNNING') })
    await hall.until(() => expect(robot.actions.length).toBeGreaterThan(0))
    await robot.say('state', { ...idleState, orderId: order.orderId, ...cancelling('FINISHED') })
    await hall.untilHappened('missionCancelled')
  })
})

describe('an order of a hall that lost its journal', () => {
  it('is cancelled, and only then is the robot sent anywhere', async () => {
    const { hall, robot } = await openDeafRobot()
    await robot.listen('order', 'instantActions')
    const nodeStates = [{ nodeId: 'n1', sequenceId: 2, released: true }]
    const edgeStates = [{ edgeId: 'n0-n1', sequenceId: 1, released: true }]
    const stray = { ...idleState, orderId: 'R1-old-7', nodeStates, edgeStates }
    await robot.say('state', stray)
    await hall.until(() => expect(hall.eventsOf('robotChanged').at(-1)?.robot.strayOrderId).toBe('R1-old-7'))
    await hall.send(delivery())
    const isStop = ({ actions = [] }: Puppet['actions'][number]) => actions[0]?.actionId === 'R1-old-7-stop'
    await hall.until(() => expect(robot.actions.some(isStop)).toBe(true))
    await hall.pass(10)
    expect(robot.orders).toEqual([])
    const actionStates = [{ actionId: 'R1-old-7-stop', actionStatus: 'FINISHED' }]
    await robot.say('state', { ...idleState, orderId: 'R1-old-7', actionStates })
    await hall.until(() => expect(robot.orders).not.toHaveLength(0))
  })

  it('is left alone when somebody else has given it', async () => {
    const { hall, robot } = await openDeafRobot()
    await robot.listen('order', 'instantActions')
    const nodeStates = [{ nodeId: 'dock', sequenceId: 2, released: true }]
    await robot.say('state', { ...idleState, orderId: 'workshop-7', nodeStates })
    await hall.until(() => expect(hall.eventsOf('robotChanged').at(-1)?.robot.strayOrderId).toBe('workshop-7'))
    await hall.send(delivery())
    await hall.pass(20)
    expect(robot.orders).toEqual([])
    expect(timesSaid(hall, 'cancelOrder sent')).toBe(0)
  })
})
