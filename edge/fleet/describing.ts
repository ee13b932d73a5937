/** What a robot's factsheet says it can take in, told to the hall as soon as the hall knows the robot. */
import { randomUUID } from 'node:crypto'
import { CommandId, type RobotId } from '#contracts/ids.ts'
import type { Robot, RobotLimits } from '#contracts/robots.ts'
import type { EdgeHall, Log } from '../ports.ts'

export const createDescribing = (robotId: RobotId, hall: EdgeHall, log: Log) => {
  let heard: RobotLimits | undefined
  let told = ''

  const tell = (limits: RobotLimits): void => {
    const command = { type: 'describeRobot' as const, robotId, limits }
    hall.send({ id: CommandId.parse(`robot:${randomUUID()}`), by: `robot ${robotId}`, command }).catch((error) => {
      told = ''
      log.error({ robotId, error }, 'a factsheet did not reach the hall')
    })
  }

  /** Call it whenever the hall has something new of this robot. Answers the robot by its own latest word. */
  const pursue = (robot: Robot | undefined): Robot | undefined => {
    if (heard === undefined || robot === undefined) return robot
    const text = JSON.stringify(heard)
    if (text === JSON.stringify(robot.limits)) return robot
    if (text !== told) {
      told = text
      tell(heard)
    }
    return { ...robot, limits: heard }
  }

  return {
    hear: (limits: RobotLimits): void => {
      heard = limits
    },
    pursue,
  }
}
