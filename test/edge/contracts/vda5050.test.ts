/** VDA 5050 as we write it, against the official schemas where they are at hand, and as we read what robots send. */
import { describe, expect, it } from 'vitest'
import { RobotOrder } from '#contracts/courses.ts'
import { hearConnection } from '#contracts/vda5050/connection.ts'
import type { VdaVersion } from '#contracts/vda5050/header.ts'
import { InstantActions } from '#contracts/vda5050/instantActions.ts'
import { Order } from '#contracts/vda5050/order.ts'
import { hearState } from '#contracts/vda5050/state.ts'
import { hearVisualization } from '#contracts/vda5050/visualization.ts'
import { orderContent } from '#edge/core/fleet/orders.ts'
import { createWriting, longestIdIn } from '#edge/fleet/messages.ts'
import { takeOrder } from '#simulators/robot/accepting.ts'
import { createTelling } from '#simulators/robot/telling.ts'
import { createVehicle } from '#simulators/robot/vehicle.ts'
import { NINE } from '#test/support/given.ts'
import { createJudge, haveSchemas } from '#test/support/officialSchemas.ts'
import { smallSite } from '#test/support/smallSite.ts'

const VERSIONS: VdaVersion[] = ['2.0.0', '2.1.0']

const site = smallSite()
const [robot] = site.robots
if (!robot) throw new Error('the small hall has a robot')

const order = RobotOrder.parse({
  orderId: 'R1-a-1',
  orderUpdateId: 0,
  from: 0,
  nodes: ['n0', 'n1', 'n2', 'n3'],
  released: 4,
  stop: 'pick',
})
const ahead = { ...order, stop: undefined, released: 2 }

/** Everything we and our simulated robot put on the bus, by the name of its schema. */
const messagesIn = (version: VdaVersion): [name: string, message: unknown][] => {
  const paper = { ...robot, vdaVersion: version }
  const writing = createWriting(paper)
  const written = (content: typeof order): unknown =>
    JSON.parse(writing.order(orderContent(content, paper, site), NINE))
  const vehicle = createVehicle({ start: { nodeId: 'n0', mapId: 'F1', x: 2, y: 16 }, speedMps: 1 })
  takeOrder(vehicle, written(order))
  takeOrder(vehicle, { nonsense: true })
  const told = createTelling(vehicle, paper, () => NINE)
  return [
    ['order', written(order)],
    ['order', written(ahead)],
    ['instantActions', JSON.parse(writing.instantAction('cancelOrder', 'R1-a-1-cancel', NINE))],
    ['connection', told.connection('ONLINE')],
    ['state', told.state()],
    ['visualization', told.visualization()],
    ['factsheet', told.factsheet()],
  ]
}

describe.each(VERSIONS)('a message of ours in %s', (version) => {
  const messages = messagesIn(version)
  const judged = createJudge(version)

  it.runIf(haveSchemas).each(messages)('is valid by the official schema: %s', (name, message) => {
    expect(judged(name, message)).toEqual([])
  })

  it.runIf(haveSchemas)('is held to the schema: a wrong one is not valid', () => {
    expect(judged('order', { ...Order.parse(messages[0]?.[1]), nodes: [{}] })).not.toEqual([])
    expect(judged('instantActions', { actions: [{ actionId: 'x' }] })).not.toEqual([])
  })

  it('is valid by our own: an order and an instant action', () => {
    expect(Order.safeParse(messages[0]?.[1]).error).toBeUndefined()
    expect(InstantActions.safeParse(messages[2]?.[1]).error).toBeUndefined()
  })

  it('names the deviation as its version does', () => {
    const name = version === '2.0.0' ? 'allowedDeviationXy' : 'allowedDeviationXY'
    expect(messages[0]?.[1]).toMatchObject({ version, nodes: [{ nodePosition: { [name]: 4 } }, {}, {}, {}] })
  })
})

describe('an order that breaks the rules', () => {
  const [first] = messagesIn('2.1.0')
  const order = Order.parse(first?.[1])
  const [n0, n1, n2, n3] = order.nodes
  if (!n0 || !n1 || !n2 || !n3) throw new Error('four nodes')

  it.each([
    ['a gap in the count', { ...order, nodes: [n0, n1, n2, { ...n3, sequenceId: 8 }] }],
    ['an edge too many', { ...order, nodes: [n0, n1, n2] }],
    ['an unreleased node in the base', { ...order, nodes: [n0, { ...n1, released: false }, n2, n3] }],
    ['an edge that leads out of the base', { ...order, nodes: [n0, n1, n2, { ...n3, released: false }] }],
  ])('is not sent: %s', (_, broken) => expect(Order.safeParse(broken).success).toBe(false))
})

