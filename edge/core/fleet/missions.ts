/** Asking for a mission, taking it back, and saying that things have been handed over. */
import type { HallEvent } from '#contracts/facts.ts'
import type { CancelMission, ConfirmHandover, RequestMission } from '#contracts/floorCommands.ts'
import { MissionId, PlaceId } from '#contracts/ids.ts'
import { isOngoing } from '#contracts/missionLife.ts'
import type { Instant } from '#contracts/time.ts'
import { helpFor } from '../care/calling.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { HallState } from '../state.ts'
import { isCommitted } from './committing.ts'
import { reasonsByRobot } from './fitness.ts'
import { groundOnPaper, reaches } from './ground.ts'
import { isOpen } from './ongoing.ts'
import { savedSecondsOf } from './saving.ts'
import { stopAt } from './stops.ts'

/** `M0001`, `M0002` and so on, over all days. */
const nextId = ({ counted }: HallState): MissionId =>
  MissionId.parse(`M${String(counted.missions + 1).padStart(4, '0')}`)

/** A guide with a ticket leads to the window that has called it. */
const destinationOf = ({ kind, from, to, ticketId }: RequestMission, hall: HallState): Decision | PlaceId => {
  if (to !== undefined) return to
  if (kind !== 'guide' || ticketId === undefined) return refuse({ code: 'noDestination', from })
  const ticket = hall.tickets.get(ticketId)
  if (ticket === undefined) return refuse({ code: 'unknownTicket', ticketId })
  return 'windowId' in ticket ? PlaceId.parse(ticket.windowId) : refuse({ code: 'ticketNotCalled', ticketId })
}

/** While a lift is out of order, what needs it is taken down and waits. */
export const requestMission = (command: RequestMission, hall: HallState, at: Instant): Decision => {
  const { kind, from, note, ticketId, priority, deadline } = command
  const to = destinationOf(command, hall)
  if (typeof to !== 'string') return to
  const pick = stopAt(hall.site, from)
  const drop = stopAt(hall.site, to)
  if (!pick.ok) return refuse(pick.refusal)
  if (!drop.ok) return refuse(drop.refusal)
  if (pick.nodeId === drop.nodeId) return refuse({ code: 'samePlace', placeId: to })
  if (!reaches(groundOnPaper(hall), pick.nodeId, drop.nodeId)) return refuse({ code: 'noRoute', from, to })
  const missionId = nextId(hall)
  return accept({
    type: 'missionRequested',
    missionId,
    kind,
    from,
    to,
    priority,
    why: reasonsByRobot(hall, at, { kind, pick: pick.nodeId, drop: drop.nodeId }),
    ...(note && { note }),
    ...(ticketId && { ticketId }),
    ...(deadline && { deadline }),
  })
}

/** A robot that has begun to take things up is told to stop and must say that it has; one out of reach is not waited for. */
export const cancelMission = ({ missionId }: CancelMission, hall: HallState, at: Instant): Decision => {
  const mission = hall.missions.get(missionId)
  if (mission === undefined) return refuse({ code: 'unknownMission', missionId })
  if (!isOpen(mission)) return refuse({ code: 'missionOver', missionId, state: mission.state })
  if (mission.state === 'waiting') return accept({ type: 'missionCancelled', missionId })
  if (!mission.cancelAsked && isCommitted(mission, hall)) return accept({ type: 'missionCancelAsked', missionId })
  const online = hall.robots.get(mission.robotId)?.online ?? false
  if (mission.cancelAsked && online) return accept()
  const over: HallEvent = { type: 'missionCancelled', missionId }
  return accept(over, ...helpFor([over], hall, at))
}

/** Only where a robot stands and waits for it. */
export const confirmHandover = ({ missionId }: ConfirmHandover, hall: HallState): Decision => {
  const mission = hall.missions.get(missionId)
  if (mission === undefined) return refuse({ code: 'unknownMission', missionId })
  if (!isOngoing(mission) || mission.arrivedAt === undefined)
    return refuse({ code: 'nothingToHandOver', missionId, state: mission.state })
  return mission.state === 'assigned'
    ? accept({ type: 'missionUnderway', missionId })
    : accept({ type: 'missionDelivered', missionId, savedSeconds: savedSecondsOf(mission, hall) })
}
