/** What a robot has to be told and has not answered yet. */
import type { RobotReport } from '#contracts/robots.ts'
import type { Ongoing } from './missions.ts'
import { cancelActionOf, isIdle, stopActionOf } from './orders.ts'

export type Want =
  | { say: 'order'; mission: Ongoing }
  /** `actionId` names the action; the robot lists it in its state when it has understood. */
  | { say: 'cancelOrder'; actionId: string }
  /** It is there, but has not said yet how it is. */
  | { say: 'stateRequest' }

/** An order of this hall: `M0012-1795428000000`. */
const OURS = /^M\d{4,}-\d+$/

/** `report` is the last one heard, if any; the mission is the one the robot is on. */
export const wanted = (online: boolean, mission: Ongoing | undefined, report: RobotReport | undefined): Want[] => {
  const ask: Want[] = online && report === undefined ? [{ say: 'stateRequest' }] : []
  const stray = report && !isIdle(report) && report.orderId !== mission?.errand.orderId ? report.orderId : ''
  const stop = OURS.test(stray) ? cancel(stopActionOf(stray), report) : []
  return [...ask, ...stop, ...(mission ? wantedOf(mission, report) : [])]
}

const wantedOf = (mission: Ongoing, report: RobotReport | undefined): Want[] => {
  const { orderId, orderUpdateId, acknowledged } = mission.errand
  if (mission.cancelAsked) return cancel(cancelActionOf(orderId), report)
  const shown = report?.orderId === orderId && report.orderUpdateId === orderUpdateId
  return acknowledged || shown ? [] : [{ say: 'order', mission }]
}

const cancel = (actionId: string, report: RobotReport | undefined): Want[] =>
  report?.actions.some((action) => action.actionId === actionId) ? [] : [{ say: 'cancelOrder', actionId }]
