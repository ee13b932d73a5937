/** Robots, their courses and missions, lifts and doors as the hall tells them in its records. */
import type { Course } from '#contracts/courses.ts'
import type { DoorId, LiftId, RobotId } from '#contracts/ids.ts'
import type { HallRecord, LiveMessage, RecordOf } from '#contracts/live.ts'
import { isOngoing } from '#contracts/missionLife.ts'
import type { Mission } from '#contracts/missions.ts'
import type { Robot } from '#contracts/robots.ts'
import type { KnownToHall } from './robotLink.ts'

/** Names a robot, a lift or a door. */
export type LinkName = `robot:${RobotId}` | `lift:${LiftId}` | `door:${DoorId}`

const nameOf = (robotId: RobotId | undefined): LinkName | undefined => robotId && `robot:${robotId}`

export const createKnowing = () => {
  const missions = new Map<string, Mission>()
  const robots = new Map<string, Robot>()
  const courses = new Map<string, Course>()
  const lifts = new Map<string, RecordOf<'lift'>>()
  const doors = new Map<string, RecordOf<'door'>>()

  /** Answers whose record it is. */
  const put = (record: HallRecord): LinkName | undefined => {
    switch (record.kind) {
      case 'mission':
        missions.set(record.id, record.mission)
        return nameOf('robotId' in record.mission ? record.mission.robotId : undefined)
      case 'robot':
        robots.set(record.id, record.robot)
        return `robot:${record.robot.robotId}`
      case 'course':
        courses.set(record.id, record.course)
        return nameOf(robots.get(record.id)?.robotId)
      case 'lift':
        lifts.set(record.id, record)
        return `lift:${record.lift.liftId}`
      case 'door':
        doors.set(record.id, record)
        return `door:${record.door.doorId}`
      default:
        return undefined
    }
  }

  /** Of which of them anything has changed. */
  const learn = (message: LiveMessage): Set<LinkName> => {
    if (message.type === 'reading') return new Set()
    if (message.type === 'snapshot') for (const known of [missions, robots, courses, lifts, doors]) known.clear()
    else for (const { id } of message.remove) missions.delete(id)
    const records = message.type === 'snapshot' ? message.records : message.put
    return new Set(records.flatMap((record) => put(record) ?? []))
  }

  const ofRobot = (robotId: RobotId): KnownToHall => {
    const robot = robots.get(robotId)
    const mission = robot?.missionId && missions.get(robot.missionId)
    return { robot, course: courses.get(robotId), mission: mission && isOngoing(mission) ? mission : undefined }
  }

  return { learn, ofRobot, ofLift: (id: LiftId) => lifts.get(id), ofDoor: (id: DoorId) => doors.get(id) }
}
