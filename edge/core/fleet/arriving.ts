/** Robots that stand where they were sent: a guide goes on, a person has to load or unload, a cancelled mission is over. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Ongoing } from '#contracts/missionLife.ts'
import { profileOf } from '#contracts/robotProfiles.ts'
import type { HallState } from '../state.ts'
import { actsItself } from './committing.ts'
import { isStuck } from './fitness.ts'
import { ongoingOf } from './ongoing.ts'
import { stopsOf } from './stops.ts'

export const arrive = (hall: HallState): HallEvent[] =>
  [...hall.robots.keys()].flatMap((robotId) => {
    const mission = ongoingOf(hall, robotId)
    return mission ? arrivalOf(mission, hall) : []
  })

const arrivalOf = (mission: Ongoing, hall: HallState): HallEvent[] => {
  const { missionId, robotId } = mission
  const course = hall.courses.get(robotId)
  if (mission.cancelAsked) return course?.order === undefined ? [{ type: 'missionCancelled', missionId }] : []
  const [robot, known] = [hall.paper.robots.get(robotId), hall.robots.get(robotId)]
  const stops = stopsOf(hall, mission)
  if (!course || !robot || !stops || !known || isStuck(known) || course.order || course.steps.length > 1) return []
  const goal = mission.state === 'assigned' ? stops.pick : stops.drop
  if (course.steps[0]?.nodeId !== goal || actsItself(mission, profileOf(robot).handling)) return []
  if (mission.kind === 'guide')
    return [{ type: mission.state === 'assigned' ? 'missionUnderway' : 'missionDelivered', missionId }]
  return mission.arrivedAt === undefined ? [{ type: 'missionArrived', missionId }] : []
}
