/** A fleet in the core alone: robots, lifts and doors that do what they are told, and messages that get lost. */
import type { Command } from '#contracts/commands.ts'
import type { EventOf, Fact, HallEvent } from '#contracts/facts.ts'
import type { RequestMission } from '#contracts/floorCommands.ts'
import { CommandId, type MissionId, type RobotId } from '#contracts/ids.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { Site } from '#contracts/site.ts'
import type { SiteRobot } from '#contracts/siteFleet.ts'
import { ongoingOf } from '#edge/core/fleet/ongoing.ts'
import { orderContent } from '#edge/core/fleet/orders.ts'
import { wanted } from '#edge/core/fleet/wanting.ts'
import { decide, evolve } from '#edge/core/hall.ts'
import { emptyHall, type HallState } from '#edge/core/state.ts'
import { createDice } from '#simulators/random.ts'
import { NINE } from '#test/support/given.ts'
import { createWorldLift } from './worldPlant.ts'
import { createWorldRobot, type WorldRobot } from './worldRobot.ts'

/** Probabilities: that a robot does not move on in a second, and that a message either way is lost. */
export interface Luck {
  seed?: number
  delay?: number
  loss?: number
}

export const createFleetWorld = (site: Site, { seed = 1, delay = 0, loss = 0 }: Luck = {}) => {
  const dice = createDice(seed)
  let hall: HallState = emptyHall(site)
  let now = NINE
  const facts: Fact[] = []
  const robots = new Map(site.robots.map((robot) => [robot.robotId, createWorldRobot(robot)]))
  const lifts = new Map(site.lifts.map(({ liftId }) => [liftId, createWorldLift(liftId, site)]))
  /** What the edge has heard last. */
  const heard = new Map<RobotId, RobotReport>()
  const online = new Map<RobotId, boolean>()

  const take = (events: readonly HallEvent[]): void => {
    for (const event of events) {
      const cause = CommandId.parse(`c-${facts.length}`)
      const fact: Fact = { seq: facts.length + 1, at: now, by: 'test', cause, event }
      facts.push(fact)
      hall = evolve(hall, fact)
    }
  }
  const send = (command: Command) => {
    const decision = decide(command, hall, now)
    if (decision.ok) take(decision.events)
    return decision
  }

  const tell = (paper: SiteRobot, robot: WorldRobot): void => {
    const { robotId } = paper
    const report = heard.get(robotId)
    const known = { robot: hall.robots.get(robotId), course: hall.courses.get(robotId) }
    const wants = wanted({ ...known, mission: ongoingOf(hall, robotId), online: true, report })
    for (const want of wants) {
      if (dice.chance(loss)) continue
      if (want.say === 'order') robot.hear(orderContent(want.order, paper, site))
      else if ('actionId' in want) robot.act(want)
    }
  }
  const speak = (robotId: RobotId, robot: WorldRobot): void => {
    const report = structuredClone(robot.report)
    heard.set(robotId, report)
    online.set(robotId, true)
    send({ type: 'reportRobot', robotId, online: true, report })
  }

  const fallSilent = (robotId: RobotId): void => {
    if (online.get(robotId) === false) return
    online.set(robotId, false)
    send({ type: 'reportRobot', robotId, online: false })
  }

  const isOpen = (from: string, to: string): boolean => {
    const [one, other] = [from, to].map((id) => site.routeNodes.find(({ nodeId }) => nodeId === id))
    if (!one || !other) return false
    const liftId = other.liftId ?? one.liftId
    const lift = liftId && lifts.get(liftId)?.lift
    return liftId === undefined || (lift?.door === 'open' && lift.floor === other.place.floorId)
  }

  /** By what they really do: no two robots in one place. */
  const meetNobody = (): void => {
    const { cells, indexOf } = hall.paper.routes
    const places = new Map([...indexOf].map(([nodeId, index]) => [String(nodeId), cells[index]]))
    const taken = new Map<number | undefined, RobotId>()
    for (const [robotId, { report }] of robots) {
      const place = places.get(report.lastNodeId)
      const other = taken.get(place)
      if (other) throw new Error(`${robotId} and ${other} are both on ${report.lastNodeId}`)
      taken.set(place, robotId)
    }
  }

  const liveThrough = (paper: SiteRobot): void => {
    const { robotId } = paper
    const robot = robots.get(robotId)
    if (robot === undefined) return
    if (!robot.away) tell(paper, robot)
    if (!dice.chance(delay)) robot.live(isOpen)
    if (robot.away) fallSilent(robotId)
    else if (!dice.chance(loss)) speak(robotId, robot)
  }

  /** One second. */
  const tick = (): void => {
    now += 1000
    for (const paper of site.robots) liveThrough(paper)
    for (const { lift, live } of lifts.values()) {
      live(hall)
      send({ type: 'reportLift', lift: { ...lift } })
    }
    send({ type: 'tick' })
    meetNobody()
  }

  /** Second after second until it is so; never for longer than so many. */
  const until = (isSo: () => boolean, mostSeconds = 3600): void => {
    for (let second = 0; second < mostSeconds; second++) {
      if (isSo()) return
      tick()
    }
    throw new Error(`not within ${mostSeconds} s`)
  }

  const robot = (robotId: RobotId): WorldRobot => {
    const one = robots.get(robotId)
    if (one === undefined) throw new Error(`no ${robotId}`)
    return one
  }
  /** Somebody puts it down there, and it says so at once. */
  const carry = (robotId: RobotId, nodeId: string): void => {
    robot(robotId).move(nodeId)
    speak(robotId, robot(robotId))
  }
  const ask = (command: RequestMission): MissionId => {
    const decision = send(command)
    const [event] = decision.ok ? decision.events : []
    if (event?.type !== 'missionRequested') throw new Error(JSON.stringify(decision))
    return event.missionId
  }
  const stateOf = (missionId: MissionId) => hall.missions.get(missionId)?.state
  const happened = <T extends HallEvent['type']>(type: T): EventOf<T>[] =>
    facts.map(({ event }) => event).filter((event): event is EventOf<T> => event.type === type)

  tick()
  tick()
  return {
    tick,
    until,
    send,
    ask,
    take,
    robot,
    carry,
    robots,
    stateOf,
    happened,
    lifts,
    facts,
    hall: () => hall,
    now: () => now,
    dice,
  }
}
export type FleetWorld = ReturnType<typeof createFleetWorld>
