/** Robots of narrow minds and of other makers: limits of their factsheets, and dialects by profile, over a real broker. */
import { describe, expect, it } from 'vitest'
import { useBroker } from './fleetBroker.ts'
import { delivery, type FleetHall, fleetSite, openFleetHall, timesSaid } from './fleetHall.ts'
import { idleState, openPuppet, type Puppet, stateWith } from './fleetPuppet.ts'

const { broker, closedAfter } = useBroker()

interface Limits {
  arrays?: object
  strings?: object
  timing?: object
  actions?: string[]
}

const factsheet = ({ arrays = {}, strings = {}, timing = {}, actions = [] }: Limits) => ({
  protocolLimits: { maxArrayLens: arrays, maxStringLens: strings, timing },
  protocolFeatures: { agvActions: actions.map((actionType) => ({ actionType, actionScopes: ['INSTANT'] })) },
})

/** A robot at n0 that listens, and the hall that knows it. */
const openRobot = async (robot: object = {}, limits?: Limits): Promise<{ hall: FleetHall; robot: Puppet }> => {
  const hall = closedAfter(await openFleetHall(broker.url, { site: fleetSite(robot) }))
  const puppet = closedAfter(await openPuppet(broker.url))
  await puppet.listen('order', 'instantActions')
  if (limits) await puppet.say('factsheet', factsheet(limits))
  await puppet.say('state', idleState)
  await hall.until(() => expect(hall.readings.get('robot:R1')).toMatchObject({ state: 'fine' }))
  if (limits) await hall.untilHappened('robotDescribed')
  return { hall, robot: puppet }
}

/** It has driven all of its last order, the horizon included. */
const arrivedBy = ({ orders }: Puppet) => {
  const order = orders.at(-1)
  return order ? stateWith(order, order.nodes.length - 1) : idleState
}

const typesIn = ({ actions }: Puppet): string[] =>
  actions.flatMap((message) => message.actions ?? message.instantActions ?? []).map(({ actionType }) => actionType)

describe('a robot that has not said what it can do', () => {
  it('is asked three times at most', async () => {
    const { hall, robot } = await openRobot()
    await hall.until(() => expect(typesIn(robot).filter((type) => type === 'factsheetRequest')).toHaveLength(3))
    await robot.say('state', idleState)
    await hall.pass(50)
    await robot.say('state', idleState)
    await hall.pass(50)
    expect(typesIn(robot).filter((type) => type === 'factsheetRequest')).toHaveLength(3)
  })

  it('is not asked when it has said so before, to a hall that was not there', async () => {
    const robot = closedAfter(await openPuppet(broker.url))
    await robot.say('factsheet', factsheet({ arrays: { 'order.nodes': 5 } }))
    const hall = closedAfter(await openFleetHall(broker.url))
    await robot.listen('instantActions')
    await robot.say('state', idleState)
    await hall.untilHappened('robotDescribed')
    expect(hall.eventsOf('robotDescribed')).toMatchObject([{ robotId: 'R1', limits: { nodes: 5 } }])
    const before = typesIn(robot).length
    await robot.say('factsheet', factsheet({ arrays: { 'order.nodes': 5 } }))
    await hall.pass(10)
    expect(typesIn(robot).length).toBe(before)
    expect(hall.eventsOf('robotDescribed')).toHaveLength(1)
  })
})

describe('a robot that takes few nodes at a time', () => {
  it('gets no more of them in any message, and comes to its place', async () => {
    const { hall, robot } = await openRobot({}, { arrays: { 'order.nodes': 2 } })
    await hall.send(delivery({ kind: 'guide', from: 'n0', to: 'back-office' }))
    await hall.until(async () => {
      await robot.say('state', arrivedBy(robot))
      expect(hall.happened()).toContain('missionDelivered')
    })
    expect(robot.orders.length).toBeGreaterThanOrEqual(3)
    expect(Math.max(...robot.orders.map(({ nodes }) => nodes.length))).toBe(2)
  })
})

