/** Our simulated robot by itself: what it takes, what it refuses, and how far it goes. */
import { describe, expect, it } from 'vitest'
import type { Action } from '#contracts/vda5050/order.ts'
import { takeOrder } from '#simulators/robot/accepting.ts'
import { advance } from '#simulators/robot/driving.ts'
import { parseFlags } from '#simulators/robot/flags.ts'
import { takeInstantActions } from '#simulators/robot/obeying.ts'
import { createTelling } from '#simulators/robot/telling.ts'
import { createVehicle, type Vehicle } from '#simulators/robot/vehicle.ts'
import { instantly, order } from './orders.ts'

const identity = { manufacturer: 'M', serialNumber: 'S', vdaVersion: '2.1.0' } as const
const robot = () => createVehicle({ start: { nodeId: 'a', mapId: 'F1', x: 0, y: 0 }, speedMps: 1, handlingSeconds: 2 })
const stateOf = (vehicle: Vehicle) => createTelling(vehicle, identity, () => 0).state()

const pick: Action = { actionId: 'p1', actionType: 'pick', blockingType: 'HARD' }
const cancel = instantly({ actionId: 'c1', actionType: 'cancelOrder', blockingType: 'NONE' })
const errorTypes = (vehicle: Vehicle) => vehicle.errors.map(({ errorType }) => errorType)

describe('a robot with an order', () => {
  it('drives at its speed, works where it is told to, and is idle in the end', () => {
    const vehicle = robot()
    takeOrder(vehicle, order('abc', { at: { b: [pick] } }))
    advance(vehicle, 5)
    expect(stateOf(vehicle)).toMatchObject({ driving: true, lastNodeId: 'a', agvPosition: { x: 5, y: 0 } })
    advance(vehicle, 6)
    expect(stateOf(vehicle)).toMatchObject({ driving: false, actionStates: [{ actionStatus: 'RUNNING' }] })
    advance(vehicle, 11.5)
    expect(stateOf(vehicle)).toMatchObject({ lastNodeId: 'c', nodeStates: [], edgeStates: [], agvPosition: { x: 20 } })
    expect(stateOf(vehicle).actionStates).toMatchObject([{ actionId: 'p1', actionStatus: 'FINISHED' }])
  })

  it('comes as far in one long step as in many short ones', () => {
    const [one, many] = [robot(), robot()]
    for (const vehicle of [one, many]) takeOrder(vehicle, order('abc', { at: { b: [pick] } }))
    advance(one, 17)
    for (let step = 0; step < 170; step += 1) advance(many, 0.1)
    expect(many.position.x).toBeCloseTo(one.position.x)
  })

  it('stops before what is not released, and goes on with the update', () => {
    const vehicle = robot()
    takeOrder(vehicle, order('abC'))
    advance(vehicle, 100)
    expect(stateOf(vehicle)).toMatchObject({ driving: false, lastNodeId: 'b', nodeStates: [{ nodeId: 'c' }] })
    takeOrder(vehicle, order('bcd', { orderUpdateId: 1, from: 2 }))
    advance(vehicle, 100)
    expect(stateOf(vehicle)).toMatchObject({ orderUpdateId: 1, lastNodeId: 'd', nodeStates: [], errors: [] })
  })

  it('takes the same order once', () => {
    const vehicle = robot()
    expect(takeOrder(vehicle, order('ab'))).toBe(true)
    advance(vehicle, 3)
    expect(takeOrder(vehicle, order('ab'))).toBe(false)
    expect(vehicle.position.x).toBe(3)
    expect(errorTypes(vehicle)).toEqual([])
  })

  it('refuses another order, an update that does not fit, and one it cannot read', () => {
    const vehicle = robot()
    takeOrder(vehicle, order('abc'))
    takeOrder(vehicle, order('ab', { orderId: 'o2' }))
    takeOrder(vehicle, order('bc', { orderUpdateId: 1, from: 2 }))
    takeOrder(vehicle, { orderId: 'o3' })
    expect(errorTypes(vehicle)).toEqual(['orderError', 'orderUpdateError', 'validationError'])
    expect(vehicle.orderId).toBe('o1')
  })

  it('refuses to begin far away, and forgets its errors with the next order it takes', () => {
    const vehicle = robot()
    takeOrder(vehicle, order('bc'))
    expect(errorTypes(vehicle)).toEqual(['noRouteError'])
    takeOrder(vehicle, order('ab'))
    expect(errorTypes(vehicle)).toEqual([])
  })
})

describe('cancelling', () => {
  it('stops the robot where it is, keeps the order id, and lets it begin again from its last node', () => {
    const vehicle = robot()
    takeOrder(vehicle, order('abc', { at: { c: [pick] } }))
    advance(vehicle, 2)
    takeInstantActions(vehicle, cancel)
    expect(stateOf(vehicle)).toMatchObject({ orderId: 'o1', driving: false, nodeStates: [], edgeStates: [] })
    expect(stateOf(vehicle).actionStates.map(({ actionStatus }) => actionStatus)).toEqual(['FAILED', 'FINISHED'])
    takeOrder(vehicle, order('ab', { orderId: 'o2' }))
    expect(vehicle.orderId).toBe('o2')
  })

  it('fails when there is nothing to cancel, and is done once', () => {
    const vehicle = robot()
    takeInstantActions(vehicle, cancel)
    takeInstantActions(vehicle, cancel)
    expect(stateOf(vehicle).actionStates).toMatchObject([{ actionId: 'c1', actionStatus: 'FAILED' }])
    expect(errorTypes(vehicle)).toEqual(['noOrderToCancel'])
  })
})

describe('the command line', () => {
  it('says which flag is missing, and how it is used', () => {
    expect(() => parseFlags(['--mqtt', 'mqtt://127.0.0.1'])).toThrow(/--manufacturer.*\n.*--serial/s)
  })
})
