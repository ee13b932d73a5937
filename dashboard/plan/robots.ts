/** Robots on the plan: where each is, how it is, what it is about, and its course: what it may drive, and what is only planned. */
import type { Course } from '#contracts/courses.ts'
import type { Mission } from '#contracts/missions.ts'
import type { FloorPoint } from '#contracts/places.ts'
import type { RobotPose } from '#contracts/readings.ts'
import type { Site } from '#contracts/site.ts'
import type { Condition } from '../parts/condition.ts'
import { isUnderway } from '../parts/missions.ts'
import { conditionOf, type RobotSituation } from '../parts/situation.ts'
import type { Point } from './scale.ts'

/** A stretch of a course on one floor, in metres. */
export interface Stretch {
  readonly floorId: string
  readonly points: readonly Point[]
}

export interface RobotSight {
  readonly robotId: string
  readonly floorId: string
  readonly place: Point
  /** Radians, counter-clockwise, 0 to the right; absent while only its node is known. */
  readonly theta?: number
  readonly condition: Condition
  /** Present while it has something to do. */
  readonly errand?: { readonly kind: Mission['kind']; readonly to: string; readonly carrying: boolean }
  /** From the last node it has passed as far as nobody else is let in. */
  readonly released: readonly Stretch[]
  /** From there to the end of its plan. */
  readonly planned: readonly Stretch[]
  /** Where it is bound; absent when it is there. */
  readonly goal?: FloorPoint
}

const nodePlace = (site: Site, nodeId: string | undefined) =>
  site.routeNodes.find((node) => node.nodeId === nodeId)?.place

/** A new stretch begins with each change of floor; one point alone is no stretch. */
const stretchesOf = (places: readonly FloorPoint[]): Stretch[] => {
  const stretches: { floorId: string; points: Point[] }[] = []
  for (const { floorId, x, y } of places) {
    const last = stretches.at(-1)
    if (last?.floorId === floorId) last.points.push({ x, y })
    else stretches.push({ floorId, points: [{ x, y }] })
  }
  return stretches.filter(({ points }) => points.length > 1)
}

const courseSight = (course: Course | undefined, site: Site) => {
  if (course === undefined) return { released: [], planned: [] }
  const placesOf = (steps: Course['steps']) => steps.flatMap(({ nodeId }) => nodePlace(site, nodeId) ?? [])
  const goal = course.goal === course.steps[0]?.nodeId ? undefined : nodePlace(site, course.goal)
  return {
    released: stretchesOf(placesOf(course.steps.slice(0, course.released))),
    planned: stretchesOf(placesOf(course.steps.slice(course.released - 1))),
    ...(goal && { goal }),
  }
}

export const robotSight = (
  situation: RobotSituation,
  pose: RobotPose | undefined,
  site: Site,
): RobotSight | undefined => {
  const { robot, mission, course } = situation
  const place = pose ?? nodePlace(site, robot.nodeId)
  if (!place) return undefined
  const { floorId, x, y } = place
  const errand = mission && isUnderway(mission) && mission
  return {
    robotId: robot.robotId,
    floorId,
    place: { x, y },
    ...(pose && { theta: pose.theta }),
    condition: conditionOf(situation),
    ...(errand && { errand: { kind: errand.kind, to: errand.to, carrying: errand.state === 'underway' } }),
    ...courseSight(course, site),
  }
}
