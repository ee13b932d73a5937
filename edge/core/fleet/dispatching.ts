/** Which robot goes for which mission: the most urgent mission first, and for it the robot that is there soonest. */
import type { HallEvent } from '#contracts/facts.ts'
import type { MissionId, RobotId } from '#contracts/ids.ts'
import type { Errand, Mission, Waiting } from '#contracts/missions.ts'
import type { Instant } from '#contracts/time.ts'
import { type HallState, withEntry } from '../state.ts'
import { reasonsByRobot } from './fitness.ts'
import { pathAlong, type RouteGraph, routeGraph, stopAt, type WaysTo, waysTo } from './routing.ts'

type WaitingMission = Extract<Mission, { state: 'waiting' }>

/** Assigns what can be assigned, and tells where the reasons for waiting have changed. Called once a second. */
export const dispatch = (hall: HallState, at: Instant): HallEvent[] => {
  const waiting = [...hall.missions.values()].filter((mission) => mission.state === 'waiting').sort(urgentFirst)
  if (waiting.length === 0) return []
  const graph = routeGraph(hall.site)
  const events: HallEvent[] = []
  let now = hall
  for (const mission of waiting) {
    const event = send(mission, now, graph, at)
    if (event === undefined) continue
    events.push(event)
    if (event.type === 'missionAssigned') now = taken(now, event.errand.robotId, mission.missionId)
  }
  return events
}

const urgentFirst = (a: WaitingMission, b: WaitingMission): number =>
  b.priority - a.priority || a.requestedAt - b.requestedAt || a.missionId.localeCompare(b.missionId)

const send = (mission: WaitingMission, hall: HallState, graph: RouteGraph, at: Instant): HallEvent | undefined => {
  const { missionId, from, to } = mission
  const [pick, drop] = [stopAt(hall.site, from), stopAt(hall.site, to)]
  const toPick = pick.ok ? waysTo(graph, pick.nodeId) : new Map()
  const why = reasonsByRobot(hall, toPick)
  const robotId = soonest(hall, why, toPick)
  if (robotId === undefined || !pick.ok || !drop.ok) {
    return same(why, mission.why) ? undefined : { type: 'missionHeld', missionId, why }
  }
  const nodeId = hall.robots.get(robotId)?.nodeId ?? pick.nodeId
  const approach = pathAlong(toPick, nodeId)
  const carriage = pathAlong(waysTo(graph, drop.nodeId), pick.nodeId)
  const path = [...approach, ...carriage.slice(1)]
  const errand: Errand = {
    robotId,
    // The hall counts missions for ever, and a hall that lost its count is told apart by the time: never used twice.
    orderId: `${missionId}-${at}`,
    orderUpdateId: 0,
    path,
    pickAt: approach.length - 1,
    dropAt: path.length - 1,
    acknowledged: false,
  }
  return { type: 'missionAssigned', missionId, errand }
}

/** Among those with nothing against them; the first of the site file when several take as long. */
const soonest = (hall: HallState, why: Waiting, ways: WaysTo): RobotId | undefined => {
  const timeOf = (robotId: RobotId): number => {
    const nodeId = hall.robots.get(robotId)?.nodeId
    return (nodeId && ways.get(nodeId)?.time) ?? Number.POSITIVE_INFINITY
  }
  const free = hall.site.robots.map(({ robotId }) => robotId).filter((robotId) => why[robotId]?.length === 0)
  return free.sort((a, b) => timeOf(a) - timeOf(b))[0]
}

const taken = (hall: HallState, robotId: RobotId, missionId: MissionId): HallState => {
  const robot = hall.robots.get(robotId)
  return robot ? { ...hall, robots: withEntry(hall.robots, robotId, { ...robot, missionId }) } : hall
}

const same = (a: Waiting, b: Waiting): boolean => {
  const text = (why: Waiting) =>
    Object.entries(why)
      .map(([robotId, reasons]) => `${robotId}:${reasons.join()}`)
      .sort()
      .join(';')
  return text(a) === text(b)
}
