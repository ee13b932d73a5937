/** Whether a mission is bound to its robot: it may change robots until the pick-up is released. */
import type { Course } from '#contracts/courses.ts'
import type { Ongoing } from '#contracts/missionLife.ts'
import { profileOf } from '#contracts/robotProfiles.ts'
import type { HallState } from '../state.ts'
import { stopsOf } from './stops.ts'

/** Where its plan ends: the node it will stand on when all of it is driven. */
export const endOf = ({ steps }: Course) => steps.at(-1)?.nodeId

export const baseOf = ({ steps, released }: Course) => steps.slice(0, released).map(({ nodeId }) => nodeId)

/** A robot with arms is bound by the order that says pick; another one as soon as it may drive up to the place. */
export const isCommitted = (mission: Ongoing, hall: HallState): boolean => {
  if (mission.state === 'underway' || mission.arrivedAt !== undefined) return true
  const course = hall.courses.get(mission.robotId)
  const robot = hall.paper.robots.get(mission.robotId)
  const stops = stopsOf(hall, mission)
  if (course === undefined || robot === undefined || stops === undefined) return false
  if (actsItself(mission, profileOf(robot).handling)) return course.order?.stop === 'pick'
  return course.goal === stops.pick && baseOf(course).at(-1) === stops.pick
}

/** Whether the robot takes things up and hands them over by its own actions; a guide has nothing to carry. */
export const actsItself = ({ kind }: Ongoing, handling: 'robot' | 'person'): boolean =>
  kind !== 'guide' && handling === 'robot'
