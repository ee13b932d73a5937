/** Which robots can be sent, and everything that speaks against the others. */
import { SECOND } from '#contracts/durations.ts'
import type { RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { Mission, MissionKind, Unfit, Waiting } from '#contracts/missions.ts'
import { Unfit as UnfitWord } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import type { Instant } from '#contracts/time.ts'
import { withThingsLeft } from '../care/troubles.ts'
import type { HallState } from '../state.ts'
import { isCommitted } from './committing.ts'
import { groundOf, groundOnPaper, reaches, waysTo } from './ground.ts'
import { ongoingOf } from './ongoing.ts'

/** What is to be done, as far as a robot's fitness hangs on it. */
export interface Task {
  kind: MissionKind
  pick: RouteNodeId
  drop: RouteNodeId
  refusedBy?: Mission['refusedBy']
}

/** It can neither be driven nor pushed aside: whoever is near has to go round it. */
export const isStuck = (robot: Robot): boolean =>
  !robot.online ||
  robot.mode !== 'automatic' ||
  robot.faults.length > 0 ||
  robot.nodeId === undefined ||
  robot.strayOrderId !== undefined ||
  isPaused(robot) ||
  isBlocked(robot)

/** A robot that has refused an order is left alone for so long. */
const REFUSED_PAUSE = 10 * SECOND

export const isLeftAlone = ({ refusals }: Robot, at: Instant): boolean =>
  refusals !== undefined && at - refusals.at < REFUSED_PAUSE

/** As somebody has asked it to be; else as it says itself. */
export const isPaused = ({ pauseAsked, paused = false }: Robot): boolean => pauseAsked?.pause ?? paused

const isBlocked = ({ heldUp }: Robot): boolean => heldUp?.what === 'obstacle'

/** It does something already: by an order nobody knows, for a mission of its own or one of before, or with things on it. */
const isBusy = ({ robotId, strayOrderId }: Robot, hall: HallState, loaded: ReadonlySet<RobotId>): boolean => {
  const ongoing = ongoingOf(hall, robotId)
  const isActing = hall.courses.get(robotId)?.order?.stop !== undefined
  const isBound = ongoing !== undefined && isCommitted(ongoing, hall)
  return strayOrderId !== undefined || isActing || isBound || loaded.has(robotId)
}

/** What speaks against a robot whatever is to be done. */
const ownReasons = (robot: Robot, hall: HallState, at: Instant, loaded: ReadonlySet<RobotId>): Unfit[] => {
  const { battery } = hall.site.fleet
  const { nodeId, batteryPercent } = robot
  const is: Partial<Record<Unfit, boolean>> = {
    offline: !robot.online,
    notAutomatic: robot.mode !== 'automatic',
    paused: isPaused(robot),
    busy: isBusy(robot, hall, loaded),
    batteryLow: batteryPercent < battery.criticalPercent,
    charging: robot.charger !== undefined && batteryPercent < battery.sufficientPercent && robot.charging,
    placeUnknown: nodeId === undefined,
    noRoute: isBlocked(robot),
    faulty: robot.faults.length > 0,
    refused: isLeftAlone(robot, at),
  }
  return UnfitWord.options.filter((reason) => is[reason])
}

/** The robots as they are now, for any number of tasks. */
export const readiness = (hall: HallState, at: Instant) => {
  const loaded = withThingsLeft(hall)
  const robots = [...hall.paper.robots.values()].map(({ robotId, kinds }) => {
    const robot = hall.robots.get(robotId)
    return { robotId, kinds, nodeId: robot?.nodeId, own: robot ? ownReasons(robot, hall, at, loaded) : undefined }
  })
  const [ground, onPaper] = [groundOf(hall), groundOnPaper(hall)]

  /** For each robot every reason against sending it there; none when it can go. */
  const reasonsFor = ({ kind, pick, drop, refusedBy }: Task): Waiting => {
    const [now, everBefore] = [waysTo(ground, pick), waysTo(onPaper, pick)]
    const goesOn = reaches(ground, pick, drop)
    const wayReason = (nodeId: RouteNodeId): Unfit | undefined => {
      if (!Number.isFinite(everBefore(nodeId))) return 'noRoute'
      return goesOn && Number.isFinite(now(nodeId)) ? undefined : 'liftOut'
    }
    const reasons = robots.map(({ robotId, kinds, nodeId, own }): [RobotId, Unfit[]] => {
      if (own === undefined) return [robotId, ['offline']]
      const more: Unfit[] = []
      const way = nodeId && wayReason(nodeId)
      if (way) more.push(way)
      if (!kinds.includes(kind)) more.push('wrongKind')
      if (refusedBy?.includes(robotId)) more.push('refused')
      return [robotId, more.length === 0 ? own : inOrder([...own, ...more])]
    })
    return Object.fromEntries(reasons)
  }

  return { reasonsFor }
}

const inOrder = (reasons: readonly Unfit[]): Unfit[] => UnfitWord.options.filter((reason) => reasons.includes(reason))

export const reasonsByRobot = (hall: HallState, at: Instant, task: Task): Waiting =>
  readiness(hall, at).reasonsFor(task)