describe('a robot that wants time between orders', () => {
  it('gets none sooner, not even the same again', async () => {
    const { hall, robot } = await openRobot({}, { timing: { minOrderInterval: 7 } })
    await hall.send(delivery())
    await hall.until(() => expect(robot.orders.length).toBeGreaterThanOrEqual(4))
    const times = robot.orders.map(({ timestamp }) => Date.parse(String(timestamp)))
    const pauses = times.slice(1).map((at, i) => at - (times[i] ?? at))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(7000)
  })
})

describe('a robot whose ids are short', () => {
  it('is a matter for a person: the log says so once', async () => {
    const { hall } = await openRobot({}, { strings: { idLen: 8 } })
    await hall.send(delivery())
    await hall.until(() => expect(timesSaid(hall, 'order sent')).toBeGreaterThan(2))
    const lines = hall.log.lines.filter(({ words }) => words === 'an id is longer than the robot takes')
    expect(lines).toHaveLength(1)
    expect(lines[0]?.facts).toMatchObject({ robotId: 'R1', idLength: 8 })
  })
})

describe('a robot that cannot pause', () => {
  it('is not told to, stands still without further orders, and the log says so once', async () => {
    const { hall, robot } = await openRobot({}, { actions: ['cancelOrder', 'pick', 'drop'] })
    const [paper] = fleetSite().robots
    if (!paper) throw new Error('a robot')
    await hall.send({ type: 'pauseRobot', robotId: paper.robotId })
    await hall.send(delivery())
    await hall.pass(20)
    expect(typesIn(robot)).not.toContain('startPause')
    expect(robot.orders).toEqual([])
    expect(timesSaid(hall, 'startPause is nothing the robot knows')).toBe(1)
  })
})

describe('a robot that drives into the horizon', () => {
  it('gets short orders instead, all of them released, each from where it stands', async () => {
    const site = fleetSite({ profile: 'missionDispatch' }, { homeNodeId: 'm10' })
    const hall = closedAfter(await openFleetHall(broker.url, { site }))
    const robot = closedAfter(await openPuppet(broker.url))
    const other = closedAfter(await openPuppet(broker.url, '002'))
    await robot.listen('order')
    await other.listen('order')
    await robot.say('state', idleState)
    await other.say('state', { ...idleState, serialNumber: '002', lastNodeId: 'n2' })
    await hall.until(() => expect(other.orders).not.toHaveLength(0))
    await hall.send(delivery({ kind: 'guide', from: 'n0', to: 'back-office' }))
    await hall.until(() => expect(robot.orders).not.toHaveLength(0))
    await robot.say('state', arrivedBy(robot))
    await other.say('state', { ...arrivedBy(other), serialNumber: '002' })
    await hall.until(async () => {
      await robot.say('state', arrivedBy(robot))
      expect(hall.happened()).toContain('missionDelivered')
    })
    const once = [...new Map(robot.orders.map((order) => [order.orderId, order])).values()]
    expect(once.length).toBeGreaterThan(1)
    expect(robot.orders.every(({ orderUpdateId }) => orderUpdateId === 0)).toBe(true)
    expect(robot.orders.flatMap(({ nodes }) => nodes).every(({ released }) => released)).toBe(true)
    for (const [i, { nodes }] of once.slice(1).entries()) expect(nodes[0]?.nodeId).toBe(once[i]?.nodes.at(-1)?.nodeId)
  })
})

describe('instant actions', () => {
  it('come under the key of the robot’s profile', async () => {
    const { hall, robot } = await openRobot({ profile: 'missionDispatch' })
    await hall.until(() => expect(robot.actions).not.toHaveLength(0))
    expect(robot.actions.every((message) => message.instantActions && message.actions === undefined)).toBe(true)
  })
})

describe('a pick', () => {
  it('says what the profile of the robot asks for', async () => {
    for (const [profile, count] of [
      ['standard', 2],
      ['strict', 0],
    ] as const) {
      const { hall, robot } = await openRobot({ profile })
      await hall.send(delivery())
      await hall.until(() => expect(robot.orders).not.toHaveLength(0))
      const [action, ...others] = robot.orders[0]?.nodes.at(-1)?.actions ?? []
      expect(others).toEqual([])
      expect(action).toMatchObject({ actionType: 'pick', blockingType: 'HARD' })
      expect(action?.actionParameters).toHaveLength(count)
      await robot.close()
      await hall.close()
    }
  })
})
