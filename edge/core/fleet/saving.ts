/** What a delivery saves: the walk of a clerk to the place and back, and the time away from the window. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { RouteNodeId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import type { HallState } from '../state.ts'
import { type Ground, timesTo } from '../traffic/ground.ts'
import { groundOnPaper } from './ground.ts'
import { stopsOf } from './stops.ts'

/** In seconds. A guide saves floor staff a walk, not a window: it counts as nothing here. */
export const savedSecondsOf = (mission: Mission, hall: HallState): number => {
  const stops = stopsOf(hall, mission)
  if (mission.kind === 'guide' || stops === undefined) return 0
  const { walkMps, counterAwayMinutes } = hall.site.fleet
  const metres = metresBetween(groundOnPaper(hall), stops.pick, stops.drop)
  return Math.round((2 * metres) / walkMps + (counterAwayMinutes * MINUTE) / SECOND)
}

/** Along the soonest way; a lift ride has no metres. */
const metresBetween = (ground: Ground, from: RouteNodeId, to: RouteNodeId): number => {
  const { map } = ground
  const times = timesTo(ground, to)
  const timeAt = (node: number) => times[node] ?? Number.POSITIVE_INFINITY
  let node = map.indexOf.get(from)
  let metres = 0
  while (node !== undefined && map.nodeIds[node] !== to) {
    const legs = map.legs[node] ?? []
    const best = legs.reduce<(typeof legs)[number] | undefined>(
      (least, leg) => (least && leg.ms + timeAt(leg.to) >= least.ms + timeAt(least.to) ? least : leg),
      undefined,
    )
    if (best === undefined || !Number.isFinite(timeAt(best.to))) return metres
    metres += best.metres
    node = best.to
  }
  return metres
}
