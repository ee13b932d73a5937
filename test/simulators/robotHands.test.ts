/** What befalls our simulated robot without an order, over a real broker: hands, faults, and a bus that is gone. */
import { describe, expect, it } from 'vitest'
import { useBus } from './bus.ts'
import { action, order } from './orders.ts'
import { openRobot } from './robotOnBus.ts'

const bus = useBus()

describe('a robot that is taken over by hand', () => {
  it('forgets its order and where it came from, takes none, and begins anew where it stands', async () => {
    const { robot, drive, after, until, refuses } = await openRobot(bus)
    await drive('abcD', { at: { c: [action('pick')] } })
    await after(5, { driving: true })
    robot.setMode('MANUAL')
    const nothing = { orderId: '', orderUpdateId: 0, lastNodeId: '', nodeStates: [], edgeStates: [], driving: false }
    await until({ operatingMode: 'MANUAL', ...nothing, actionStates: [{ actionStatus: 'FAILED' }] })
    await refuses(order('ab'), 'orderError')
    robot.moveTo({ mapId: 'F1', x: 20.2, y: 0.1 })
    await until({ agvPosition: { x: 20.2, y: 0.1 } })
    robot.setMode('AUTOMATIC')
    await until({ operatingMode: 'AUTOMATIC', lastNodeId: '' })
    await drive('cd')
    await after(20, { lastNodeId: 'd', errors: [] })
  })

  it('that is carried to another floor drives nowhere until it knows the map', async () => {
    const { robot, act, drive, after, until } = await openRobot(bus, { needsMapChange: true })
    robot.moveTo({ mapId: 'F2', x: 20, y: 0 })
    await until({ agvPosition: { x: 20, mapId: 'F1' } })
    await act(action('initPosition', { x: 20, y: 0, theta: 0, mapId: 'F2', lastNodeId: 'c' }))
    await drive('cd', { above: 'cd' })
    await after(20, { lastNodeId: 'd', agvPosition: { x: 30, mapId: 'F2' }, errors: [] })
  })
})

describe('a fault', () => {
  it('stops driving and work until it is put right', async () => {
    const { robot, drive, after, until } = await openRobot(bus)
    await drive('abc', { at: { b: [action('pick')] } })
    await after(11, { actionStates: [{ actionStatus: 'RUNNING' }] })
    robot.injectFault('laserDirty')
    robot.injectFault('laserDirty')
    await until({ driving: false, errors: [{ errorType: 'laserDirty', errorLevel: 'FATAL' }] })
    await after(60, { actionStates: [{ actionStatus: 'RUNNING' }] })
    robot.clearFault('laserDirty')
    await until({ errors: [] })
    await after(20, { lastNodeId: 'c', actionStates: [{ actionStatus: 'FINISHED' }] })
  })

  it('is only told of when it is a warning', async () => {
    const { robot, drive, after, until } = await openRobot(bus)
    robot.injectFault('wheelWorn', 'WARNING')
    await until({ errors: [{ errorType: 'wheelWorn', errorLevel: 'WARNING' }] })
    await drive('ab')
    await after(20, { lastNodeId: 'b', errors: [{ errorType: 'wheelWorn' }] })
    robot.clearFault()
    await until({ errors: [] })
  })
})

describe('an obstacle', () => {
  it('holds the robot without a fault', async () => {
    const { robot, drive, after, until } = await openRobot(bus)
    await drive('ab')
    await after(5, { driving: true })
    robot.obstruct(true)
    await until({ driving: false, errors: [], safetyState: { fieldViolation: true } })
    await after(60, { agvPosition: { x: 5 } })
    robot.obstruct(false)
    await after(20, { lastNodeId: 'b', safetyState: { fieldViolation: false } })
  })
})

describe('an empty battery', () => {
  it('leaves the robot where it is', async () => {
    const { robot, drive, after } = await openRobot(bus)
    await drive('ab')
    await after(5, { driving: true })
    robot.setBattery(0)
    await after(60, { driving: false, agvPosition: { x: 5 }, batteryState: { batteryCharge: 0 } })
  })
})

describe('a robot that is cut off', () => {
  it('leaves its last will, drives to the end of its base, and comes back to tell', async () => {
    const { robot, drive, pass, after, untilSaid, said } = await openRobot(bus)
    await drive('abC')
    await after(5, { driving: true })
    robot.dropConnection(60_000)
    await untilSaid('connection', { connectionState: 'CONNECTIONBROKEN' })
    const before = said('state').length
    pass(59)
    expect(said('state')).toHaveLength(before)
    await after(2, { lastNodeId: 'b', driving: false, nodeStates: [{ nodeId: 'c' }] })
    await untilSaid('connection', { connectionState: 'ONLINE' })
    await drive('bcd', { orderUpdateId: 1, from: 2 })
    await after(30, { lastNodeId: 'd' })
  })

  it('can be closed before it is back', async () => {
    const { robot, untilSaid } = await openRobot(bus)
    robot.dropConnection(60_000)
    await untilSaid('connection', { connectionState: 'CONNECTIONBROKEN' })
    await robot.close()
  })
})

describe('a robot that leaves', () => {
  it('says goodbye', async () => {
    const { robot, untilSaid } = await openRobot(bus)
    await robot.close()
    await untilSaid('connection', { connectionState: 'OFFLINE' })
  })
})
