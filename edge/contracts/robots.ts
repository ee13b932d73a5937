/** A robot as the hall knows it, and what its messages come down to. */
import { z } from 'zod'
import { DoorId, LiftId, MissionId, PlaceId, RobotId, RouteNodeId } from './ids.ts'
import { Instant } from './time.ts'

export const OperatingMode = z.enum(['automatic', 'semiautomatic', 'manual', 'service', 'teachin'])
export type OperatingMode = z.infer<typeof OperatingMode>

const heldUp = <W extends string, S extends z.core.$ZodLooseShape>(what: W, shape: S) =>
  z.object({ what: z.literal(what), ...shape })

/** Why a robot that has somewhere to go does not go on. */
export const HeldUp = z.discriminatedUnion('what', [
  /** Another robot is to leave that node first. */
  heldUp('robot', { robotId: RobotId, nodeId: RouteNodeId }),
  heldUp('lift', { liftId: LiftId, why: z.enum(['coming', 'busy', 'outOfOrder']) }),
  heldUp('door', { doorId: DoorId, why: z.enum(['opening', 'outOfOrder']) }),
  /** Somebody has to load it, or take what it brings. */
  heldUp('handover', { placeId: PlaceId }),
  /** It may drive to that node and does not get there. */
  heldUp('obstacle', { nodeId: RouteNodeId }),
  /** Whatever way it takes, something that cannot move aside stands in it. */
  heldUp('noWay', { to: RouteNodeId }),
  /** It has not taken its order yet. */
  heldUp('order', {}),
  heldUp('silent', {}),
  heldUp('paused', {}),
  heldUp('notAutomatic', {}),
  heldUp('faulty', {}),
  heldUp('placeUnknown', {}),
])
export type HeldUp = z.infer<typeof HeldUp>

/** What a robot can take in and do, by its factsheet. */
export const RobotLimits = z.object({
  /** Nodes in one order; absent when it does not say. */
  nodes: z.int().positive().optional(),
  /** Between two orders or updates, in ms. */
  orderInterval: z.number().nonnegative().optional(),
  /** The longest id it takes, in characters. */
  idLength: z.int().positive().optional(),
  /** Action types it knows; absent when it does not say. */
  actions: z.array(z.string()).optional(),
})
export type RobotLimits = z.infer<typeof RobotLimits>

/** What it says of itself. */
export const ToldRobot = z.object({
  robotId: RobotId,
  online: z.boolean(),
  /** Since when it is not; absent while it is. */
  silentSince: Instant.optional(),
  mode: OperatingMode,
  paused: z.boolean().optional(),
  /** Rounded down to steps of 5, so that a slow drain is not a stream of facts. */
  batteryPercent: z.int().min(0).max(100),
  charging: z.boolean(),
  /** The last route node it reported; absent until it has reported one of the site. */
  nodeId: RouteNodeId.optional(),
  /** Errors of level FATAL, by their type. */
  faults: z.array(z.string()),
  /** Its state shows an order under way that the hall has not given it: it takes no other until that is over. */
  strayOrderId: z.string().optional(),
})
export type ToldRobot = z.infer<typeof ToldRobot>

export const Robot = ToldRobot.extend({
  missionId: MissionId.optional(),
  /** Somebody has asked it to stand still, or no longer to. */
  pauseAsked: z.object({ pause: z.boolean(), at: Instant }).optional(),
  /** It is sent to that charger, or stands there and charges. */
  charger: z.object({ nodeId: RouteNodeId, at: Instant }).optional(),
  limits: RobotLimits.optional(),
  /** Since when it has not come further along its course. */
  stoodSince: Instant.optional(),
  heldUp: HeldUp.optional(),
  /** It has not accepted its last orders: how many, and when the last. */
  refusals: z.object({ times: z.int().positive(), at: Instant }).optional(),
})
export type Robot = z.infer<typeof Robot>

export const ActionProgress = z.object({
  actionId: z.string(),
  status: z.enum(['waiting', 'initializing', 'running', 'paused', 'finished', 'failed']),
})
export type ActionProgress = z.infer<typeof ActionProgress>

/** What one VDA 5050 state message says that the hall decides by; the adapter translates. */
export const RobotReport = z.object({
  orderId: z.string(),
  orderUpdateId: z.int().nonnegative(),
  mode: OperatingMode,
  /** Absent when it does not say. */
  paused: z.boolean().optional(),
  batteryPercent: z.number().min(0).max(100),
  charging: z.boolean(),
  lastNodeId: z.string(),
  /** The sequenceId of that node in the order. */
  lastSequence: z.int().default(0),
  /** Nodes and edges of the order still ahead. */
  nodesLeft: z.int().nonnegative(),
  edgesLeft: z.int().nonnegative(),
  actions: z.array(ActionProgress),
  /** Error types of level FATAL. */
  faults: z.array(z.string()),
  /** Error types of level WARNING that speak of an order: it was not accepted. */
  rejections: z.array(z.object({ errorType: z.string(), orderId: z.string().optional() })),
})
export type RobotReport = z.infer<typeof RobotReport>
