/** Lifts and doors on a robot's way: whose turn it is, what they are asked, and when a robot is let through. */
import type { DoorId, FloorId, LiftId, RobotId, RouteNodeId } from '#contracts/ids.ts'
import type { LiftRequest } from '#contracts/lifts.ts'
import type { HallState } from '../state.ts'
import { visitsOf } from '../traffic/visits.ts'

/** The lease of a cabin: it is one robot's until that robot stands in front of it on the other floor. */
interface LiftSession {
  robotId: RobotId
  from: FloorId
  to: FloorId
  boarded: boolean
}

const liftAt = ({ paper }: HallState, nodeId: RouteNodeId | undefined): LiftId | undefined =>
  nodeId === undefined ? undefined : paper.routeNodes.get(nodeId)?.liftId

const floorAt = ({ paper }: HallState, nodeId: RouteNodeId): FloorId | undefined =>
  paper.routeNodes.get(nodeId)?.place.floorId

/** Follows from the courses alone: the first visitor of the cabin has it once it is next on its way, or is inside. */
export const liftSession = (liftId: LiftId, hall: HallState): LiftSession | undefined => {
  const [nodeId] = hall.paper.cabins.get(liftId) ?? []
  const index = nodeId && hall.paper.routes.indexOf.get(nodeId)
  const cell = index === undefined ? undefined : hall.paper.routes.cells[index]
  const [visit] = (cell !== undefined && visitsOf(hall.courses, hall.paper.routes).get(cell)) || []
  const robotId = visit?.robotId
  const course = robotId && hall.courses.get(robotId)
  if (robotId === undefined || course === undefined) return undefined
  const first = course.steps.findIndex(({ nodeId }) => liftAt(hall, nodeId) === liftId)
  const isNear = first <= course.released
  const [enters, rides] = [course.steps[first], course.steps[first + 1]]
  const from = enters && floorAt(hall, enters.nodeId)
  const to = rides && liftAt(hall, rides.nodeId) === liftId ? floorAt(hall, rides.nodeId) : from
  return isNear && from && to ? { robotId, from, to, boarded: first === 0 } : undefined
}

/** What the lift is to be told now. It is given back by one robot before it is asked for by the next. */
export const liftRequest = (liftId: LiftId, hall: HallState): LiftRequest => {
  const session = liftSession(liftId, hall)
  const served = hall.lifts.get(liftId)?.session ?? null
  if (session === undefined || (served !== null && served !== session.robotId)) return { session: null }
  const { robotId, from, to, boarded } = session
  return { session: robotId, from, to, boarded }
}

/** The cabin stands open for this robot on the floor of that node. */
const isOpenFor = (robotId: RobotId, liftId: LiftId, nodeId: RouteNodeId, hall: HallState): boolean => {
  const lift = hall.lifts.get(liftId)
  return (
    lift?.inService === true && lift.door === 'open' && lift.session === robotId && lift.floor === floorAt(hall, nodeId)
  )
}

/** The door on the edge between two nodes. */
export const doorBetween = (from: RouteNodeId, to: RouteNodeId, { site }: HallState): DoorId | undefined =>
  site.doors.find(({ between: [a, b] }) => (a === from && b === to) || (a === to && b === from))?.doorId

/** Whether a robot may be let from one node to the next, as far as lifts and doors are concerned. */
export const gateOf =
  (hall: HallState) =>
  (robotId: RobotId, from: RouteNodeId, to: RouteNodeId): boolean => {
    const liftId = liftAt(hall, to) ?? liftAt(hall, from)
    if (liftId !== undefined && !isOpenFor(robotId, liftId, to, hall)) return false
    const doorId = doorBetween(from, to, hall)
    const door = doorId && hall.doors.get(doorId)
    return doorId === undefined || (door?.inService === true && door.door === 'open')
  }

/** Open for whoever is on that edge or about to take it. */
export const isDoorWanted = (doorId: DoorId, hall: HallState): boolean =>
  [...hall.courses.values()].some(({ steps, released }) =>
    steps.some(({ nodeId }, i) => {
      const before = steps[i - 1]
      return i <= released && before !== undefined && doorBetween(before.nodeId, nodeId, hall) === doorId
    }),
  )
