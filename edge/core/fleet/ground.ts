/** The ways through the hall as robots can take them now. */
import type { LiftId, RouteNodeId } from '#contracts/ids.ts'
import type { HallState } from '../state.ts'
import { type Ground, timesTo } from '../traffic/ground.ts'

const without = ({ paper }: HallState, isShut: (liftId: LiftId) => boolean): Ground => ({
  map: paper.routes,
  closed: new Set([...paper.cabins].flatMap(([liftId, nodeIds]) => (isShut(liftId) ? nodeIds : []))),
})

/** Without the lifts that are out of order. */
export const groundOf = (hall: HallState): Ground =>
  without(hall, (liftId) => hall.lifts.get(liftId)?.inService !== true)

/** With all lifts: a way that is closed today is still a way. */
export const groundOnPaper = (hall: HallState): Ground => without(hall, () => false)

/** Where plans may lead: also not to the home of a robot that has never said where it stands, for it may stand there. */
export const groundForPlans = (hall: HallState): Ground => {
  const { map, closed } = groundOf(hall)
  const homes = [...hall.paper.robots.values()].filter(({ robotId }) => !hall.courses.has(robotId))
  return { map, closed: new Set([...closed, ...homes.map(({ homeNodeId }) => homeNodeId)]) }
}

/** How long the way to one node takes from any other, in ms; infinite when there is none. */
export const waysTo = (ground: Ground, to: RouteNodeId): ((from: RouteNodeId) => number) => {
  const times = timesTo(ground, to)
  return (from) => times[ground.map.indexOf.get(from) ?? -1] ?? Number.POSITIVE_INFINITY
}

export const timeBetween = (ground: Ground, from: RouteNodeId, to: RouteNodeId): number => waysTo(ground, to)(from)

export const reaches = (ground: Ground, from: RouteNodeId, to: RouteNodeId): boolean =>
  Number.isFinite(timeBetween(ground, from, to))

/** The nodes of the soonest way, both ends included; only the first when there is none. */
export const wayBetween = (ground: Ground, from: RouteNodeId, to: RouteNodeId): RouteNodeId[] => {
  const { legs, indexOf, nodeIds } = ground.map
  const timeTo = waysTo(ground, to)
  const way = [from]
  for (let here = from; here !== to && Number.isFinite(timeTo(here)) && way.length < nodeIds.length; ) {
    const nexts = (legs[indexOf.get(here) ?? -1] ?? []).flatMap(({ to: next, ms }) => {
      const nodeId = nodeIds[next]
      return nodeId ? [{ nodeId, time: ms + timeTo(nodeId) }] : []
    })
    const next = nexts.sort((a, b) => a.time - b.time)[0]
    if (next === undefined) break
    here = next.nodeId
    way.push(here)
  }
  return way
}
