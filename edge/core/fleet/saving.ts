/** What a delivery saves: the walk of a clerk to the place and back, and the time away from the window. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { RouteNodeId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { HallState } from '../state.ts'
import { groundOnPaper, wayBetween } from './ground.ts'
import { stopsOf } from './stops.ts'

/** In seconds. A guide saves floor staff a walk, not a window: it counts as nothing here. */
export const savedSecondsOf = (mission: Mission, hall: HallState): number => {
  const stops = stopsOf(hall, mission)
  if (mission.kind === 'guide' || stops === undefined) return 0
  const { walkMps, counterAwayMinutes } = hall.site.fleet
  const metres = metresAlong(wayBetween(groundOnPaper(hall), stops.pick, stops.drop), hall)
  return Math.round((2 * metres) / walkMps + (counterAwayMinutes * MINUTE) / SECOND)
}

/** A lift ride has no metres. */
const metresAlong = (way: readonly RouteNodeId[], { paper }: HallState): number =>
  way.slice(1).reduce((metres, nodeId, i) => {
    const [here, before] = [paper.routeNodes.get(nodeId)?.place, paper.routeNodes.get(way[i] ?? nodeId)?.place]
    return here && before?.floorId === here.floorId ? metres + Math.hypot(here.x - before.x, here.y - before.y) : metres
  }, 0)
