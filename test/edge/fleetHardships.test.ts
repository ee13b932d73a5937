/** What robots, radio and restarts do to a mission, over a real broker. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { RequestMission } from '#contracts/floorCommands.ts'
import { missionId } from '#test/support/names.ts'
import { useBroker } from './fleetBroker.ts'
import { delivery, type FleetHall, idleState, openFleetHall, openRawRobot, type RawRobot, ROOT } from './fleetHall.ts'

const { broker, closedAfter } = useBroker()

const mission = RequestMission.parse(delivery)

/** A hall that knows a robot which stands at n0 and listens to nothing. */
const openDeafRobot = async (facts: FleetHall['facts'] = []): Promise<{ hall: FleetHall; robot: RawRobot }> => {
  const hall = await openFleetHall(broker.url, undefined, facts)
  const robot = closedAfter(await openRawRobot(broker.url))
  await robot.say('state', idleState)
  await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
  return { hall, robot }
}

const orderIn = ({ headerId, timestamp, ...order }: Record<string, unknown>) => {
  expect(headerId).toBeTypeOf('number')
  expect(timestamp).toBeTypeOf('string')
  return order
}

/** The state of a robot that has taken this order and stands on its first node. */
const stateWith = ({ orderId, orderUpdateId, nodes, edges }: Record<string, unknown>) => ({
  ...idleState,
  orderId,
  orderUpdateId,
  nodeStates: (nodes as object[]).slice(1),
  edgeStates: edges as object[],
})

