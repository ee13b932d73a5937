/** VDA 5050 as we write it, against the official schemas where they are at hand, and as we read what robots send. */
import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { Mission } from '#contracts/missions.ts'
import { hearConnection } from '#contracts/vda5050/connection.ts'
import type { VdaVersion } from '#contracts/vda5050/header.ts'
import { InstantActions } from '#contracts/vda5050/instantActions.ts'
import { Order } from '#contracts/vda5050/order.ts'
import { hearState } from '#contracts/vda5050/state.ts'
import { hearVisualization } from '#contracts/vda5050/visualization.ts'
import { isOngoing } from '#edge/core/fleet/missions.ts'
import { orderOf } from '#edge/core/fleet/orders.ts'
import { reportOf } from '#edge/core/fleet/translating.ts'
import { createWriting } from '#edge/fleet/messages.ts'
import { takeOrder } from '#simulators/robot/accepting.ts'
import { createTelling } from '#simulators/robot/telling.ts'
import { createVehicle } from '#simulators/robot/vehicle.ts'
import { NINE } from '#test/support/given.ts'
import { smallSite } from '#test/support/smallSite.ts'

/** The six schemas of https://github.com/VDA5050/VDA5050, in a folder for each version. */
const SCHEMAS = process.env.VDA5050_SCHEMAS ?? new URL('../../../../shared/data/vda5050', import.meta.url).pathname
const VERSIONS: VdaVersion[] = ['2.0.0', '2.1.0']

const site = smallSite()
const [robot] = site.robots
if (!robot) throw new Error('the small hall has a robot')

const mission = Mission.parse({
  missionId: 'M0001',
  kind: 'delivery',
  from: 'W1',
  to: 'back-office',
  priority: 0,
  requestedAt: 0,
  state: 'assigned',
  cancelAsked: false,
  errand: {
    robotId: 'R1',
    orderId: 'M0001-1',
    orderUpdateId: 0,
    path: ['n0', 'n1', 'n2', 'n3'],
    pickAt: 1,
    dropAt: 3,
    acknowledged: false,
  },
})

/** Everything we and our simulated robot put on the bus, by the name of its schema. */
const messagesIn = (version: VdaVersion): [name: string, message: unknown][] => {
  if (!isOngoing(mission)) throw new Error('a mission on its way')
  const writing = createWriting({ ...robot, vdaVersion: version })
  const order: unknown = JSON.parse(writing.order(orderOf(mission, site, version), NINE))
  const vehicle = createVehicle({ start: { nodeId: 'n0', mapId: 'F1', x: 2, y: 16 }, speedMps: 1 })
  takeOrder(vehicle, order)
  takeOrder(vehicle, { nonsense: true })
  const told = createTelling(vehicle, { ...robot, vdaVersion: version }, () => NINE)
  return [
    ['order', order],
    ['instantActions', JSON.parse(writing.instantAction('cancelOrder', 'M0001-1-cancel', NINE))],
    ['connection', told.connection('ONLINE')],
    ['state', told.state()],
    ['visualization', told.visualization()],
    ['factsheet', told.factsheet()],
  ]
}

const schemaOf = (version: VdaVersion, name: string): object => {
  const [path, other] = ['schema', 'json'].map((ending) => `${SCHEMAS}/${version}/${name}.${ending}`)
  return JSON.parse(readFileSync(path && existsSync(path) ? path : String(other), 'utf8'))
}

describe.each(VERSIONS)('a message of ours in %s', (version) => {
  const messages = messagesIn(version)

  it.runIf(existsSync(SCHEMAS)).each(messages)('is valid by the official schema: %s', (name, message) => {
    const ajv = addFormats.default(new Ajv2020({ strict: false }))
    ajv.addFormat('uint32', { type: 'number', validate: (n: number) => Number.isInteger(n) && n >= 0 && n < 2 ** 32 })
    const isValid = ajv.compile(schemaOf(version, name))
    expect([isValid(message), isValid.errors]).toEqual([true, null])
  })

  it('is valid by our own: an order and an instant action', () => {
    expect(Order.safeParse(messages[0]?.[1]).error).toBeUndefined()
    expect(InstantActions.safeParse(messages[1]?.[1]).error).toBeUndefined()
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
    orderId: 'M0001-1',
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
    const [, , , state] = messagesIn('2.1.0')
    expect(hearState(JSON.stringify(state?.[1]))).toMatchObject({ ok: true, violations: [] })
  })

  it.each([
    ['not JSON', '{'],
    ['no object', '[]'],
    ['no order named', JSON.stringify({ ...good, orderId: undefined })],
    ['nodes that are no list', JSON.stringify({ ...good, nodeStates: 'n1' })],
    ['actions that are no list', JSON.stringify({ ...good, actionStates: {} })],
  ])('gives up on %s', (_, text) => expect(hearState(text).ok).toBe(false))

  it('treats an unknown mode as manual, and finds the node a lost robot stands on', () => {
    const agvPosition = { x: 5.4, y: 16.2, theta: 0, mapId: 'F1', positionInitialized: true }
    const { message } = heard({ operatingMode: 'DANCING', lastNodeId: '', agvPosition })
    expect(reportOf(message, site)).toMatchObject({ mode: 'manual', lastNodeId: 'n1', nodesLeft: 2, edgesLeft: 1 })
  })

  it('sorts errors into faults and rejections', () => {
    const errors = [
      { errorType: 'laser', errorLevel: 'FATAL' },
      { errorType: 'dusty', errorLevel: 'WARNING' },
      { errorType: 'noOrderToCancel', errorLevel: 'WARNING' },
      {
        errorType: 'orderError',
        errorLevel: 'WARNING',
        errorReferences: [{ referenceKey: 'orderId', referenceValue: 'M0001-1' }],
      },
    ]
    expect(reportOf(heard({ errors }).message, site)).toMatchObject({
      faults: ['laser'],
      rejections: [{ errorType: 'orderError', orderId: 'M0001-1' }],
    })
  })
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
