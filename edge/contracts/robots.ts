/** A robot as the hall knows it, and what its messages come down to. */
import { z } from 'zod'
import { MissionId, RobotId, RouteNodeId } from './ids.ts'

export const OperatingMode = z.enum(['automatic', 'semiautomatic', 'manual', 'service', 'teachin'])
export type OperatingMode = z.infer<typeof OperatingMode>

export const Robot = z.object({
  robotId: RobotId,
  online: z.boolean(),
  mode: OperatingMode,
  /** Rounded down to steps of 5, so that a slow drain is not a stream of facts. */
  batteryPercent: z.int().min(0).max(100),
  charging: z.boolean(),
  /** The last route node it reported; absent until it has reported one of the site. */
  nodeId: RouteNodeId.optional(),
  missionId: MissionId.optional(),
  /** Errors of level FATAL, by their type. */
  faults: z.array(z.string()),
  /** Its state shows an order under way that no open mission is behind: it takes no other until that is over. */
  strayOrderId: z.string().optional(),
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
  batteryPercent: z.number().min(0).max(100),
  charging: z.boolean(),
  lastNodeId: z.string(),
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
