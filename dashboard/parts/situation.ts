/** How a robot is, in one word: by its last report, what keeps it, and whether a person has been called for it. */
import type { Course } from '#contracts/courses.ts'
import type { Mission } from '#contracts/missions.ts'
import type { HeldUp, Robot } from '#contracts/robots.ts'
import type { Condition } from './condition.ts'
import { hindranceOf, needsPerson } from './holdUps.ts'

export interface RobotSituation {
  readonly robot: Robot
  /** The one it is on. */
  readonly mission?: Mission | undefined
  readonly course?: Course | undefined
  /** A person has been called for it. */
  readonly troubled: boolean
  /** Below this it only goes to a charger. */
  readonly criticalPercent: number
}

export const conditionOf = (situation: RobotSituation): Condition => {
  const { robot, mission, course, troubled, criticalPercent } = situation
  const hindrance = hindranceOf(robot, mission)
  if (hindrance?.what === 'silent') return 'outOfReach'
  if (troubled) return 'needsPerson'
  if (hindrance) return hindered(hindrance)
  if (robot.charging) return 'charging'
  if (isAtStop(course)) return 'handover'
  if (robot.strayOrderId !== undefined) return 'heldUp'
  if (mission !== undefined || isBound(course)) return 'driving'
  return robot.batteryPercent < criticalPercent ? 'batteryLow' : 'free'
}

const hindered = (hindrance: HeldUp): Condition => {
  if (needsPerson(hindrance)) return 'needsPerson'
  switch (hindrance.what) {
    case 'handover':
      return 'handover'
    case 'paused':
      return 'paused'
    case 'notAutomatic':
      return 'byHand'
    default:
      return 'heldUp'
  }
}

/** It takes things up or hands them over by itself. */
const isAtStop = (course: Course | undefined): boolean =>
  course?.order?.stop !== undefined && course.order.acknowledged && course.steps.length === 1

const isBound = (course: Course | undefined): boolean => course !== undefined && course.steps.length > 1
