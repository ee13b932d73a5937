/** Lifts and doors on robots' ways, over a real broker: simulated ones, and some that misbehave. */
import { describe, expect, it } from 'vitest'
import { startAutomaticDoor } from '#simulators/automaticDoor.ts'
import { startLift } from '#simulators/lift.ts'
import { startRobot } from '#simulators/robot.ts'
import { handClock } from '#test/support/clock.ts'
import { NINE } from '#test/support/given.ts'
import { missionId } from '#test/support/names.ts'
import { useBroker } from './fleetBroker.ts'
import { delivery, type FleetHall, openFleetHall, timesSaid } from './fleetHall.ts'
import { DOOR, doorId, floors, hallId, LIFT, liftId, openThingAt, plantSite, type Thing } from './fleetPlant.ts'
import { idleState, openPuppet } from './fleetPuppet.ts'

const { broker, closedAfter } = useBroker()

const openHallAt = async (options: Parameters<typeof openFleetHall>[1] = {}) =>
  closedAfter(await openFleetHall(broker.url, { site: plantSite(), ...options }))

const openThing = async (topic: string): Promise<Thing> => closedAfter(await openThingAt(broker.url, topic))

const closedDoor = { door: 'closed' }
const openDoor = { door: 'open' }
const below = { floor: 'F1', door: 'closed', session: null }

interface Scene {
  hall: FleetHall
  lift: Thing
  door: Thing
  /** The robot says that it stands there, and does nothing else. */
  stands(nodeId: string): Promise<unknown>
}

/** A hall whose robot stands between a closed door and a lift that is below. */
const openHall = async (): Promise<Scene> => {
  const hall = await openHallAt()
  const [lift, door] = [await openThing(LIFT), await openThing(DOOR)]
  await lift.say(below)
  await door.say(closedDoor)
  await hall.untilHappened('liftChanged')
  await hall.untilHappened('doorChanged')
  const robot = closedAfter(await openPuppet(broker.url))
  const stands = (lastNodeId: string) => robot.say('state', { ...idleState, lastNodeId })
  await stands('n3')
  await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
  return { hall, lift, door, stands }
}

const upstairs = () => delivery({ kind: 'guide', from: 'n3', to: 'u0' })
const asked = { session: 'R1', from: 'F1', to: 'F2', boarded: false }

describe('a way through a door and up a lift', () => {
  it('is driven to its end, and both are given back', async () => {
    const clock = handClock(NINE)
    const hall = await openHallAt({ clock })
    const onBus = { mqttUrl: broker.url, clock }
    closedAfter(await startLift({ ...onBus, hallId, liftId, floors }))
    closedAfter(await startAutomaticDoor({ ...onBus, hallId, doorId }))
    const robot = {
      interfaceName: 'uagv',
      manufacturer: 'RobotCompany',
      serialNumber: '001',
      vdaVersion: '2.1.0',
    } as const
    const start = { nodeId: 'n0', mapId: 'F1', x: 2, y: 16 }
    closedAfter(await startRobot({ ...onBus, ...robot, start, speedMps: 1, needsMapChange: true }))
    await hall.send(delivery({ kind: 'guide', from: 'n0', to: 'u0' }))
    await hall.untilHappened('missionDelivered')
    expect(hall.happened()).not.toContain('orderRefused')
    const sessions = new Set(hall.eventsOf('liftChanged').map(({ lift }) => lift.session))
    expect([...sessions]).toEqual([null, 'R1'])
    await hall.until(() => expect(hall.eventsOf('doorChanged').at(-1)?.door.door).toBe('closed'))
  })
})

describe('a lift', () => {
  it('is asked for again until its state shows it, then no more, and given back when it is not needed', async () => {
    const { hall, lift, stands } = await openHall()
    await hall.send(upstairs())
    await hall.until(() =>
      expect(lift.heard.filter(({ ask }) => JSON.stringify(ask) === JSON.stringify(asked))).toHaveLength(3),
    )
    await lift.say({ floor: 'F1', door: 'open', session: 'R1' })
    await hall.until(() => expect(hall.eventsOf('liftChanged').at(-1)?.lift.session).toBe('R1'))
    const before = lift.heard.length
    await hall.pass(40)
    expect(lift.heard).toHaveLength(before)
    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await stands('n2')
    await hall.until(() => expect(lift.last()).toEqual({ session: null }))
  })

  it('is told once at the start that nobody wants it, retained, so that no old request stays', async () => {
    await openHallAt()
    const lift = await openThing(LIFT)
    const door = await openThing(DOOR)
    await expect.poll(() => lift.heard.at(-1)).toEqual({ ask: { session: null }, retained: true })
    await expect.poll(() => door.heard.at(-1)).toEqual({ ask: { open: false }, retained: true })
  })

  it('is out of order when it does not answer for a minute, and in order again when it does', async () => {
    const { hall, stands } = await openHall()
    const lifts = () => hall.eventsOf('liftChanged').map(({ lift }) => lift.inService)
    await hall.pass(100)
    expect(lifts()).not.toContain(false)
    await hall.send(upstairs())
    await stands('n3')
    await hall.untilHappened('missionAssigned')
    const since = hall.clock.now()
    await hall.until(async () => {
      await stands('n3')
      expect(lifts().at(-1)).toBe(false)
    })
    expect(hall.clock.now() - since).toBeGreaterThan(55_000)
    const { say } = await openThing(LIFT)
    await say({ floor: 'F1', door: 'open', session: 'R1' })
    await hall.until(() => expect(lifts().at(-1)).toBe(true))
  })

  it('is out of order while it talks nonsense, and the log says so once', async () => {
    const { hall, lift } = await openHall()
    for (const nonsense of ['{', '[]', { floor: 7 }, { ...below, door: 'ajar' }]) await lift.say(nonsense)
    await hall.until(() =>
      expect(hall.eventsOf('liftChanged').at(-1)?.lift).toMatchObject({ inService: false, floor: 'F1' }),
    )
    expect(timesSaid(hall, 'state not understood')).toBe(1)
    await lift.say(below)
    await hall.until(() => expect(hall.eventsOf('liftChanged').at(-1)?.lift.inService).toBe(true))
  })

  it('is asked for the same by a hall that starts anew', async () => {
    const { hall, lift } = await openHall()
    await hall.send(upstairs())
    await hall.until(() => expect(lift.last()).toEqual(asked))
    await hall.close()
    lift.heard.splice(0)
    await openHallAt({ facts: hall.facts })
    await expect.poll(() => lift.last()).toEqual(asked)
  })
})

describe('a door', () => {
  it('is to stand open for a robot that comes, and may close behind it', async () => {
    const { hall, door } = await openHall()
    await hall.send(delivery({ kind: 'guide', from: 'n3', to: 'n2' }))
    await hall.until(() =>
      expect(door.heard.filter(({ ask }) => JSON.stringify(ask) === '{"open":true}').length).toBeGreaterThan(1),
    )
    expect(hall.eventsOf('orderWritten')).toEqual([])
    await door.say(openDoor)
    await hall.untilHappened('orderWritten')
    const before = door.heard.length
    await hall.pass(20)
    expect(door.heard).toHaveLength(before)
    const { order } = hall.eventsOf('orderWritten')[0] ?? {}
    expect(order?.nodes).toEqual(['n3', 'n2'])
  })
})