describe('hearing a state', () => {
  const good = {
    orderId: 'R1-a-1',
    orderUpdateId: 0,
    lastNodeId: 'n0',
    nodeStates: [{}, {}],
    edgeStates: [{}],
    driving: true,
    actionStates: [{ actionId: 'a', actionStatus: 'RUNNING' }],
    batteryState: { batteryCharge: 50, charging: false },
    operatingMode: 'AUTOMATIC',
    errors: [],
  }
  const heard = (more: object) => {
    const state = hearState(JSON.stringify({ ...good, ...more }))
    if (!state.ok) throw new Error(state.path)
    return state
  }

  it('takes nulls, words for numbers and missing lists for what they mean', () => {
    const { message } = heard({ orderId: null, nodeStates: null, edgeStates: undefined, errors: null, driving: null })
    expect(message).toMatchObject({ orderId: '', nodeStates: [], edgeStates: [], errors: [], driving: false })
    expect(heard({ batteryState: { batteryCharge: ' 41.5', charging: 'true' } }).message.batteryState).toEqual({
      batteryCharge: 41.5,
      charging: true,
    })
    expect(heard({ operatingMode: 'Teach_In' }).message.operatingMode).toBe('TEACHIN')
  })

  it('drops what it cannot read of a list, and keeps the rest', () => {
    const actionStates = ['?', { actionId: 7, actionStatus: 'finished' }, { actionId: 'b', actionStatus: 'ASLEEP' }]
    expect(heard({ actionStates }).message.actionStates).toEqual([{ actionId: '7', actionStatus: 'FINISHED' }])
  })

  it('keeps a record of where it is not as the standard says', () => {
    expect(heard({}).violations).toContain('headerId')
    expect(heard({ batteryState: null }).violations).toContain('batteryState')
    const [, state] = messagesIn('2.1.0').find(([name]) => name === 'state') ?? []
    expect(hearState(JSON.stringify(state))).toMatchObject({ ok: true, violations: [] })
  })

  it.each([
    ['not JSON', '{'],
    ['no object', '[]'],
    ['no order named', JSON.stringify({ ...good, orderId: undefined })],
    ['nodes that are no list', JSON.stringify({ ...good, nodeStates: 'n1' })],
    ['actions that are no list', JSON.stringify({ ...good, actionStates: {} })],
  ])('gives up on %s', (_, text) => expect(hearState(text).ok).toBe(false))
})

describe('hearing the other topics', () => {
  it('knows the connection states of 2.x and 3.0', () => {
    for (const connectionState of ['CONNECTIONBROKEN', 'CONNECTION_BROKEN']) {
      const heard = hearConnection(JSON.stringify({ connectionState }))
      expect(heard).toMatchObject({ ok: true, message: { connectionState: 'CONNECTIONBROKEN' } })
    }
    expect(hearConnection('{"connectionState":"HIBERNATING"}').ok).toBe(false)
  })

  it('takes a visualization without a readable place as one without a place', () => {
    const heard = hearVisualization('{"agvPosition":{"x":null,"y":2,"mapId":"F1"}}')
    expect(heard).toMatchObject({ ok: true, message: {} })
    expect(heard.ok && heard.message.agvPosition).toBeUndefined()
  })
})

describe('instant actions', () => {
  const keysFor = (more: object) => {
    const writing = createWriting({ ...robot, ...more })
    const message: unknown = JSON.parse(writing.instantAction('cancelOrder', 'x', NINE))
    return ['actions', 'instantActions'].filter((key) => typeof message === 'object' && message && key in message)
  }

  it('stand under the keys of the profile, in 2.1.0 always under its own too', () => {
    expect(keysFor({})).toEqual(['actions', 'instantActions'])
    expect(keysFor({ profile: 'strict' })).toEqual(['actions'])
    expect(keysFor({ profile: 'missionDispatch' })).toEqual(['instantActions'])
    expect(keysFor({ profile: 'missionDispatch', vdaVersion: '2.1.0' })).toEqual(['actions', 'instantActions'])
    expect(keysFor({ instantActionsKey: 'actions' })).toEqual(['actions'])
  })
})

describe('the head of a message', () => {
  it('counts each topic by itself', () => {
    const writing = createWriting(robot)
    const headerId = (text: string) => Order.shape.headerId.parse(JSON.parse(text).headerId)
    const say = () => headerId(writing.order(orderContent(order, robot, site), NINE))
    const act = () => headerId(writing.instantAction('cancelOrder', 'x', NINE))
    expect([say(), say(), act(), say(), act()]).toEqual([0, 1, 0, 2, 1])
  })
})

describe('the longest id of a message', () => {
  it('is of whatever it names', () => {
    const writing = createWriting(robot)
    expect(longestIdIn(writing.order(orderContent(order, robot, site), NINE))).toBe('R1-a-1-pick')
    expect(longestIdIn(writing.instantAction('cancelOrder', 'R1-a-1-cancel', NINE))).toBe('R1-a-1-cancel')
  })
})
