/** Robots that are told to stand still, and to go on. */
import type { PauseRobot, ResumeRobot } from '#contracts/floorCommands.ts'
import type { RobotId } from '#contracts/ids.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'
import { isPaused } from './fitness.ts'

export const pauseRobot = ({ robotId }: PauseRobot, hall: HallState): Decision => ask(robotId, true, hall)
export const resumeRobot = ({ robotId }: ResumeRobot, hall: HallState): Decision => ask(robotId, false, hall)

const ask = (robotId: RobotId, pause: boolean, { paper, robots }: HallState): Decision => {
  if (!paper.robots.has(robotId)) return refuse({ code: 'unknownRobot', robotId })
  const robot = robots.get(robotId)
  const isSo = robot !== undefined && isPaused(robot)
  return isSo === pause ? accept() : accept({ type: 'robotPauseAsked', robotId, pause })
}
