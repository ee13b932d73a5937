/** How our simulated robot takes a lift, over a real broker: from the map of one floor to that of another. */
import { describe, it } from 'vitest'
import { useBus } from './bus.ts'
import { action } from './orders.ts'
import { openRobot } from './robotOnBus.ts'

const bus = useBus()

const onF2 = (lastNodeId: string) => action('initPosition', { x: 20, y: 0, theta: 0, mapId: 'F2', lastNodeId })

describe('an edge between two floors', () => {
  it('is ridden, not driven: a moment later the robot is at its end, and sees where it is', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('abcd', { above: 'cd' })
    await after(10.5, { lastNodeId: 'b', driving: false, agvPosition: { x: 10, mapId: 'F1' } })
    await after(1, { lastNodeId: 'c', agvPosition: { mapId: 'F2' } })
    await after(20, { lastNodeId: 'd', agvPosition: { x: 30, mapId: 'F2' }, errors: [] })
  })

  it('is not ridden before it is released', async () => {
    const { drive, after } = await openRobot(bus)
    await drive('abCD', { above: 'cd' })
    await after(60, { lastNodeId: 'b', newBaseRequest: true, agvPosition: { mapId: 'F1' } })
    await drive('bcD', { above: 'cd', orderUpdateId: 1, from: 2 })
    await after(2, { lastNodeId: 'c', agvPosition: { mapId: 'F2' } })
  })

  it('waits while the robot is paused, and leaves it below when the order is cancelled', async () => {
    const { drive, after, act } = await openRobot(bus, { rideSeconds: 10 })
    await drive('abc', { above: 'c' })
    await after(15, { lastNodeId: 'b' })
    await act(action('startPause'))
    await after(60, { lastNodeId: 'b' })
    await act(action('stopPause'))
    await after(4, { lastNodeId: 'b' })
    await act(action('cancelOrder'))
    await after(60, { lastNodeId: 'b', agvPosition: { x: 10, mapId: 'F1' }, nodeStates: [] })
  })
})

describe('a robot that has to be told of its map', () => {
  const options = { needsMapChange: true }

  it('keeps the old one until initPosition on the node at the other end, which holds it there', async () => {
    const { drive, after } = await openRobot(bus, options)
    await drive('abcd', { above: 'cd', at: { c: [onF2('c')] } })
    await after(11.5, { lastNodeId: 'c', driving: false, agvPosition: { x: 20, mapId: 'F1' } })
    await after(1, { lastNodeId: 'c', lastNodeSequenceId: 4, driving: true, agvPosition: { mapId: 'F2' } })
    await after(20, { lastNodeId: 'd', agvPosition: { x: 30, mapId: 'F2' }, errors: [] })
  })

  it('goes on from there with an update when the ride was the end of its base', async () => {
    const { drive, after } = await openRobot(bus, options)
    await drive('abcD', { above: 'cd', at: { c: [onF2('c')] } })
    await after(60, { lastNodeId: 'c', agvPosition: { mapId: 'F2' } })
    await drive('cd', { above: 'cd', orderUpdateId: 1, from: 4 })
    await after(20, { lastNodeId: 'd', errors: [] })
  })

  it('is lost when nobody tells it, until somebody does', async () => {
    const { drive, after, act } = await openRobot(bus, options)
    await drive('abcd', { above: 'cd' })
    const lost = { errorType: 'localizationError', errorLevel: 'FATAL' }
    await after(60, { lastNodeId: 'c', driving: false, agvPosition: { mapId: 'F1' }, errors: [lost] })
    await act(action('initPosition', { x: 20, y: 0, theta: 0, mapId: 'F9', lastNodeId: 'c' }))
    await after(60, { lastNodeId: 'c', errors: [lost] })
    await act(onF2('c'))
    await after(20, { lastNodeId: 'd', agvPosition: { x: 30, mapId: 'F2' }, errors: [] })
  })
})
