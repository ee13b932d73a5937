/** The life of missions, robots, lifts and doors, as the facts tell it. */
import type { HallEvent } from '#contracts/facts.ts'
import type { Instant } from '#contracts/time.ts'
import { unreachable } from '../decision.ts'
import { type HallState, withEntry } from '../state.ts'
import { type CourseEvent, evolveCourses } from './courses.ts'
import { evolveMissions, type MissionEvent } from './missionLife.ts'
import { evolveRobots, type RobotEvent } from './robotLife.ts'

type PlantEvent = Extract<HallEvent, { type: 'liftChanged' | 'doorChanged' }>
export type FleetEvent = MissionEvent | RobotEvent | CourseEvent | PlantEvent

const isA =
  <E extends HallEvent>(types: Readonly<Record<E['type'], true>>) =>
  (event: HallEvent): event is E =>
    event.type in types

export const isMissionEvent = isA<MissionEvent>({
  missionRequested: true,
  missionHeld: true,
  missionAssigned: true,
  missionArrived: true,
  missionUnderway: true,
  missionDelivered: true,
  stopFailed: true,
  missionFailed: true,
  missionCancelAsked: true,
  missionCancelled: true,
})

const isRobotEvent = isA<RobotEvent>({
  robotChanged: true,
  robotDescribed: true,
  robotPauseAsked: true,
  chargingAsked: true,
  chargingOver: true,
  robotHeldUp: true,
})

const isCourseEvent = isA<CourseEvent>({
  robotPlaced: true,
  coursesPlanned: true,
  plansDropped: true,
  orderWritten: true,
  orderAcknowledged: true,
  orderRefused: true,
  stepsPassed: true,
  orderOver: true,
})

const isPlantEvent = isA<PlantEvent>({ liftChanged: true, doorChanged: true })

export const isFleetEvent = (event: HallEvent): event is FleetEvent =>
  isMissionEvent(event) || isRobotEvent(event) || isCourseEvent(event) || isPlantEvent(event)

export const evolveFleet = (hall: HallState, at: Instant, event: FleetEvent): HallState => {
  if (isMissionEvent(event)) return evolveMissions(hall, at, event)
  if (isRobotEvent(event)) return evolveRobots(hall, at, event)
  if (isCourseEvent(event)) return evolveRobots(evolveCourses(hall, event), at, event)
  switch (event.type) {
    case 'liftChanged':
      return { ...hall, lifts: withEntry(hall.lifts, event.liftId, event.lift) }
    case 'doorChanged':
      return { ...hall, doors: withEntry(hall.doors, event.doorId, event.door) }
    default:
      return unreachable(event)
  }
}
