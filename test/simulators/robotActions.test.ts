/** What our simulated robot does beside driving, over a real broker: VDA 5050 2.1, 6.8 and 6.12. */
import { describe, expect, it } from 'vitest'
import { useBus } from './bus.ts'
import { action, order } from './orders.ts'
import { openRobot } from './robotOnBus.ts'

const bus = useBus()

const status = (...statuses: string[]) => ({ actionStates: statuses.map((actionStatus) => ({ actionStatus })) })

describe('actions on a node', () => {
  it('keep the robot there while one is HARD, one after the other', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('abc', { at: { b: [action('pick'), action('drop')] } })
    await after(11, { driving: false, lastNodeId: 'b', ...status('RUNNING', 'INITIALIZING') })
    await after(2, { driving: false, loads: [{ loadPosition: 'tray' }], ...status('FINISHED', 'RUNNING') })
    await after(3, { driving: true, loads: [], ...status('FINISHED', 'FINISHED') })
  })

  it('go on together while they are SOFT, and the robot waits', async () => {
    const { drive, after } = await openRobot(bus)
    const soft = () => action('stopCharging', {}, 'SOFT')
    await drive('abc', { at: { b: [soft(), soft()] } })
    await after(10.5, { driving: false, ...status('RUNNING', 'RUNNING') })
    await after(1, { driving: true, ...status('FINISHED', 'FINISHED') })
  })

  it('do not keep it when they block nothing', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('abc', { at: { b: [action('pick', {}, 'NONE')] } })
    await after(11, { driving: true, ...status('RUNNING') })
    await after(2, { driving: true, loads: [{}], ...status('FINISHED') })
  })

  it('let a HARD one begin only when those before it are done', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('abc', { at: { b: [action('pick', {}, 'NONE'), action('drop')] } })
    await after(12, { driving: false, ...status('RUNNING', 'INITIALIZING') })
    await after(1, { driving: false, ...status('FINISHED', 'RUNNING') })
  })
})

describe('a load', () => {
  it('is known by its name and type from pick to drop', async () => {
    const { drive, after } = await openRobot(bus)
    const papers = action('pick', { loadId: 'M0001', loadType: 'EPAL', stationType: 'floor' })
    await drive('abc', { at: { b: [papers], c: [action('drop')] } })
    await after(14, { loads: [{ loadId: 'M0001', loadType: 'EPAL', loadPosition: 'tray' }] })
    await after(60, { loads: [], nodeStates: [], errors: [] })
  })

  it('is not taken on top of another, nor put down where there is none', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('ab', { at: { b: [action('drop'), action('pick'), action('pick')] } })
    await after(60, {
      ...status('FAILED', 'FINISHED', 'FAILED'),
      errors: [{ errorType: 'dropError' }, { errorType: 'pickError' }],
    })
  })

  it('is nothing to a robot that a person loads', async () => {
    const { refuses, last, untilSaid, drive } = await openRobot(bus, { handling: 'person' })
    await refuses(order('ab', { at: { b: [action('pick')] } }), 'orderError', 'actionNotSupported')
    await untilSaid('factsheet', { loadSpecification: {} })
    expect(JSON.stringify(last('factsheet'))).not.toContain('pick')
    await drive('ab')
    expect(last('state')).not.toHaveProperty('loads')
  })
})

describe('a pause', () => {
  it('holds the robot on its way, though not its work, until it is over', async () => {
    const { drive, act, after } = await openRobot(bus)
    await drive('abc', { at: { b: [action('pick', {}, 'NONE')] } })
    await after(11, { driving: true, paused: false })
    await act(action('startPause'))
    await after(60, { driving: false, paused: true, loads: [{}], agvPosition: { x: 11 } })
    await act(action('stopPause'))
    await after(1, { driving: true, paused: false })
  })

  it('is told in a state at once', async () => {
    const { drive, act, after, last } = await openRobot(bus)
    await drive('abc')
    await after(5, { driving: true })
    await act(action('startPause'), action('startPause'))
    expect(last('state')).toMatchObject({ paused: true, driving: false, ...status('FINISHED', 'FINISHED') })
  })
})

describe('charging', () => {
  it('fills the battery, and lets no order in until it is stopped', async () => {
    const { act, pass, drive, refuses, last } = await openRobot(bus, { batteryPercent: 50 })
    await act(action('startCharging'))
    expect(last('state')).toMatchObject({ batteryState: { charging: true } })
    pass(300)
    await refuses(order('ab'), 'orderError')
    await act(action('stopCharging'))
    expect(last('state')).toMatchObject({ batteryState: { charging: false, batteryCharge: 65 } })
    await drive('ab')
  })

  it('begins on the node at the end of an order, and not in the middle of one by an instant action', async () => {
    const { act, drive, after, last } = await openRobot(bus, { batteryPercent: 50 })
    await drive('ab', { at: { b: [action('startCharging')] } })
    await after(5, { driving: true })
    await act(action('startCharging'))
    expect(last('state')).toMatchObject({ batteryState: { charging: false }, ...status('WAITING', 'FAILED') })
    await after(10, { nodeStates: [], batteryState: { charging: true } })
  })
})

describe('instant actions', () => {
  it('that the robot does not know fail, and say why', async () => {
    const { act, last } = await openRobot(bus)
    await act(action('pick'), action('dance'))
    expect(last('state')).toMatchObject({
      actionStates: [
        { actionStatus: 'FAILED', resultDescription: expect.stringContaining('pick') },
        { actionStatus: 'FAILED', resultDescription: expect.stringContaining('dance') },
      ],
    })
  })

  it('tell it where it is, unless it is driving', async () => {
    const { act, drive, after, last } = await openRobot(bus)
    const pose = { x: 20, y: 0, theta: 1.5, mapId: 'F1', lastNodeId: 'c' }
    await act(action('initPosition', pose))
    expect(last('state')).toMatchObject({ lastNodeId: 'c', agvPosition: { x: 20, y: 0, theta: 1.5, mapId: 'F1' } })
    await drive('cd')
    await after(5, { driving: true })
    await act(action('initPosition', pose))
    expect(last('state')).toMatchObject({ agvPosition: { x: 25 }, ...status('FAILED') })
  })
})
