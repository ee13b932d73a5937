/** Missions: what a robot is asked to do for the hall, as people think of it. The robot gets VDA 5050 orders. */
import { z } from 'zod'
import { MissionId, PlaceId, RobotId, RouteNodeId, TicketId } from './ids.ts'
import { Instant } from './time.ts'

export const MissionKind = z.enum(['delivery', 'guide'])
export type MissionKind = z.infer<typeof MissionKind>

/** Every reason against sending a robot. */
export const Unfit = z.enum(['offline', 'notAutomatic', 'busy', 'batteryLow', 'placeUnknown', 'noRoute', 'faulty'])
export type Unfit = z.infer<typeof Unfit>

/** Why a mission still waits: for each robot, all that speaks against it. */
export const Waiting = z.record(RobotId, z.array(Unfit))
export type Waiting = z.infer<typeof Waiting>

/** The order behind a mission, whole, so that it can be sent again word for word. Distances in metres come from the site. */
export const Errand = z.object({
  robotId: RobotId,
  orderId: z.string().min(1),
  orderUpdateId: z.int().nonnegative(),
  /** Route nodes in the order they are passed; the first is where the robot stands. */
  path: z.array(RouteNodeId).min(1),
  /** Index in `path` of the node where things are taken up, and of the node where they are handed over. */
  pickAt: z.int().nonnegative(),
  dropAt: z.int().nonnegative(),
  /** The robot's state has shown the ids: sent and understood. */
  acknowledged: z.boolean(),
})
export type Errand = z.infer<typeof Errand>

const base = {
  missionId: MissionId,
  kind: MissionKind,
  from: PlaceId,
  to: PlaceId,
  note: z.string().optional(),
  /** Whose papers these are. */
  ticketId: TicketId.optional(),
  /** 0 is ordinary, 9 the most urgent. */
  priority: z.int().min(0).max(9),
  requestedAt: Instant,
}

export const Mission = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('waiting'), why: Waiting }),
  /** The robot drives to where things are taken up. */
  z.object({ ...base, state: z.literal('assigned'), errand: Errand, cancelAsked: z.boolean() }),
  /** The robot carries them. */
  z.object({ ...base, state: z.literal('underway'), errand: Errand, cancelAsked: z.boolean() }),
  z.object({ ...base, state: z.literal('delivered'), robotId: RobotId, finishedAt: Instant }),
  z.object({
    ...base,
    state: z.literal('failed'),
    robotId: RobotId.optional(),
    reason: z.string(),
    finishedAt: Instant,
  }),
  z.object({ ...base, state: z.literal('cancelled'), robotId: RobotId.optional(), finishedAt: Instant }),
])
export type Mission = z.infer<typeof Mission>
