/** What a robot says, turned into what has happened: to the robot, and to the mission it is on. */

import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { ReportRobot } from '#contracts/machineCommands.ts'
import type { Robot, RobotReport } from '#contracts/robots.ts'
import { accept, type Decision } from '../decision.ts'
import type { HallState } from '../state.ts'
import { type Ongoing, ongoingOf } from './missions.ts'
import { actionOf, cancelActionOf, isIdle } from './orders.ts'

const BATTERY_STEP_PERCENT = 5

type Told = Omit<Robot, 'missionId'>

export const reportRobot = ({ robotId, online, report }: ReportRobot, hall: HallState): Decision => {
  if (!hall.site.robots.some((robot) => robot.robotId === robotId)) return accept()
  const known = hall.robots.get(robotId)
  if (known === undefined && !online) return accept()
  const ongoing = ongoingOf(hall, robotId)
  const events = report && ongoing ? progress(ongoing, report) : []
  const goesOn = !events.some(({ type }) => ENDS.has(type))
  const robot = told(robotId, online, report, hall, goesOn ? ongoing : undefined)
  const changed: HallEvent[] = known && sameRobot(known, robot) ? [] : [{ type: 'robotChanged', robotId, robot }]
  return accept(...changed, ...events)
}

const ENDS: ReadonlySet<HallEvent['type']> = new Set([
  'missionHeld',
  'missionDelivered',
  'missionFailed',
  'missionCancelled',
])

/** Without a report only `online` is news. A robot just heard of counts as empty until it says how full it is. */
const told = (
  robotId: RobotId,
  online: boolean,
  report: RobotReport | undefined,
  { robots, site }: HallState,
  mission: Ongoing | undefined,
): Told => {
  if (report === undefined) {
    const blank: Robot = { robotId, online, mode: 'automatic', batteryPercent: 0, charging: false, faults: [] }
    const { missionId: _, ...known } = robots.get(robotId) ?? blank
    return { ...known, online }
  }
  const { mode, batteryPercent, charging, lastNodeId, faults, orderId } = report
  const node = site.routeNodes.find(({ nodeId }) => nodeId === lastNodeId)
  const isStray = !isIdle(report) && orderId !== mission?.errand.orderId
  return {
    robotId,
    online,
    mode,
    batteryPercent: Math.floor(batteryPercent / BATTERY_STEP_PERCENT) * BATTERY_STEP_PERCENT,
    charging,
    ...(node && { nodeId: node.nodeId }),
    faults,
    ...(isStray && { strayOrderId: orderId }),
  }
}

const sameRobot = (known: Robot, robot: Told): boolean =>
  known.online === robot.online &&
  known.mode === robot.mode &&
  known.batteryPercent === robot.batteryPercent &&
  known.charging === robot.charging &&
  known.nodeId === robot.nodeId &&
  known.strayOrderId === robot.strayOrderId &&
  known.faults.join() === robot.faults.join()

/** What the report means for the mission the robot is on, in order. */
const progress = (mission: Ongoing, report: RobotReport): HallEvent[] => {
  const { missionId, errand } = mission
  const shown = report.orderId === errand.orderId && report.orderUpdateId === errand.orderUpdateId
  const events: HallEvent[] = []
  if (shown && !errand.acknowledged) {
    const { orderId, orderUpdateId } = errand
    events.push({ type: 'orderAcknowledged', missionId, orderId, orderUpdateId })
  }
  if (shown && mission.state === 'assigned' && hasPicked(mission, report)) {
    events.push({ type: 'missionUnderway', missionId })
  }
  const end = shown ? endShown(mission, report) : endUnshown(mission, report)
  return end === undefined ? events : [...events, end]
}

/** The robot has the order. */
const endShown = (mission: Ongoing, report: RobotReport): HallEvent | undefined => {
  const { missionId, errand } = mission
  if (hasDropped(mission, report)) return { type: 'missionDelivered', missionId }
  if (mission.cancelAsked) {
    return cancelIsOver(mission, report) || isIdle(report) ? { type: 'missionCancelled', missionId } : undefined
  }
  const failed = (['pick', 'drop'] as const).find((what) => statusOf(report, actionOf(errand, what)) === 'failed')
  if (failed !== undefined) return { type: 'missionFailed', missionId, reason: `${failed}Failed` }
  return (
    fault(mission, report) ?? (isIdle(report) ? { type: 'missionFailed', missionId, reason: 'orderLost' } : undefined)
  )
}

/** The robot has not got the order, or has it no more. */
const endUnshown = (mission: Ongoing, report: RobotReport): HallEvent | undefined => {
  const { missionId, errand } = mission
  if (mission.cancelAsked) {
    return errand.acknowledged || cancelIsOver(mission, report) ? { type: 'missionCancelled', missionId } : undefined
  }
  if (errand.acknowledged) {
    // Nothing is on the robot yet: another one can go. A person has to see after what is.
    return mission.state === 'assigned'
      ? { type: 'missionHeld', missionId, why: {} }
      : { type: 'missionFailed', missionId, reason: 'orderLost' }
  }
  const rejection = report.rejections.find(({ orderId }) => orderId === errand.orderId)
  if (rejection) return { type: 'missionFailed', missionId, reason: `rejected: ${rejection.errorType}` }
  return fault(mission, report)
}

const fault = ({ missionId }: Ongoing, { faults }: RobotReport): HallEvent | undefined =>
  faults[0] === undefined ? undefined : { type: 'missionFailed', missionId, reason: `fault: ${faults[0]}` }

const statusOf = ({ actions }: RobotReport, id: string) => actions.find(({ actionId }) => actionId === id)?.status

/** A guide takes nothing up: it is underway from the place it was sent to first. */
const hasPicked = ({ kind, errand }: Ongoing, report: RobotReport): boolean =>
  kind === 'guide'
    ? report.nodesLeft <= errand.dropAt - errand.pickAt
    : statusOf(report, actionOf(errand, 'pick')) === 'finished'

const hasDropped = ({ kind, errand, cancelAsked }: Ongoing, report: RobotReport): boolean =>
  isIdle(report) &&
  (kind === 'guide'
    ? !cancelAsked && report.lastNodeId === errand.path[errand.dropAt]
    : statusOf(report, actionOf(errand, 'drop')) === 'finished')

/** Failed counts as over: there was nothing left to cancel. What still goes on in the robot is then a stray order. */
const cancelIsOver = ({ errand }: Ongoing, report: RobotReport): boolean => {
  const status = statusOf(report, cancelActionOf(errand.orderId))
  return status === 'finished' || status === 'failed'
}
