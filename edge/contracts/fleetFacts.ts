/** Everything that happens to missions, robots, lifts and doors. */
import { z } from 'zod'
import { PlannedMove, RobotOrder, Stop } from './courses.ts'
import { event } from './event.ts'
import { DoorId, LiftId, MissionId, PlaceId, RobotId, RouteNodeId, TicketId } from './ids.ts'
import { HallDoor, HallLift } from './lifts.ts'
import { MissionKind, Waiting } from './missions.ts'
import { HeldUp, RobotLimits, ToldRobot } from './robots.ts'
import { Instant } from './time.ts'

export const missionEvents = [
  event('missionRequested', {
    missionId: MissionId,
    kind: MissionKind,
    from: PlaceId,
    to: PlaceId,
    note: z.string().optional(),
    ticketId: TicketId.optional(),
    priority: z.int(),
    deadline: Instant.optional(),
    why: Waiting,
  }),
  /** What holds it up has changed; or it is back in line, its robot having lost the order before anything was taken up. */
  event('missionHeld', {
    missionId: MissionId,
    why: Waiting,
    /** Why its robot does not go on with it, and whether that robot is asked again. */
    after: z.enum(['robotLost', 'robotUnfit', 'orderLost', 'orderRefused', 'pickFailed']).optional(),
    refusedBy: RobotId.optional(),
  }),
  event('missionAssigned', { missionId: MissionId, robotId: RobotId }),
  /** The robot stands where a person has to load it or to take what it brings. */
  event('missionArrived', { missionId: MissionId }),
  /** The things are on the robot. */
  event('missionUnderway', { missionId: MissionId }),
  /** `savedSeconds`: how long a clerk would have been away from the window for it. */
  event('missionDelivered', { missionId: MissionId, savedSeconds: z.number().nonnegative().optional() }),
  /** What the robot should do there has failed; it tries again. */
  event('stopFailed', { missionId: MissionId, stop: Stop }),
  event('missionFailed', { missionId: MissionId, reason: z.string() }),
  /** The robot has been told to stop; it is over when its state says so. */
  event('missionCancelAsked', { missionId: MissionId }),
  event('missionCancelled', { missionId: MissionId }),
] as const

export const robotEvents = [
  /** Whole, whenever something the hall decides by has changed. */
  event('robotChanged', { robot: ToldRobot, robotId: RobotId }),
  event('robotDescribed', { robotId: RobotId, limits: RobotLimits }),
  event('robotPauseAsked', { robotId: RobotId, pause: z.boolean() }),
  event('chargingAsked', { robotId: RobotId, nodeId: RouteNodeId }),
  event('chargingOver', { robotId: RobotId }),
  /** What keeps a robot from going on has changed; nothing does when it is absent. */
  event('robotHeldUp', { robotId: RobotId, heldUp: HeldUp.optional() }),
  /** It stands there, whatever its course was; on no node that is known when it is absent. */
  event('robotPlaced', { robotId: RobotId, nodeId: RouteNodeId.optional() }),
  event('coursesPlanned', { moves: z.array(PlannedMove), nextTurn: z.int() }),
  /** What was only planned is void, for all robots at once. */
  event('plansDropped', {}),
  /** Written down before it is sent. */
  event('orderWritten', { robotId: RobotId, order: RobotOrder }),
  /** The robot's state has shown the ids. Journals of November 2026 name the mission, and no robot. */
  event('orderAcknowledged', {
    robotId: RobotId.optional(),
    missionId: MissionId.optional(),
    orderId: z.string(),
    orderUpdateId: z.int(),
  }),
  /** It has so many steps of its course behind it. */
  event('stepsPassed', { robotId: RobotId, count: z.int().positive() }),
  /** It has not accepted the order, or the update. */
  event('orderRefused', { robotId: RobotId, orderId: z.string(), errorType: z.string() }),
  /** Nothing of its order is left. */
  event('orderOver', { robotId: RobotId }),
  event('liftChanged', { liftId: LiftId, lift: HallLift }),
  event('doorChanged', { doorId: DoorId, door: HallDoor }),
] as const
