/** Courses: where a robot is to drive, how far of it it may drive now, and the order that tells it so. */
import { z } from 'zod'
import { RobotId, RouteNodeId } from './ids.ts'

export const CourseStep = z.object({
  nodeId: RouteNodeId,
  /** Virtual time: in one turn every robot takes one step at most. Who visits a node first is told by it. */
  turn: z.int().nonnegative(),
})
export type CourseStep = z.infer<typeof CourseStep>

/** What a robot does at the last node of an order. */
export const Stop = z.enum(['pick', 'drop'])
export type Stop = z.infer<typeof Stop>

/** One VDA 5050 order message, whole, so that it can be sent again word for word. */
export const RobotOrder = z.object({
  orderId: z.string().min(1),
  orderUpdateId: z.int().nonnegative(),
  /** The place of the first node in the order's count of nodes; its sequenceId is twice that. */
  from: z.int().nonnegative(),
  nodes: z.array(RouteNodeId).min(1),
  /** So many of the nodes are the base; the others are the horizon. */
  released: z.int().positive(),
  /** At the last node, which is then released. */
  stop: Stop.optional(),
})
export type RobotOrder = z.infer<typeof RobotOrder>

export const Course = z.object({
  /** The first is where the robot stands, or the last it has passed. */
  steps: z.array(CourseStep).min(1),
  /** So many of the steps are its own until it has passed them: nobody else is let in. */
  released: z.int().positive(),
  /** Where it was bound when the steps that are not released were planned. */
  goal: RouteNodeId.optional(),
  /** The message it was last sent, until the robot says that it is done with it. */
  order: RobotOrder.extend({
    /** The place of the first step in the order's count of nodes. */
    at: z.int().nonnegative(),
    acknowledged: z.boolean(),
  }).optional(),
})
export type Course = z.infer<typeof Course>

/** A robot's step in a plan, and where it was bound then; one that only makes way is bound for nowhere. */
export const PlannedMove = CourseStep.extend({ robotId: RobotId, goal: RouteNodeId.optional() })
export type PlannedMove = z.infer<typeof PlannedMove>
