/** Missions: sending a robot, looking what became of it, calling it off. */
import { z } from 'zod'
import { CancelMission, RequestMission } from '#contracts/floorCommands.ts'
import { MissionAnswer, MissionsAnswer } from '../answers.ts'
import { deed } from './deed.ts'
import { look } from './look.ts'
import { no, type Route, yes } from './route.ts'

export const missionRoutes: readonly Route[] = [
  deed({
    path: '/api/missions',
    summary: 'Send papers with a robot, or have it guide somebody.',
    command: RequestMission,
    by: 'staff',
    subject: 'mission',
    gives: MissionAnswer,
    status: 201,
    show: ({ mission }) => ({ mission }),
  }),
  look({
    path: '/api/missions',
    summary: 'The missions of today, and those still open from before.',
    takes: z.object({}),
    gives: MissionsAnswer,
    find: ({ mirror }) => yes({ missions: mirror.all('mission').map(({ mission }) => mission) }),
  }),
  look({
    path: '/api/missions/:missionId',
    summary: 'A mission and, while it waits, what speaks against each robot.',
    takes: CancelMission.pick({ missionId: true }),
    gives: MissionAnswer,
    find: async ({ mirror, past }, { missionId }) => {
      const mission = mirror.record('mission', missionId)?.mission ?? (await past.mission(missionId))
      return mission ? yes({ mission }) : no({ code: 'unknownMission', missionId })
    },
  }),
  deed({
    path: '/api/missions/:missionId/cancel',
    summary: 'Call a mission off. A robot on its way is told to stop; it is over when the robot says so.',
    command: CancelMission,
    by: 'staff',
    subject: 'mission',
    gives: MissionAnswer,
    show: ({ mission }) => ({ mission }),
  }),
]
