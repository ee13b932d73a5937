/** The errands of the day by how they stand, and the places a robot may be sent from and to. */
import type { Mission } from '#contracts/missions.ts'
import type { Site } from '#contracts/site.ts'
import { isOngoing, ongoingFirst } from '../parts/missions.ts'

export const missionFilters = ['ongoing', 'delivered', 'failed', 'cancelled'] as const
export type MissionFilter = (typeof missionFilters)[number]

export const filterOf = (mission: Mission): MissionFilter => {
  if (isOngoing(mission)) return 'ongoing'
  return mission.state === 'failed' || mission.state === 'cancelled' ? mission.state : 'delivered'
}

export const countsOf = (missions: readonly Mission[]): Record<MissionFilter, number> => {
  const count = (filter: MissionFilter) => missions.filter((mission) => filterOf(mission) === filter).length
  return {
    ongoing: count('ongoing'),
    delivered: count('delivered'),
    failed: count('failed'),
    cancelled: count('cancelled'),
  }
}

/** Urgent ones first while they go on, the latest first once they are over. */
export const listOf = (missions: readonly Mission[], filter: MissionFilter | 'all'): Mission[] =>
  ongoingFirst(missions, 0).filter((mission) => filter === 'all' || filterOf(mission) === filter)

export type CancellableState = 'waiting' | 'assigned' | 'underway'

/** How it stands while it can be called off; nothing once that is asked, or it is over. */
export const cancellableState = (mission: Mission): CancellableState | undefined => {
  if (mission.state === 'waiting') return mission.state
  if (mission.state !== 'assigned' && mission.state !== 'underway') return undefined
  return mission.cancelAsked ? undefined : mission.state
}

/** Windows a robot can stop at, then places. */
export const stopIds = (site: Site): string[] => [
  ...site.windows.flatMap(({ windowId, nodeId }) => (nodeId === undefined ? [] : String(windowId))),
  ...site.places.map(({ placeId }) => String(placeId)),
]