describe('an order that gets lost', () => {
  it('is sent again with the same content, and no more once the state shows it', async () => {
    const { hall, robot } = await openDeafRobot()
    closedAfter(hall)
    await hall.send(mission)
    await hall.until(() => expect(sent(hall, 'order')).toBeGreaterThanOrEqual(2))
    await robot.client.subscribeAsync(`${ROOT}/order`)
    await hall.until(() => expect(robot.heard.order.length).toBeGreaterThanOrEqual(2))

    const [first, second] = robot.heard.order
    if (!first || !second) throw new Error('two orders were heard')
    expect(orderIn(second)).toEqual(orderIn(first))
    expect(second.headerId).toBe(Number(first.headerId) + 1)

    await robot.say('state', stateWith(first))
    await hall.untilHappened('orderAcknowledged')
    const [before, since] = [sent(hall, 'order'), hall.clock.now()]
    await hall.until(() => expect(hall.clock.now() - since).toBeGreaterThan(40_000))
    expect(sent(hall, 'order')).toBe(before)
    expect(hall.happened().filter((type) => type === 'missionAssigned')).toHaveLength(1)
  })

  it('is sent again after a restart of the hall, word for word, until it is acknowledged', async () => {
    const { hall, robot } = await openDeafRobot()
    await robot.client.subscribeAsync(`${ROOT}/order`)
    await hall.send(mission)
    await hall.until(() => expect(robot.heard.order).not.toHaveLength(0))
    await hall.close()
    const [first] = robot.heard.order.splice(0)
    if (!first) throw new Error('an order was heard')

    const again = await openFleetHall(broker.url, undefined, hall.facts)
    await again.until(() => expect(robot.heard.order).not.toHaveLength(0))
    expect(orderIn(robot.heard.order[0] ?? {})).toEqual(orderIn(first))
    await robot.say('state', stateWith(first))
    await again.untilHappened('orderAcknowledged')
    await again.close()

    const third = closedAfter(await openFleetHall(broker.url, undefined, hall.facts))
    await robot.say('state', stateWith(first))
    await third.until(() => expect(third.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
    expect(sent(third, 'order')).toBe(0)
  })
})

describe('a mission cancelled while its robot is silent', () => {
  it('sends cancelOrder under both names until the state lists it, and frees the robot when it is finished', async () => {
    const { hall, robot } = await openDeafRobot()
    closedAfter(hall)
    await robot.client.subscribeAsync(`${ROOT}/order`)
    await hall.send(mission)
    await hall.until(() => expect(robot.heard.order).not.toHaveLength(0))
    const order = robot.heard.order[0] ?? {}
    await robot.say('state', stateWith(order))
    await hall.untilHappened('orderAcknowledged')

    await hall.send({ type: 'cancelMission', missionId: missionId('M0001') })
    await hall.until(() => expect(sent(hall, 'cancelOrder')).toBeGreaterThanOrEqual(2))
    await robot.client.subscribeAsync(`${ROOT}/instantActions`)
    await hall.until(() => expect(robot.heard.instantActions).not.toHaveLength(0))
    const { actions, instantActions } = robot.heard.instantActions[0] ?? {}
    expect(instantActions).toEqual(actions)
    expect(actions).toMatchObject([{ actionId: `${order.orderId}-cancel`, actionType: 'cancelOrder' }])

    const actionId = `${order.orderId}-cancel`
    await robot.say('state', { ...stateWith(order), actionStates: [{ actionId, actionStatus: 'RUNNING' }] })
    await robot.say('state', {
      ...idleState,
      orderId: order.orderId,
      actionStates: [{ actionId, actionStatus: 'FINISHED' }],
    })
    await hall.untilHappened('missionCancelled')
  })
})

describe('a state message that makes no sense', () => {
  it('changes nothing, is told once with its field, and the next good one is understood', async () => {
    const { hall, robot } = await openDeafRobot()
    closedAfter(hall)
    const before = hall.facts.length
    const nonsense = ['', 'no JSON', '[]', 'null', '7', '{}', { nodeStates: [] }, { ...idleState, nodeStates: 'none' }]
    for (const message of nonsense) await robot.say('state', message)
    for (const message of ['{', { connectionState: 'SOMEWHERE' }]) await robot.say('connection', message)
    await robot.say('state', { ...idleState, lastNodeId: 'n1' })
    await hall.until(() => expect(hall.facts).toHaveLength(before + 1))
    expect(hall.facts.at(-1)?.event).toMatchObject({ type: 'robotChanged', robot: { nodeId: 'n1', online: true } })
    const complaints = hall.log.lines.filter(({ words }) => words === 'robot not understood')
    expect(complaints).toHaveLength(1)
    expect(complaints[0]?.facts).toMatchObject({ robotId: 'R1', topic: 'state' })
  })

  it('is used as far as it goes when it only breaks the rules', async () => {
    const { hall, robot } = await openDeafRobot()
    closedAfter(hall)
    await robot.say('state', {
      orderId: null,
      orderUpdateId: '0',
      lastNodeId: 'n2',
      batteryState: { batteryCharge: '64.2', charging: null },
      operatingMode: 'automatic',
      errors: null,
    })
    await hall.until(() =>
      expect(hall.facts.at(-1)?.event).toMatchObject({
        type: 'robotChanged',
        robot: { nodeId: 'n2', batteryPercent: 60, mode: 'automatic', charging: false, faults: [] },
      }),
    )
    expect(hall.log.lines.map(({ words }) => words)).toContain('robot differs from VDA 5050')
  })
})

describe('a robot that disappears', () => {
  it('is offline as soon as its socket dies, by its last will', async () => {
    const hall = closedAfter(await openFleetHall(broker.url))
    const child = spawnRobot()
    await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
    child.kill('SIGKILL')
    await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'unknown' }))
    const last = hall.facts.filter(({ event }) => event.type === 'robotChanged').at(-1)
    expect(last?.event).toMatchObject({ robotId: 'R1', robot: { online: false } })
  })

  it('is offline after two intervals without a state', async () => {
    const { hall } = await openDeafRobot()
    closedAfter(hall)
    const since = hall.clock.now()
    await hall.until(() =>
      expect(hall.facts.at(-1)?.event).toMatchObject({ type: 'robotChanged', robot: { online: false } }),
    )
    expect(hall.clock.now() - since).toBeGreaterThan(55_000)
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

/** How often the fleet has said it to the robot. */
const sent = (hall: FleetHall, what: 'order' | 'cancelOrder'): number =>
  hall.log.lines.filter(({ words }) => words === `${what} sent`).length
