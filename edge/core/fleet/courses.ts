/** Courses as the facts tell them. */
import type { Course } from '#contracts/courses.ts'
import type { DayBegan, EventOf } from '#contracts/facts.ts'
import type { RobotId } from '#contracts/ids.ts'
import { unreachable } from '../decision.ts'
import { type HallState, withEntry, withoutEntry } from '../state.ts'
import { withoutPlans } from '../traffic/visits.ts'

export type CourseEvent = EventOf<
  | 'robotPlaced'
  | 'coursesPlanned'
  | 'plansDropped'
  | 'orderWritten'
  | 'orderAcknowledged'
  | 'orderRefused'
  | 'stepsPassed'
  | 'orderOver'
>

/** A robot that is stopped on its way may stand between two nodes, and keeps both. */
const KEPT_STEPS = 2

export const evolveCourses = (hall: HallState, event: CourseEvent): HallState => {
  switch (event.type) {
    case 'robotPlaced': {
      const { robotId, nodeId } = event
      if (!hall.paper.robots.has(robotId)) return hall
      const courses = nodeId
        ? withEntry(hall.courses, robotId, { steps: [{ nodeId, turn: 0 }], released: 1 })
        : withoutEntry(hall.courses, robotId)
      return { ...hall, courses }
    }
    case 'coursesPlanned':
      return { ...hall, courses: planned(hall, event), turn: event.nextTurn }
    case 'plansDropped':
      return { ...hall, courses: withoutPlans(hall.courses) }
    case 'orderWritten': {
      const orders = hall.counted.orders + (event.order.orderUpdateId === 0 ? 1 : 0)
      return { ...withCourse(hall, event.robotId, written(event.order)), counted: { ...hall.counted, orders } }
    }
    case 'orderAcknowledged':
      return withCourse(hall, event.robotId, (course) =>
        course.order ? { ...course, order: { ...course.order, acknowledged: true } } : course,
      )
    case 'stepsPassed':
      return withCourse(hall, event.robotId, ({ steps, released, order, ...course }) => ({
        ...course,
        steps: steps.slice(event.count),
        released: released - event.count,
        ...(order && { order: { ...order, at: order.at + event.count } }),
      }))
    case 'orderRefused':
      return withCourse(hall, event.robotId, refused)
    case 'orderOver':
      return withCourse(hall, event.robotId, stopped)
    default:
      return unreachable(event)
  }
}

/** All of its base driven, what is planned stays; plans are dropped before a robot is stopped on its way. */
const stopped = ({ order: _, ...course }: Course): Course => {
  if (course.released === 1) return course
  const kept = Math.min(course.released, KEPT_STEPS)
  return { ...course, steps: course.steps.slice(0, kept), released: kept }
}

/** It does not drive by an order that it has not taken; of an update, the order before goes on. */
const refused = (course: Course): Course => {
  if (course.order?.orderUpdateId === 0) return stopped(course)
  const { order: _, ...rest } = course
  return rest
}

/** Over midnight, with the next turn of the plans; robots that the site no longer has hold nothing. */
export const takenOver = (
  { courses = [] }: Pick<DayBegan, 'courses'>,
  { paper, turn }: HallState,
): Pick<HallState, 'courses' | 'turn'> => {
  const known = courses.filter(({ robotId }) => paper.robots.has(robotId))
  const turns = known.flatMap(({ course }) => course.steps.map((step) => step.turn + 1))
  return { courses: new Map(known.map(({ robotId, course }) => [robotId, course])), turn: Math.max(turn, ...turns) }
}

const withCourse = (hall: HallState, robotId: RobotId | undefined, change: (course: Course) => Course): HallState => {
  const course = robotId && hall.courses.get(robotId)
  return robotId && course ? { ...hall, courses: withEntry(hall.courses, robotId, change(course)) } : hall
}

const planned = ({ courses }: HallState, { moves }: EventOf<'coursesPlanned'>): Map<RobotId, Course> => {
  const after = new Map(courses)
  for (const { robotId, nodeId, turn, goal } of moves) {
    const course = after.get(robotId)
    if (course === undefined) continue
    const { goal: _, ...rest } = course
    after.set(robotId, { ...rest, steps: [...course.steps, { nodeId, turn }], ...(goal && { goal }) })
  }
  return after
}

const written =
  (order: EventOf<'orderWritten'>['order']) =>
  (course: Course): Course => {
    const at = order.orderUpdateId === 0 ? order.from : (course.order?.at ?? order.from)
    return {
      ...course,
      released: Math.max(course.released, order.from + order.released - at),
      order: { ...order, at, acknowledged: false },
    }
  }
