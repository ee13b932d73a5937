/** Which robots can be sent, and everything that speaks against the others. */
import type { RobotId } from '#contracts/ids.ts'
import type { Unfit, Waiting } from '#contracts/missions.ts'
import type { HallState } from '../state.ts'
import type { WaysTo } from './routing.ts'

/** Below this a robot is kept for the way to its charger. */
const LEAST_BATTERY_PERCENT = 20

/** Every reason against sending this robot to where the ways lead. Empty when it can go. */
export const reasonsAgainst = (robotId: RobotId, hall: HallState, ways: WaysTo): Unfit[] => {
  const robot = hall.robots.get(robotId)
  if (robot === undefined) return ['offline']
  const { online, mode, missionId, strayOrderId, batteryPercent, nodeId, faults } = robot
  const reasons: Record<Unfit, boolean> = {
    offline: !online,
    notAutomatic: mode !== 'automatic',
    busy: missionId !== undefined || strayOrderId !== undefined,
    batteryLow: batteryPercent < LEAST_BATTERY_PERCENT,
    placeUnknown: nodeId === undefined,
    noRoute: nodeId !== undefined && !ways.has(nodeId),
    faulty: faults.length > 0,
  }
  return UNFIT.filter((reason) => reasons[reason])
}

const UNFIT: readonly Unfit[] = ['offline', 'notAutomatic', 'busy', 'batteryLow', 'placeUnknown', 'noRoute', 'faulty']

export const reasonsByRobot = (hall: HallState, ways: WaysTo): Waiting =>
  Object.fromEntries(hall.site.robots.map(({ robotId }) => [robotId, reasonsAgainst(robotId, hall, ways)]))
