/** Missions: what a robot is asked to do for the hall, as people think of it. The robot gets VDA 5050 orders. */
import { z } from 'zod'
import { MissionId, PlaceId, RobotId, TicketId } from './ids.ts'
import { Instant } from './time.ts'

/** A delivery carries papers, a guide leads a visitor, a return carries papers back. */
export const MissionKind = z.enum(['delivery', 'guide', 'return'])
export type MissionKind = z.infer<typeof MissionKind>

/** Every reason against sending a robot. */
export const Unfit = z.enum([
  'offline',
  'notAutomatic',
  'paused',
  'busy',
  'wrongKind',
  'batteryLow',
  'charging',
  'placeUnknown',
  'noRoute',
  'liftOut',
  'faulty',
  'refused',
])
export type Unfit = z.infer<typeof Unfit>

/** Why a mission still waits: for each robot, all that speaks against it. */
export const Waiting = z.record(RobotId, z.array(Unfit))
export type Waiting = z.infer<typeof Waiting>

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
  /** Wanted there by then. */
  deadline: Instant.optional(),
  requestedAt: Instant,
  /** Robots that have tried and could not; none of them is sent again. */
  refusedBy: z.array(RobotId).optional(),
}

/** A robot is on it. `arrivedAt` is since when it stands where a person has to load it or to take what it brings; `failures` counts what its robot has tried there in vain. */
const ongoing = {
  ...base,
  robotId: RobotId,
  since: Instant.optional(),
  arrivedAt: Instant.optional(),
  failures: z.int().optional(),
}

const states = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('waiting'), why: Waiting }),
  /** The robot drives to where things are taken up. */
  z.object({ ...ongoing, state: z.literal('assigned'), cancelAsked: z.boolean() }),
  /** The robot carries them. */
  z.object({ ...ongoing, state: z.literal('underway'), cancelAsked: z.boolean() }),
  z.object({
    ...base,
    state: z.literal('delivered'),
    robotId: RobotId,
    finishedAt: Instant,
    /** How long a clerk would have been away from the window for it. */
    savedSeconds: z.number().nonnegative().optional(),
  }),
  z.object({
    ...base,
    state: z.literal('failed'),
    robotId: RobotId.optional(),
    reason: z.string(),
    finishedAt: Instant,
  }),
  z.object({ ...base, state: z.literal('cancelled'), robotId: RobotId.optional(), finishedAt: Instant }),
])

/** Journals of November 2026 name the robot within an errand. */
export const robotOfErrand = (told: unknown): unknown => {
  if (typeof told !== 'object' || told === null || !('errand' in told)) return told
  const { errand, ...rest } = told
  const robotId = typeof errand === 'object' && errand !== null && 'robotId' in errand ? errand.robotId : undefined
  return { robotId, ...rest }
}

export const Mission = z.preprocess(robotOfErrand, states)
export type Mission = z.infer<typeof states>
