/** Robots, their courses and missions as the hall tells them in its records. */
import type { Course } from '#contracts/courses.ts'
import type { RobotId } from '#contracts/ids.ts'
import type { HallRecord, LiveMessage } from '#contracts/live.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import { isOngoing } from '../core/fleet/ongoing.ts'
import type { KnownToHall } from './robotLink.ts'

export const createKnowing = () => {
  const missions = new Map<string, Mission>()
  const robots = new Map<string, Robot>()
  const courses = new Map<string, Course>()

  const put = (record: HallRecord): RobotId | undefined => {
    switch (record.kind) {
      case 'mission':
        missions.set(record.id, record.mission)
        return 'robotId' in record.mission ? record.mission.robotId : undefined
      case 'robot':
        robots.set(record.id, record.robot)
        return record.robot.robotId
      case 'course':
        courses.set(record.id, record.course)
        return robots.get(record.id)?.robotId
      default:
        return undefined
    }
  }

  /** Of which robots anything has changed. */
  const learn = (message: LiveMessage): Set<RobotId> => {
    if (message.type === 'reading') return new Set()
    if (message.type === 'snapshot') for (const known of [missions, robots, courses]) known.clear()
    else for (const { id } of message.remove) missions.delete(id)
    const records = message.type === 'snapshot' ? message.records : message.put
    return new Set(records.flatMap((record) => put(record) ?? []))
  }

  const of = (robotId: RobotId): KnownToHall => {
    const robot = robots.get(robotId)
    const mission = robot?.missionId && missions.get(robot.missionId)
    return { robot, course: courses.get(robotId), mission: mission && isOngoing(mission) ? mission : undefined }
  }

  return { learn, of }
}
