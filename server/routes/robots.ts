/** Robots: how they all are, and having one stand still. */
import { z } from 'zod'
import { PauseRobot, ResumeRobot } from '#contracts/floorCommands.ts'
import type { Robot } from '#contracts/robots.ts'
import { RobotAnswer, type RobotNow, RobotsAnswer } from '../answers.ts'
import type { House } from '../house.ts'
import { robotWaits } from '../words/waits.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { type Route, yes } from './route.ts'

const now = ({ robot }: { robot: Robot }, { mirror }: House): RobotNow => {
  const { robotId, missionId } = robot
  const pose = mirror.readings('robotPose').find(({ reading }) => reading.robotId === robotId)?.reading
  const waits = robotWaits(robot, missionId && mirror.record('mission', missionId)?.mission)
  return {
    ...robot,
    ...(pose && { place: { floorId: pose.floorId, x: pose.x, y: pose.y } }),
    ...(waits && { waits }),
  }
}

const ofRobot = (name: string, summary: string, command: typeof PauseRobot | typeof ResumeRobot): Route =>
  deed({
    path: `/api/robots/:robotId/${name}`,
    summary,
    command,
    by: 'staff',
    subject: 'robot',
    gives: RobotAnswer,
    show: (record, house) => ({ robot: now(record, house) }),
  })

export const robotRoutes: readonly Route[] = [
  look({
    path: '/api/robots',
    summary: 'All robots that have been heard: mode, battery, mission, place, and why one does not go on.',
    takes: z.object({}),
    gives: RobotsAnswer,
    find: (house) => yes({ robots: house.mirror.all('robot').map((record) => now(record, house)) }),
  }),
  ofRobot('pause', 'Have a robot stand still where it is, until it is told to go on.', PauseRobot),
  ofRobot('resume', 'Let a robot go on after a pause.', ResumeRobot),
]
