/** What a robot says, turned into what has happened: on its course, to itself, and to the mission it is on. */
import type { HallEvent } from '#contracts/facts.ts'
import type { DescribeRobot, ReportDoor, ReportLift, ReportRobot } from '#contracts/machineCommands.ts'
import type { Robot, ToldRobot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import { helpFor, helpWithLoad } from '../care/calling.ts'
import { accept, type Decision } from '../decision.ts'
import type { HallState } from '../state.ts'
import { after, inTurn } from './inTurn.ts'
import { nodeNamed } from './nodes.ts'
import { isIdle } from './orders.ts'
import { along } from './passing.ts'
import { isStranded, missionProgress } from './progress.ts'
import { traffic } from './traffic.ts'

const BATTERY_STEP_PERCENT = 5

export const reportRobot = (command: ReportRobot, hall: HallState, at: Instant): Decision => {
  const { robotId, report, online } = command
  if (!hall.paper.robots.has(robotId)) return accept()
  if (!hall.robots.has(robotId) && !online) return accept()
  const order = hall.courses.get(robotId)?.order
  const told = inTurn(
    hall,
    at,
    (now) => (report ? along(robotId, report, now) : []),
    (now) => changed(command, now, at),
    (now) => (report ? missionProgress(robotId, order, report, now) : []),
  )
  if (told.length === 0) return accept()
  const events = [...told, ...traffic(after(hall, at, told), at)]
  const help = helpFor(events, hall, at)
  const isLeft = report !== undefined && isStranded(robotId, order, report, hall)
  return accept(...events, ...help, ...(isLeft ? helpWithLoad(robotId, hall, at, help.length) : []))
}

const changed = (command: ReportRobot, hall: HallState, at: Instant): HallEvent[] => {
  const { robotId } = command
  const known = hall.robots.get(robotId)
  const robot = told(command, hall, at)
  return known && sameRobot(known, robot) ? [] : [{ type: 'robotChanged', robotId, robot }]
}

/** Without a report only `online` is news. A robot just heard of counts as empty until it says how full it is. */
const told = ({ robotId, online, report }: ReportRobot, hall: HallState, at: Instant): ToldRobot => {
  const known = hall.robots.get(robotId)
  const silent = online ? {} : { silentSince: known?.silentSince ?? at }
  if (report === undefined) {
    const blank: ToldRobot = { robotId, online, mode: 'automatic', batteryPercent: 0, charging: false, faults: [] }
    return { ...toldOf(known ?? blank), online, ...silent }
  }
  const { mode, paused, batteryPercent, charging, lastNodeId, faults, orderId } = report
  const node = nodeNamed(lastNodeId, hall)
  const isStray = !isIdle(report) && orderId !== hall.courses.get(robotId)?.order?.orderId
  return {
    robotId,
    online,
    ...silent,
    mode,
    ...(paused !== undefined && { paused }),
    batteryPercent: Math.floor(batteryPercent / BATTERY_STEP_PERCENT) * BATTERY_STEP_PERCENT,
    charging,
    ...(node && { nodeId: node.nodeId }),
    faults,
    ...(isStray && { strayOrderId: orderId }),
  }
}

const toldOf = (robot: Robot | ToldRobot): ToldRobot => {
  const { robotId, online, mode, paused, batteryPercent, charging, nodeId, faults, strayOrderId } = robot
  return {
    robotId,
    online,
    mode,
    ...(paused !== undefined && { paused }),
    batteryPercent,
    charging,
    ...(nodeId && { nodeId }),
    faults,
    ...(strayOrderId !== undefined && { strayOrderId }),
  }
}

const sameRobot = (known: Robot, robot: ToldRobot): boolean =>
  known.online === robot.online &&
  known.mode === robot.mode &&
  (known.paused ?? false) === (robot.paused ?? false) &&
  known.batteryPercent === robot.batteryPercent &&
  known.charging === robot.charging &&
  known.nodeId === robot.nodeId &&
  known.strayOrderId === robot.strayOrderId &&
  known.faults.join() === robot.faults.join()

export const describeRobot = ({ robotId, limits }: DescribeRobot, hall: HallState): Decision => {
  const known = hall.robots.get(robotId)
  const isNews = known !== undefined && JSON.stringify(known.limits) !== JSON.stringify(limits)
  return isNews ? accept({ type: 'robotDescribed', robotId, limits }) : accept()
}

/** Robots that waited for it drive on at once. */
export const reportLift = ({ lift }: ReportLift, hall: HallState, at: Instant): Decision => {
  const { liftId } = lift
  const isNews = JSON.stringify(hall.lifts.get(liftId)) !== JSON.stringify(lift)
  if (!isNews || !hall.site.lifts.some((known) => known.liftId === liftId)) return accept()
  return driveOn({ type: 'liftChanged', liftId, lift }, hall, at)
}

export const reportDoor = ({ door }: ReportDoor, hall: HallState, at: Instant): Decision => {
  const { doorId } = door
  const isNews = JSON.stringify(hall.doors.get(doorId)) !== JSON.stringify(door)
  if (!isNews || !hall.site.doors.some((known) => known.doorId === doorId)) return accept()
  return driveOn({ type: 'doorChanged', doorId, door }, hall, at)
}

const driveOn = (event: HallEvent, hall: HallState, at: Instant): Decision => {
  const events = [event, ...traffic(after(hall, at, [event]), at)]
  return accept(...events, ...helpFor(events, hall, at))
}
