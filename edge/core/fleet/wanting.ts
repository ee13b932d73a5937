/** What a robot has to be told and has not answered yet. */
import type { Course, RobotOrder } from '#contracts/courses.ts'
import type { Ongoing } from '#contracts/missionLife.ts'
import type { OperatingMode, Robot, RobotLimits, RobotReport } from '#contracts/robots.ts'
import { cancelActionOf, isIdle, stopActionOf } from './orders.ts'

/** `actionId` names an action; the robot lists it in its state when it has understood. */
export type Want =
  | { say: 'order'; order: RobotOrder }
  | { say: 'cancelOrder' | 'startPause' | 'stopPause' | 'startCharging' | 'stopCharging'; actionId: string }
  /** It is there, but has not said yet how it is, or what it can do. */
  | { say: 'stateRequest' | 'factsheetRequest' }

/** What is known of one robot: by the hall, and from its own last words. */
export interface Known {
  robot: Robot | undefined
  course: Course | undefined
  mission: Ongoing | undefined
  online: boolean
  report: RobotReport | undefined
}

/** VDA 5050 2.1, 6.10.6: in these a person drives it, and it is told nothing. */
const IN_HAND: readonly (OperatingMode | undefined)[] = ['manual', 'service', 'teachin']

export const wanted = (known: Known): Want[] => {
  const { online, report, robot } = known
  const ask: Want[] = online && report === undefined ? [{ say: 'stateRequest' }] : []
  if (online && robot !== undefined && robot.limits === undefined) ask.push({ say: 'factsheetRequest' })
  if (IN_HAND.includes(report?.mode ?? robot?.mode)) return ask
  return [...ask, ...orders(known), ...pauses(known), ...charging(known)]
}

/** A list of actions without cancelOrder, which each robot has to know, is none of instant actions. */
export const isUnderstood = ({ say }: Want, { actions }: RobotLimits): boolean =>
  say === 'order' || actions === undefined || !actions.includes('cancelOrder') || actions.includes(say)

/** An order of this hall for this robot: `R1-mh3k2j9a-12`. */
const isOurs = (orderId: string, robotId: string): boolean => orderId.startsWith(`${robotId}-`)

/** While it still has an order of before, a new one would be refused; so would an update of a cancelled one. */
const orders = ({ robot, course, mission, report }: Known): Want[] => {
  const order = course?.order
  if (robot && report && !isIdle(report) && report.orderId !== order?.orderId) {
    const { orderId } = report
    return isOurs(orderId, robot.robotId) ? once('cancelOrder', stopActionOf(orderId), report) : []
  }
  if (order === undefined) return []
  if (isUnwanted(order, mission)) return once('cancelOrder', cancelActionOf(order.orderId), report)
  const { orderId, orderUpdateId, acknowledged } = order
  const shown = report?.orderId === orderId && report.orderUpdateId === orderUpdateId
  return acknowledged || shown ? [] : [{ say: 'order', order }]
}

/** Somebody has taken the mission back, or another robot has it. */
const isUnwanted = ({ stop }: RobotOrder, mission: Ongoing | undefined): boolean =>
  mission === undefined ? stop !== undefined : mission.cancelAsked

/** Until its state shows it; of a robot that does not say whether it is paused, until it lists the action. */
const pauses = ({ robot, report }: Known): Want[] => {
  const asked = robot?.pauseAsked
  if (!asked || !report || report.paused === asked.pause) return []
  const say = asked.pause ? 'startPause' : 'stopPause'
  return once(say, `${robot.robotId}-${say}-${asked.at}`, report)
}

/** On its charger and idle it charges; called away from there it stops charging first. */
const charging = ({ robot, course, mission, report }: Known): Want[] => {
  if (!robot || !report || !course) return []
  const { robotId, charger, stoodSince = 0 } = robot
  const stands = isIdle(report) && course.steps.length === 1 && course.order === undefined
  if (charger && stands && !report.charging && charger.nodeId === course.steps[0]?.nodeId)
    return once('startCharging', `${robotId}-charge-${charger.at}`, report)
  const leaves = mission !== undefined || course.steps.length > 1
  return report.charging && !charger && leaves ? once('stopCharging', `${robotId}-leave-${stoodSince}`, report) : []
}

const once = (
  say: Exclude<Want['say'], 'order' | 'stateRequest' | 'factsheetRequest'>,
  actionId: string,
  report: RobotReport | undefined,
): Want[] => (report?.actions.some((action) => action.actionId === actionId) ? [] : [{ say, actionId }])
