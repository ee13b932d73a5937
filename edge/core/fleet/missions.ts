/** Asking for a mission, and taking it back. */
import type { CancelMission, RequestMission } from '#contracts/floorCommands.ts'
import { MissionId, type RobotId } from '#contracts/ids.ts'
import type { Mission } from '#contracts/missions.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'
import { reasonsByRobot } from './fitness.ts'
import { routeGraph, stopAt, waysTo } from './routing.ts'

export type OpenMission = Extract<Mission, { state: 'waiting' | 'assigned' | 'underway' }>

/** A mission a robot is on. */
export type Ongoing = Extract<Mission, { state: 'assigned' | 'underway' }>

export const isOpen = (mission: Mission): mission is OpenMission => mission.state === 'waiting' || isOngoing(mission)

export const isOngoing = (mission: Mission): mission is Ongoing =>
  mission.state === 'assigned' || mission.state === 'underway'

export const ongoingOf = ({ missions }: HallState, robotId: RobotId): Ongoing | undefined =>
  [...missions.values()].filter(isOngoing).find(({ errand }) => errand.robotId === robotId)

/** `M0001`, `M0002` and so on, over all days. */
const nextId = ({ counted }: HallState): MissionId =>
  MissionId.parse(`M${String(counted.missions + 1).padStart(4, '0')}`)

export const requestMission = (command: RequestMission, hall: HallState): Decision => {
  const { kind, from, to, note, ticketId, priority } = command
  const pick = stopAt(hall.site, from)
  const drop = stopAt(hall.site, to)
  if (!pick.ok) return refuse(pick.refusal)
  if (!drop.ok) return refuse(drop.refusal)
  if (pick.nodeId === drop.nodeId) return refuse({ code: 'samePlace', placeId: to })
  const graph = routeGraph(hall.site)
  if (!waysTo(graph, drop.nodeId).has(pick.nodeId)) return refuse({ code: 'noRoute', from, to })
  const why = reasonsByRobot(hall, waysTo(graph, pick.nodeId))
  const missionId = nextId(hall)
  return accept({
    type: 'missionRequested',
    missionId,
    kind,
    from,
    to,
    priority,
    why,
    ...(note && { note }),
    ...(ticketId && { ticketId }),
  })
}

/** A robot on its way is told to stop and must say that it has; one that is out of reach is not waited for. */
export const cancelMission = ({ missionId }: CancelMission, hall: HallState): Decision => {
  const mission = hall.missions.get(missionId)
  if (mission === undefined) return refuse({ code: 'unknownMission', missionId })
  if (!isOpen(mission)) return refuse({ code: 'missionOver', missionId, state: mission.state })
  if (mission.state === 'waiting') return accept({ type: 'missionCancelled', missionId })
  if (!mission.cancelAsked) return accept({ type: 'missionCancelAsked', missionId })
  const online = hall.robots.get(mission.errand.robotId)?.online ?? false
  return online ? accept() : accept({ type: 'missionCancelled', missionId })
}
