/** The ways through the hall as robots can take them now. */
import type { LiftId, RouteNodeId } from '#contracts/ids.ts'
import type { HallState } from '../state.ts'
import { type Ground, timesTo } from '../traffic/ground.ts'

const without = (hall: HallState, isShut: (liftId: LiftId) => boolean): Ground => ({
  map: hall.paper.routes,
  closed: new Set(
    hall.site.routeNodes.flatMap(({ nodeId, liftId }) => (liftId !== undefined && isShut(liftId) ? [nodeId] : [])),
  ),
})

/** Without the lifts that are out of order. */
export const groundOf = (hall: HallState): Ground =>
  without(hall, (liftId) => hall.lifts.get(liftId)?.inService !== true)

/** With all lifts the hall has ever heard of: a way that is closed today is still a way. */
export const groundOnPaper = (hall: HallState): Ground => without(hall, (liftId) => !hall.lifts.has(liftId))

/** How long the way takes, in ms; infinite when there is none. */
export const timeBetween = (ground: Ground, from: RouteNodeId, to: RouteNodeId): number => {
  const start = ground.map.indexOf.get(from)
  return (start === undefined ? undefined : timesTo(ground, to)[start]) ?? Number.POSITIVE_INFINITY
}

export const reaches = (ground: Ground, from: RouteNodeId, to: RouteNodeId): boolean =>
  Number.isFinite(timeBetween(ground, from, to))
