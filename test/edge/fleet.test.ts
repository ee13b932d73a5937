/** Missions from request to delivery, over a real broker, with robots by others and by us. */

import { VirtualAgvAdapter } from 'vda-5050-lib'
import { describe, expect, it } from 'vitest'
import { startRobot } from '#simulators/robot.ts'
import { handClock } from '#test/support/clock.ts'
import { NINE } from '#test/support/given.ts'
import { missionId } from '#test/support/names.ts'
import { TheirRobot } from '#test/support/strangerRobot.ts'
import { useBroker } from './fleetBroker.ts'
import { delivery, type FleetHall, fleetSite, openFleetHall, wallClock } from './fleetHall.ts'

const R1 = { interfaceName: 'uagv', manufacturer: 'RobotCompany', serialNumber: '001' }
const START = { nodeId: 'n0', mapId: 'F1', x: 2, y: 16 }
const DELIVERED = ['missionRequested', 'missionAssigned', 'missionUnderway', 'missionDelivered'] as const

const { broker, closedAfter } = useBroker()

const openHallAt = async (clock: Parameters<typeof openFleetHall>[1]) =>
  closedAfter(await openFleetHall(broker.url, clock))

const openOurRobot = async (clock: ReturnType<typeof handClock>, options = {}) =>
  closedAfter(
    await startRobot({ mqttUrl: broker.url, ...R1, vdaVersion: '2.0.0', start: START, speedMps: 1, clock, ...options }),
  )

/** A robot that others wrote; `timeLapse` 50 makes it fifty times as quick as the wall clock. */
const openTheirRobot = async (timeLapse: number) => {
  const { nodeId, ...position } = START
  const robot = new TheirRobot(
    { manufacturer: R1.manufacturer, serialNumber: R1.serialNumber },
    { interfaceName: R1.interfaceName, transport: { brokerUrl: broker.url }, vdaVersion: '2.0.0' },
    { agvAdapterType: VirtualAgvAdapter, publishVisualizationInterval: 50 },
    { initialPosition: { ...position, theta: 0, lastNodeId: nodeId }, vehicleSpeed: 2, timeLapse, tickRate: 20 },
  )
  await robot.start()
  closedAfter({ close: () => robot.stop() })
}

const ofMissions = (hall: FleetHall) =>
  hall.happened().filter((type) => type.startsWith('mission') && type !== 'missionHeld')

describe('a delivery', () => {
  it('is done by a robot of vda-5050-lib', async () => {
    await openTheirRobot(50)
    const hall = await openHallAt({ clock: wallClock })
    await hall.send(delivery())
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall)).toEqual(DELIVERED)
    expect(hall.happened()).not.toContain('orderRefused')
  })

  it('is done by our simulated robot, which then stands at the back office', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock })
    await openOurRobot(clock)
    await hall.send(delivery())
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall)).toEqual(DELIVERED)
    expect(hall.happened()).not.toContain('orderRefused')
    expect(hall.readings.get('robotPose')).toMatchObject({ robotId: 'R1', floorId: 'F1', x: 24, y: 10 })
    expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' })
  })

  it('waits with the reason until a robot is there', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock })
    const receipt = await hall.send(delivery())
    expect(receipt).toMatchObject({ ok: true, records: [{ mission: { state: 'waiting', why: { R1: ['offline'] } } }] })
    await openOurRobot(clock, { batteryPercent: 12 })
    await hall.until(() => expect(hall.eventsOf('missionHeld').at(-1)).toMatchObject({ why: { R1: ['batteryLow'] } }))
    expect(hall.happened()).not.toContain('missionAssigned')
  })
})

describe('robots in each other’s way', () => {
  it('are told of the way ahead in updates, and all the same deliver', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock, site: fleetSite({}, { homeNodeId: 'n1' }) })
    await openOurRobot(clock, { vdaVersion: '2.1.0' })
    await openOurRobot(clock, { serialNumber: '002', start: { nodeId: 'n1', mapId: 'F1', x: 5, y: 16 } })
    await hall.send(delivery({ from: 'n0', to: 'back-office' }))
    await hall.send(delivery({ from: 'n0', to: 'W2' }))
    await hall.untilHappened('missionDelivered', 2)
    expect(hall.happened()).not.toContain('orderRefused')
    expect(hall.eventsOf('orderWritten').some(({ order }) => order.orderUpdateId > 0)).toBe(true)
  })
})

describe('a guide', () => {
  it('meets the visitor at one place and ends at the other', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock })
    await openOurRobot(clock, { vdaVersion: '2.1.0' })
    await hall.send(delivery({ kind: 'guide', from: 'W2', to: 'n0' }))
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall)).toEqual(DELIVERED)
    expect(hall.readings.get('robotPose')).toMatchObject({ x: 2, y: 16 })
  })
})

describe('cancelling a mission', () => {
  it('stops a robot of vda-5050-lib between two nodes, and it takes the next mission from there', async () => {
    await openTheirRobot(20)
    const hall = await openHallAt({ clock: wallClock })
    await hall.send(delivery({ from: 'back-office', to: 'W1' }))
    await hall.until(() => {
      const pose = hall.readings.get('robotPose')
      expect(pose?.type === 'robotPose' && pose.x > 11 && pose.x < 22).toBe(true)
    })
    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await hall.untilHappened('missionCancelled')
    await hall.send(delivery())
    await hall.untilHappened('missionDelivered')
    expect(ofMissions(hall)).not.toContain('missionFailed')
  })

  it('stops the robot on its way and leaves it free for the next one', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock })
    await openOurRobot(clock)
    await hall.send(delivery({ from: 'back-office', to: 'W1' }))
    await hall.untilHappened('stepsPassed')
    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await hall.untilHappened('missionCancelled')
    expect(ofMissions(hall).slice(-2)).toEqual(['missionCancelAsked', 'missionCancelled'])

    await hall.send(delivery())
    await hall.untilHappened('missionDelivered')
    expect(hall.eventsOf('missionDelivered')).toMatchObject([{ missionId: 'M0002' }])
  })
})

describe('a robot that is paused', () => {
  it('stands where it is until it is told to go on, and then delivers', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock })
    await openOurRobot(clock)
    await hall.send(delivery())
    await hall.untilHappened('orderAcknowledged')
    const [robot] = fleetSite().robots
    if (!robot) throw new Error('a robot')
    await hall.send({ type: 'pauseRobot', robotId: robot.robotId })
    await hall.until(() => expect(hall.eventsOf('robotChanged').at(-1)?.robot).toMatchObject({ paused: true }))
    const passed = hall.eventsOf('stepsPassed').length
    await hall.pass(30)
    expect(hall.eventsOf('stepsPassed')).toHaveLength(passed)
    await hall.send({ type: 'resumeRobot', robotId: robot.robotId })
    await hall.untilHappened('missionDelivered')
    expect(hall.eventsOf('robotPauseAsked').map(({ pause }) => pause)).toEqual([true, false])
  })
})
