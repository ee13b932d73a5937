/** What a robot's report means for the mission it is on. */
import type { Course } from '#contracts/courses.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { Ongoing } from '#contracts/missionLife.ts'
import type { RobotReport } from '#contracts/robots.ts'
import type { HallState } from '../state.ts'
import { ongoingOf } from './ongoing.ts'
import { actionOf, isIdle } from './orders.ts'
import { savedSecondsOf } from './saving.ts'

/** What it tries in vain at one place so often is given up there. */
const MOST_FAILURES = 2

/** Orders refused one after the other, ten seconds apart. */
const MOST_REFUSALS = 3

/** It has taken things up for a mission that is no longer its own: nobody waits for them. `order` is as below. */
export const isStranded = (
  robotId: RobotId,
  order: Course['order'],
  { orderId, actions }: RobotReport,
  hall: HallState,
): boolean =>
  order?.stop === 'pick' &&
  order.orderId === orderId &&
  ongoingOf(hall, robotId) === undefined &&
  actions.some(({ actionId, status }) => actionId === actionOf(orderId, 'pick') && status === 'finished')

/** `order` is the one it had before the report. */
export const missionProgress = (
  robotId: RobotId,
  order: Course['order'],
  report: RobotReport,
  hall: HallState,
): HallEvent[] => {
  const mission = ongoingOf(hall, robotId)
  if (mission === undefined) return []
  const { missionId } = mission
  const stopped = order && stopProgress(mission, order, report, hall)
  if (stopped !== undefined) return stopped
  const [fault] = report.faults
  if (fault !== undefined) {
    return mission.state === 'assigned'
      ? [{ type: 'missionHeld', missionId, why: {}, after: 'robotUnfit' }]
      : [{ type: 'missionFailed', missionId, reason: `fault: ${fault}` }]
  }
  return order === undefined ? [] : refusal(mission, order.orderId, report, hall)
}

/** Another robot goes, if there is one; the third time in a row it is not asked again, and what is on it is left to a person. */
const refusal = (mission: Ongoing, orderId: string, { rejections }: RobotReport, hall: HallState): HallEvent[] => {
  const { missionId, robotId, state } = mission
  const times = hall.robots.get(robotId)?.refusals?.times ?? 0
  const rejection = rejections.find((one) => one.orderId === orderId)
  if (times === 0 || rejection === undefined || hall.courses.get(robotId)?.order !== undefined) return []
  const isLast = times >= MOST_REFUSALS
  if (state === 'assigned')
    return [{ type: 'missionHeld', missionId, why: {}, after: 'orderRefused', ...(isLast && { refusedBy: robotId }) }]
  return isLast ? [{ type: 'missionFailed', missionId, reason: `rejected: ${rejection.errorType}` }] : []
}

/** What the action at the end of its order has come to, if it has come to anything. */
const stopProgress = (
  mission: Ongoing,
  { orderId, stop }: NonNullable<Course['order']>,
  report: RobotReport,
  hall: HallState,
): HallEvent[] | undefined => {
  if (stop === undefined || report.orderId !== orderId) return undefined
  const { missionId } = mission
  const status = report.actions.find(({ actionId }) => actionId === actionOf(orderId, stop))?.status
  if (status === 'finished' && stop === 'pick' && mission.state === 'assigned')
    return [{ type: 'missionUnderway', missionId }]
  if (status === 'finished' && stop === 'drop' && mission.state === 'underway')
    return [{ type: 'missionDelivered', missionId, savedSeconds: savedSecondsOf(mission, hall) }]
  if (status !== 'failed' || mission.cancelAsked || !isIdle(report)) return undefined
  const again: HallEvent = { type: 'stopFailed', missionId, stop }
  if ((mission.failures ?? 0) + 1 < MOST_FAILURES) return [again]
  return stop === 'pick'
    ? [again, { type: 'missionHeld', missionId, why: {}, after: 'pickFailed', refusedBy: mission.robotId }]
    : [again, { type: 'missionFailed', missionId, reason: 'dropFailed' }]
}
