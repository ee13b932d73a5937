/** Robots that roam, fall silent, disappear, are driven by hand, or talk nonsense, over a real broker. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { soon } from '#test/support/eventually.ts'
import { useBroker } from './fleetBroker.ts'
import { delivery, type FleetHall, openFleetHall, timesSaid } from './fleetHall.ts'
import { connectionOf, idleState, openPuppet, type Puppet, stateWith } from './fleetPuppet.ts'

const { broker, closedAfter } = useBroker()

const online = (hall: FleetHall): boolean[] => hall.eventsOf('robotChanged').map(({ robot }) => robot.online)

const openRobot = async (facts: FleetHall['facts'] = []): Promise<{ hall: FleetHall; robot: Puppet }> => {
  const hall = closedAfter(await openFleetHall(broker.url, { facts }))
  const robot = closedAfter(await openPuppet(broker.url))
  await robot.say('state', idleState)
  await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
  return { hall, robot }
}

/** How often it has come and gone, by the log of the fleet. */
const turns = (hall: FleetHall): number => timesSaid(hall, 'robot')

describe('a robot that roams from one access point to the next', () => {
  it('has never been away: the will of its old connection comes first, then it says that it is there', async () => {
    const { hall, robot } = await openRobot()
    const before = turns(hall)
    await robot.say('connection', connectionOf('ONLINE'))
    await robot.say('connection', connectionOf('CONNECTIONBROKEN'))
    await robot.say('connection', connectionOf('ONLINE'))
    await robot.say('state', { ...idleState, lastNodeId: 'n1' })
    await hall.until(() => expect(hall.eventsOf('robotChanged').at(-1)?.robot.nodeId).toBe('n1'))
    await hall.pass(10)
    expect(turns(hall)).toBe(before)
    expect(online(hall)).not.toContain(false)
  })

  it('is offline when it does not come back, and online again by its next state', async () => {
    const { hall, robot } = await openRobot()
    await robot.say('connection', connectionOf('CONNECTIONBROKEN'))
    await hall.until(() => expect(online(hall).at(-1)).toBe(false))
    await robot.say('state', idleState)
    await hall.until(() => expect(online(hall).at(-1)).toBe(true))
    await hall.pass(10)
    expect(online(hall).at(-1)).toBe(true)
  })

  it('is offline at once when it says goodbye', async () => {
    const { hall, robot } = await openRobot()
    await robot.say('connection', connectionOf('OFFLINE'))
    await soon(() => expect(online(hall).at(-1)).toBe(false))
  })
})

describe('a robot that disappears', () => {
  it('is offline soon after its socket dies, by its last will', async () => {
    const hall = closedAfter(await openFleetHall(broker.url))
    const child = spawnRobot()
    await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
    child.kill('SIGKILL')
    await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'unknown' }))
    expect(online(hall).at(-1)).toBe(false)
  })

  it('is offline after two intervals without a state', async () => {
    const { hall } = await openRobot()
    const since = hall.clock.now()
    await hall.until(() => expect(online(hall).at(-1)).toBe(false))
    expect(hall.clock.now() - since).toBeGreaterThan(55_000)
  })

  it('is online when the bus is back and its retained word says so, old as that is', async () => {
    const { hall, robot } = await openRobot()
    await robot.say('connection', connectionOf('ONLINE'))
    await hall.pass(5)
    await hall.until(() => expect(online(hall).at(-1)).toBe(false))
    await hall.loseBus()
    await hall.until(() => expect(online(hall).at(-1)).toBe(true))
  })
})

