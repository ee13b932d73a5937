/** A fleet in the core alone: robots and a lift that do what they are told, one node a second at most. */
import type { Command } from '#contracts/commands.ts'
import type { Fact, HallEvent } from '#contracts/facts.ts'
import { CommandId, type LiftId, type RobotId } from '#contracts/ids.ts'
import type { HallLift } from '#contracts/lifts.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import { liftRequest } from '#edge/core/fleet/lifts.ts'
import { actionOf } from '#edge/core/fleet/orders.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { NINE } from '#test/support/given.ts'

export interface WorldRobot {
  robotId: RobotId
  nodeId: string
  /** What it has taken: nodes with their place in the order, the first where it stands. */
  ahead: { nodeId: string; sequence: number; released: boolean }[]
  report: RobotReport
  /** It neither hears nor speaks. */
  away: boolean
  /** It does not drive. */
  stands: boolean
}

export const createFleetWorld = (site: Site, random: () => number, options: { delay?: number; loss?: number } = {}) => {
  const { delay = 0, loss = 0 } = options
  let hall: HallState = emptyHall(site)
  let now = NINE
  const facts: Fact[] = []
  const robots = new Map<RobotId, WorldRobot>()
  const lifts = new Map<LiftId, HallLift>()

  const take = (events: readonly HallEvent[]): void => {
    for (const event of events) {
      const fact: Fact = {
        seq: facts.length + 1,
        at: now,
        by: 'test',
        cause: CommandId.parse(`c-${facts.length}`),
        event,
      }
      facts.push(fact)
      hall = evolve(hall, fact)
    }
  }

  const send = (command: Command) => {
    const decision = decide(command, hall, now)
    if (decision.ok) take(decision.events)
    return decision
  }

  for (const { robotId, homeNodeId } of site.robots) {
    const report: RobotReport = {
      orderId: '',
      orderUpdateId: 0,
      mode: 'automatic',
      paused: false,
      batteryPercent: 100,
      charging: false,
      lastNodeId: homeNodeId,
      lastSequence: 0,
      nodesLeft: 0,
      edgesLeft: 0,
      actions: [],
      faults: [],
      rejections: [],
    }
    robots.set(robotId, { robotId, nodeId: homeNodeId, ahead: [], report, away: false, stands: false })
  }
  for (const { liftId, floorIds } of site.lifts) {
    const [floor] = floorIds
    if (floor) lifts.set(liftId, { liftId, floor, door: 'closed', session: null, inService: true })
  }

  const speak = (robot: WorldRobot): void => {
    if (!robot.away) send({ type: 'reportRobot', robotId: robot.robotId, online: true, report: robot.report })
  }

  /** Takes the order the hall has written for it, if it has not yet and the message is not lost. */
  const hear = (robot: WorldRobot): void => {
    const order = hall.courses.get(robot.robotId)?.order
    if (!order || order.acknowledged || robot.away || random() < loss) return
    const { report } = robot
    if (report.orderId === order.orderId && report.orderUpdateId >= order.orderUpdateId) return
    const nodes = order.nodes.map((nodeId, i) => ({ nodeId, sequence: order.from + i, released: i < order.released }))
    const isNew = report.orderId !== order.orderId
    if (isNew && robot.ahead.length > 0) throw new Error(`${robot.robotId} has not driven all of ${report.orderId}`)
    const kept = robot.ahead.filter(({ released }) => released)
    const last = kept.at(-1)?.sequence ?? report.lastSequence / 2
    if (!isNew && nodes[0]?.sequence !== last) throw new Error(`${order.orderId} does not go on from ${last}`)
    robot.ahead = [...kept, ...nodes.slice(1)]
    const { stop } = order
    report.actions = stop
      ? [{ actionId: actionOf(order.orderId, stop), status: 'waiting' }]
      : isNew
        ? []
        : report.actions
    Object.assign(report, { orderId: order.orderId, orderUpdateId: order.orderUpdateId })
    if (isNew) report.lastSequence = 0
    count(robot)
  }

  const count = ({ report, ahead }: WorldRobot): void => {
    report.nodesLeft = ahead.length
    report.edgesLeft = ahead.length
  }

  const drive = (robot: WorldRobot): void => {
    const { report, ahead } = robot
    if (robot.stands || random() < delay) return
    const [next] = ahead
    if (next?.released) {
      ahead.shift()
      robot.nodeId = next.nodeId
      report.lastNodeId = next.nodeId
      report.lastSequence = 2 * next.sequence
      count(robot)
    }
    if (ahead.length === 0) report.actions = report.actions.map(({ actionId }) => ({ actionId, status: 'finished' }))
  }

  const ride = (lift: HallLift): void => {
    const asked = liftRequest(lift.liftId, hall)
    if (!lift.inService) return
    if (asked.session === null) lift.session = null
    else if (lift.session === null || lift.session === asked.session) {
      const target = asked.boarded ? asked.to : asked.from
      Object.assign(lift, { session: asked.session, door: lift.floor === target ? 'open' : 'moving', floor: target })
    }
    send({ type: 'reportLift', lift: { ...lift } })
  }

  /** One second. */
  const tick = (): void => {
    now += 1000
    for (const robot of robots.values()) {
      hear(robot)
      drive(robot)
      speak(robot)
    }
    for (const lift of lifts.values()) ride(lift)
    send({ type: 'tick' })
    meetNobody()
  }

  /** By what they really do: no two robots on one node. */
  const meetNobody = (): void => {
    const taken = new Map<number | undefined, RobotId>()
    const { cells, indexOf } = hall.paper.routes
    for (const { robotId, nodeId } of robots.values()) {
      const index = [...indexOf].find(([id]) => id === nodeId)?.[1]
      const cell = index === undefined ? undefined : cells[index]
      const other = taken.get(cell)
      if (other) throw new Error(`${robotId} and ${other} are both on ${nodeId}`)
      taken.set(cell, robotId)
    }
  }

  return {
    tick,
    send,
    speak,
    robots,
    lifts,
    facts,
    hall: () => hall,
    now: () => now,
  }
}
