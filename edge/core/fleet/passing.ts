/** How far a robot has come on its course, and what has become of its order. */
import type { Course } from '#contracts/courses.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { HallState } from '../state.ts'
import { hasPlans } from './driving.ts'
import { nodeNamed } from './nodes.ts'
import { cancelActionOf, isIdle } from './orders.ts'

export const along = (robotId: RobotId, report: RobotReport, hall: HallState): HallEvent[] => {
  const node = nodeNamed(report.lastNodeId, hall)
  const course = hall.courses.get(robotId)
  if (course === undefined) return node ? placed(robotId, node.nodeId, hall) : []
  const passed = node && passedBy(report, course)
  if (node && passed === undefined) return placed(robotId, node.nodeId, hall)
  const steps: HallEvent[] = passed ? [{ type: 'stepsPassed', robotId, count: passed }] : []
  return [...steps, ...orderProgress(robotId, report, course, passed ?? 0, hall)]
}

/** Put down elsewhere by somebody, or heard of for the first time: whatever was planned around it is void. */
const placed = (robotId: RobotId, nodeId: Course['steps'][number]['nodeId'], hall: HallState): HallEvent[] => [
  ...dropPlans(hall),
  { type: 'robotPlaced', robotId, nodeId },
]

const dropPlans = (hall: HallState): HallEvent[] => (hasPlans(hall) ? [{ type: 'plansDropped' }] : [])

/**
 * How many steps of its base it has behind it; nothing when it is on none of them. A base may pass a node twice: the
 * sequenceId tells which time it is, and is not trusted alone, since some robots count from 0 again.
 */
const passedBy = (report: RobotReport, course: Course): number | undefined => {
  const { steps, released, order } = course
  const { lastNodeId } = report
  const counted = order?.orderId === report.orderId ? countedBy(report, order) : 0
  if (counted >= 0 && counted < released && steps[counted]?.nodeId === lastNodeId) return counted
  const found = steps.findIndex(({ nodeId }) => nodeId === lastNodeId)
  return found >= 0 && found < released ? found : undefined
}

/** A robot that has just taken an order may still tell the sequenceId of its last one: what is left tells better. */
const countedBy = (
  { lastSequence, nodesLeft }: RobotReport,
  { at, from, nodes }: NonNullable<Course['order']>,
): number => Math.min(lastSequence / 2 - at, Math.max(0, from + nodes.length - nodesLeft - 1 - at))

const orderProgress = (
  robotId: RobotId,
  report: RobotReport,
  { order, released }: Course,
  passed: number,
  hall: HallState,
): HallEvent[] => {
  if (order === undefined) return []
  const { orderId, orderUpdateId, acknowledged } = order
  const shown = report.orderId === orderId && report.orderUpdateId === orderUpdateId
  const taken: HallEvent[] =
    shown && !acknowledged ? [{ type: 'orderAcknowledged', robotId, orderId, orderUpdateId }] : []
  if (isOver()) {
    const halfway = passed < released - 1
    return [...taken, ...(halfway ? dropPlans(hall) : []), { type: 'orderOver', robotId }]
  }
  const rejection = shown || acknowledged ? undefined : report.rejections.find((one) => one.orderId === orderId)
  if (rejection === undefined) return taken
  return [...dropPlans(hall), { type: 'orderRefused', robotId, orderId, errorType: rejection.errorType }]

  /** Driven to its end, cancelled, or lost by a robot that had it; whoever has an update has had the order. */
  function isOver(): boolean {
    const isLost = report.orderId !== orderId && (acknowledged || orderUpdateId > 0)
    if (isIdle(report) && (shown || isLost)) return true
    if (shown || acknowledged) return false
    const cancel = report.actions.find(({ actionId }) => actionId === cancelActionOf(orderId))?.status
    return cancel === 'finished' || cancel === 'failed' || (cancel === 'waiting' && isIdle(report))
  }
}
