/** Traffic: plans are made for all robots at once, and each is told how far of its own it may drive. */
import type { PlannedMove } from '#contracts/courses.ts'
import type { HallEvent } from '#contracts/facts.ts'
import type { HallState } from '../state.ts'
import { planAhead } from '../traffic/planning.ts'
import { visitsOf, waitsFor } from '../traffic/visits.ts'
import { isStuck } from './fitness.ts'
import { groundForPlans } from './ground.ts'
import { travellersOf } from './travelling.ts'

export const hasPlans = ({ courses }: HallState): boolean =>
  [...courses.values()].some(({ steps, released }) => steps.length > released)

/** What is only planned begins anew when it leads nowhere any more: it is always allowed to. */
export const dropStale = (hall: HallState): HallEvent[] =>
  hasPlans(hall) && isStale(hall) ? [{ type: 'plansDropped' }] : []

const isStale = (hall: HallState): boolean => {
  const travellers = travellersOf(hall)
  const { closed } = groundForPlans(hall)
  const visits = visitsOf(hall.courses, hall.paper.routes)
  return [...hall.courses].some(([robotId, course]) => {
    if (course.steps.length === course.released) return false
    const traveller = travellers.get(robotId)
    if (traveller === undefined || traveller.goal !== course.goal) return true
    if (course.steps.slice(course.released).some(({ nodeId }) => closed.has(nodeId))) return true
    const before = waitsFor(robotId, hall.courses, hall.paper.routes, visits)
    const other = before && hall.robots.get(before.robotId)
    return other !== undefined && isStuck(other)
  })
}

export const plan = (hall: HallState): HallEvent[] => {
  const travellers = travellersOf(hall)
  const { steps, nextTurn } = planAhead(hall.courses, travellers, groundForPlans(hall), hall.turn)
  const moves = [...steps].flatMap(([robotId, mine]): PlannedMove[] => {
    const goal = travellers.get(robotId)?.goal
    return mine.map((step) => ({ robotId, ...step, ...(goal && { goal }) }))
  })
  return moves.length > 0 ? [{ type: 'coursesPlanned', moves, nextTurn }] : []
}
