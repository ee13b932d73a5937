/** Missions from request to delivery, over a real broker, with robots by others and by us. */

import { AgvController, VirtualAgvAdapter } from 'vda-5050-lib'
import { describe, expect, it } from 'vitest'
import { RequestMission } from '#contracts/floorCommands.ts'
import { startRobot } from '#simulators/robot.ts'
import { handClock } from '#test/support/clock.ts'
import { NINE } from '#test/support/given.ts'
import { missionId } from '#test/support/names.ts'
import { useBroker } from './fleetBroker.ts'
import { delivery, openFleetHall, R1, START, wallClock } from './fleetHall.ts'

const DELIVERED = [
  'missionRequested',
  'missionAssigned',
  'orderAcknowledged',
  'missionUnderway',
  'missionDelivered',
] as const

const { broker, closedAfter } = useBroker()

const openOurRobot = async (clock: ReturnType<typeof handClock>, options = {}) =>
  closedAfter(
    await startRobot({ mqttUrl: broker.url, ...R1, vdaVersion: '2.0.0', start: START, speedMps: 1, clock, ...options }),
  )

/** A robot that others wrote; `timeLapse` 50 makes it fifty times as quick as the wall clock. */
const openTheirRobot = async (timeLapse: number) => {
  const robot = new AgvController(
    { manufacturer: R1.manufacturer, serialNumber: R1.serialNumber },
    { interfaceName: R1.interfaceName, transport: { brokerUrl: broker.url }, vdaVersion: '2.0.0' },
    { agvAdapterType: VirtualAgvAdapter, publishVisualizationInterval: 50 },
    { initialPosition: { ...position, theta: 0, lastNodeId: nodeId }, vehicleSpeed: 2, timeLapse, tickRate: 20 },
  )
  await robot.start()
  closedAfter({ close: () => robot.stop() })
}
const { nodeId, ...position } = START

const ofMissions = (types: readonly string[]) =>
  types.filter((type) => (type.startsWith('mission') && type !== 'missionHeld') || type === 'orderAcknowledged')

describe('a delivery', () => {
  it('is done by a robot of vda-5050-lib', async () => {
    await openTheirRobot(50)
    const hall = closedAfter(await openFleetHall(broker.url, wallClock))
    await hall.send(RequestMission.parse(delivery))
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall.happened())).toEqual(DELIVERED)
  })

  it('is done by our simulated robot, which then stands at the back office', async () => {
    const clock = handClock(NINE)
    const hall = closedAfter(await openFleetHall(broker.url, clock))
    await openOurRobot(clock)
    await hall.send(RequestMission.parse(delivery))
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall.happened())).toEqual(DELIVERED)
    expect(hall.readings.get('robotPose')).toMatchObject({ robotId: 'R1', floorId: 'F1', x: 24, y: 10 })
    expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' })
  })

  it('waits with the reason until a robot is there', async () => {
    const clock = handClock(NINE)
    const hall = closedAfter(await openFleetHall(broker.url, clock))
    const receipt = await hall.send(RequestMission.parse(delivery))
    expect(receipt).toMatchObject({ ok: true, records: [{ mission: { state: 'waiting', why: { R1: ['offline'] } } }] })
    await openOurRobot(clock, { batteryPercent: 12 })
    await hall.until(() =>
      expect(hall.facts.at(-1)?.event).toMatchObject({ type: 'missionHeld', why: { R1: ['batteryLow'] } }),
    )
    expect(hall.happened()).not.toContain('missionAssigned')
  })
})

describe('a guide', () => {
  it('meets the visitor at one place and ends at the other', async () => {
    const clock = handClock(NINE)
    const hall = closedAfter(await openFleetHall(broker.url, clock))
    await openOurRobot(clock, { vdaVersion: '2.1.0' })
    await hall.send(RequestMission.parse({ ...delivery, kind: 'guide', from: 'W2', to: 'n0' }))
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall.happened())).toEqual(DELIVERED)
    expect(hall.readings.get('robotPose')).toMatchObject({ x: 2, y: 16 })
  })
})

describe('cancelling a mission', () => {
  it('stops a robot of vda-5050-lib between two nodes, and it takes the next mission from there', async () => {
    await openTheirRobot(20)
    const hall = closedAfter(await openFleetHall(broker.url, wallClock))
    await hall.send(RequestMission.parse({ ...delivery, from: 'back-office', to: 'W1' }))
    await hall.until(() => {
      const pose = hall.readings.get('robotPose')
      expect(pose?.type === 'robotPose' && pose.x > 11 && pose.x < 22).toBe(true)
    })
    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await hall.untilHappened('missionCancelled')
    await hall.send(RequestMission.parse(delivery))
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall.happened())).not.toContain('missionFailed')
  })

  it('stops the robot on its way and leaves it free for the next one', async () => {
    const clock = handClock(NINE)
    const hall = closedAfter(await openFleetHall(broker.url, clock))
    await openOurRobot(clock)
    await hall.send(RequestMission.parse(delivery))
    await hall.untilHappened('missionUnderway')
    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await hall.untilHappened('missionCancelled')
    expect(ofMissions(hall.happened()).slice(-2)).toEqual(['missionCancelAsked', 'missionCancelled'])

    await hall.send(RequestMission.parse(delivery))
    await hall.untilHappened('missionDelivered')
    const delivered = hall.facts.find(({ event }) => event.type === 'missionDelivered')
    expect(delivered?.event).toEqual({ type: 'missionDelivered', missionId: 'M0002' })
  })
})