describe('a robot that somebody drives by hand', () => {
  it('is told nothing, and goes on by a new order from where it then stands, known by its place alone', async () => {
    const { hall, robot } = await openRobot()
    await robot.listen('order', 'instantActions')
    await hall.send(delivery({ kind: 'guide', from: 'W1', to: 'back-office' }))
    await hall.until(() => expect(robot.orders).not.toHaveLength(0))
    const [order] = robot.orders
    if (!order) throw new Error('an order was heard')
    await robot.say('state', stateWith(order))
    await hall.untilHappened('orderAcknowledged')

    const inHand = { ...idleState, operatingMode: 'MANUAL', lastNodeId: '' }
    await robot.say('state', inHand)
    await hall.until(() => expect(hall.eventsOf('robotChanged').at(-1)?.robot.mode).toBe('manual'))
    const [orders, actions] = [robot.orders.length, robot.actions.length]
    await hall.pass(20)
    expect([robot.orders.length, robot.actions.length]).toEqual([orders, actions])

    const agvPosition = { x: 10.2, y: 15.9, theta: 0, mapId: 'F1', positionInitialized: true }
    await robot.say('state', { ...inHand, operatingMode: 'AUTOMATIC', agvPosition })
    await hall.until(() => expect(robot.orders.length).toBeGreaterThan(orders))
    const next = robot.orders.at(-1)
    expect(next?.orderId).not.toBe(order.orderId)
    expect(next?.nodes[0]).toMatchObject({ nodeId: 'n2', sequenceId: 0 })
  })
})

describe('a message that makes no sense', () => {
  it('changes nothing, is told once with its field, and the next good one is understood', async () => {
    const { hall, robot } = await openRobot()
    const before = hall.eventsOf('robotChanged').length
    const nonsense = ['', 'no JSON', '[]', 'null', '7', '{}', { nodeStates: [] }, { ...idleState, nodeStates: 'none' }]
    for (const message of nonsense) await robot.say('state', message)
    for (const message of ['{', { connectionState: 'SOMEWHERE' }]) await robot.say('connection', message)
    await robot.say('factsheet', 'a fork lift')
    await robot.say('state', { ...idleState, lastNodeId: 'n1' })
    await hall.until(() => expect(hall.eventsOf('robotChanged').at(-1)?.robot.nodeId).toBe('n1'))
    expect(hall.eventsOf('robotChanged')).toHaveLength(before + 1)
    const complaints = hall.log.lines.filter(({ words }) => words === 'robot not understood')
    expect(complaints).toHaveLength(1)
    expect(complaints[0]?.facts).toMatchObject({ robotId: 'R1', topic: 'state' })
  })

  it('is used as far as it goes when it only breaks the rules', async () => {
    const { hall, robot } = await openRobot()
    await robot.say('state', {
      orderId: null,
      orderUpdateId: '0',
      lastNodeId: 'n2',
      batteryState: { batteryCharge: '64.2', charging: null },
      operatingMode: 'automatic',
      errors: null,
    })
    await hall.until(() =>
      expect(hall.eventsOf('robotChanged').at(-1)?.robot).toMatchObject({
        nodeId: 'n2',
        batteryPercent: 60,
        mode: 'automatic',
        charging: false,
        faults: [],
      }),
    )
    expect(timesSaid(hall, 'robot differs from VDA 5050')).toBeGreaterThan(0)
  })

  it('between any two good ones keeps no robot from its delivery', async () => {
    const { hall, robot } = await openRobot()
    await robot.listen('order')
    const say = async (state: object): Promise<void> => {
      await robot.say('state', JSON.stringify(state).slice(0, 80))
      await robot.say('state', state)
    }
    await hall.send(delivery({ kind: 'guide', from: 'W1', to: 'back-office' }))
    await hall.until(async () => {
      const order = robot.orders.at(-1)
      if (order) await say(stateWith(order, order.nodes.length - 1))
      expect(hall.happened()).toContain('missionDelivered')
    })
    expect(timesSaid(hall, 'robot not understood')).toBeLessThan(5)
  })
})

const spawnRobot = (): ChildProcess => {
  const flags = { mqtt: broker.url, manufacturer: 'RobotCompany', serial: '001', node: 'n0', map: 'F1', x: 2, y: 16 }
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(process.execPath, ['--import', 'tsx', 'simulators/robot.ts', ...args], { stdio: 'inherit' })
  closedAfter({
    close: async () => {
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit')
    },
  })
  return child
}
