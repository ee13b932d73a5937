/** Which robots can be sent, and everything that speaks against the others. */
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Mission, MissionKind, Unfit, Waiting } from '#contracts/missions.ts'
import { Unfit as UnfitWord } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import type { HallState } from '../state.ts'
import { isCommitted } from './committing.ts'
import { groundOf, groundOnPaper, reaches } from './ground.ts'
import { ongoingOf } from './ongoing.ts'

/** What is to be done, as far as a robot's fitness hangs on it. */
export interface Task {
  kind: MissionKind
  pick: RouteNodeId
  refusedBy?: Mission['refusedBy']
}

/** It can neither be driven nor pushed aside: whoever is near has to go round it. */
export const isStuck = ({ online, mode, faults, nodeId, strayOrderId, paused, pauseAsked, heldUp }: Robot): boolean =>
  !online ||
  mode !== 'automatic' ||
  faults.length > 0 ||
  nodeId === undefined ||
  strayOrderId !== undefined ||
  (pauseAsked?.pause ?? paused ?? false) ||
  heldUp?.what === 'obstacle'

/** Every reason against sending this robot there. Empty when it can go. */
export const reasonsAgainst = (robotId: RobotId, hall: HallState, { kind, pick, refusedBy }: Task): Unfit[] => {
  const robot = hall.robots.get(robotId)
  if (robot === undefined) return ['offline']
  const { battery } = hall.site.fleet
  const ongoing = ongoingOf(hall, robotId)
  const { nodeId, batteryPercent } = robot
  const hasWay = nodeId !== undefined && reaches(groundOf(hall), nodeId, pick)
  const hadWay = nodeId !== undefined && reaches(groundOnPaper(hall), nodeId, pick)
  const reasons: Record<Unfit, boolean> = {
    offline: !robot.online,
    notAutomatic: robot.mode !== 'automatic',
    paused: robot.pauseAsked?.pause ?? robot.paused ?? false,
    busy: robot.strayOrderId !== undefined || (ongoing !== undefined && isCommitted(ongoing, hall)),
    wrongKind: hall.paper.robots.get(robotId)?.kinds.includes(kind) === false,
    batteryLow: batteryPercent < battery.criticalPercent,
    charging: robot.charger !== undefined && batteryPercent < battery.sufficientPercent && robot.charging,
    placeUnknown: nodeId === undefined,
    noRoute: nodeId !== undefined && !hadWay,
    liftOut: hadWay && !hasWay,
    faulty: robot.faults.length > 0,
    refused: refusedBy?.includes(robotId) ?? false,
  }
  return UnfitWord.options.filter((reason) => reasons[reason])
}

export const reasonsByRobot = (hall: HallState, task: Task): Waiting =>
  Object.fromEntries(hall.site.robots.map(({ robotId }) => [robotId, reasonsAgainst(robotId, hall, task)]))
