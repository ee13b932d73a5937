/** Everything our simulated robot says, against the official schemas of both versions. */
import { describe, expect, it } from 'vitest'
import { hearState } from '#contracts/vda5050/state.ts'
import { useBus } from './bus.ts'
import { action, order } from './orders.ts'
import { openRobot } from './robotOnBus.ts'
import { createJudge, haveSchemas } from './schemas.ts'

const bus = useBus()

describe.runIf(haveSchemas).each(['2.0.0', '2.1.0'] as const)('a long day of a robot of %s', (vdaVersion) => {
  it('is told in valid messages only', async () => {
    const limits = { 'order.nodes': 6, instantActions: 3 }
    const { robot, drive, act, after, pass, refuses, complaints, said, last, untilSaid } = await openRobot(bus, {
      vdaVersion,
      needsMapChange: true,
      limits,
    })
    const initPosition = action('initPosition', { x: 20, y: 0, theta: 0, mapId: 'F2', lastNodeId: 'c' })
    await drive('abcD', { above: 'cd', at: { b: [action('pick', { loadId: 'M1' })], c: [initPosition] } })
    await refuses({ orderId: 'o2' }, 'validationError')
    await after(30, { lastNodeId: 'c', newBaseRequest: true, loads: [{ loadId: 'M1' }] })
    await act(action('startPause'), action('stopPause'), action('dance'))
    robot.injectFault('laserDirty')
    robot.obstruct(true)
    await after(31, { errors: [{ errorType: 'laserDirty' }, {}] })
    robot.clearFault()
    await act(action('cancelOrder'))
    await act(action('factsheetRequest'))
    await act(action('startCharging'))
    robot.setMode('SERVICE')
    await after(60, { operatingMode: 'SERVICE', batteryState: { charging: true } })
    robot.dropConnection(5000)
    await untilSaid('connection', { connectionState: 'CONNECTIONBROKEN' })
    pass(10)
    await untilSaid('connection', { connectionState: 'ONLINE' })
    await robot.close()
    await untilSaid('connection', { connectionState: 'OFFLINE' })
    expect(said('state').length).toBeGreaterThan(10)
    expect(said('visualization').length).toBeGreaterThan(60)
    expect(last('factsheet')).toMatchObject({ version: vdaVersion, protocolLimits: { maxArrayLens: limits } })
    expect(complaints()).toEqual([])
    const violations = said('state').map((state) => hearState(JSON.stringify(state)))
    expect(violations.filter((heard) => !heard.ok || heard.violations.length > 0)).toEqual([])
  })

  it('could be told in invalid ones, and they would be noticed', () => {
    const judge = createJudge(vdaVersion)
    expect(judge('state', { orderId: 7 })).toContain('state/orderId must be string')
    expect(judge('order', { ...order('ab'), version: vdaVersion })).toEqual([])
  })
})
