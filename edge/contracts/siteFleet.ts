/** Robots, lifts and doors on paper, and the rules they work by. */
import { z } from 'zod'
import { DoorId, FloorId, LiftId, RobotId, RouteNodeId } from './ids.ts'
import { Names } from './languages.ts'
import { MissionKind } from './missions.ts'
import { profileNames } from './robotProfiles.ts'
import type { Flawed } from './siteFlaws.ts'

export const Lift = z.object({
  liftId: LiftId,
  names: Names,
  floorIds: z.array(FloorId).min(2),
  leaseMinutes: z
    .number()
    .positive()
    .default(3)
    .describe('A robot that has the cabin for longer raises an alarm; the cabin is never taken from it.'),
})
export type Lift = z.infer<typeof Lift>

export const Door = z.object({
  doorId: DoorId,
  names: Names,
  between: z
    .tuple([RouteNodeId, RouteNodeId])
    .describe('The ends of the route edge it stands on; a robot is let on it, either way, while the door is open.'),
})
export type Door = z.infer<typeof Door>

export const Charger = z.object({ chargerId: z.string().min(1), nodeId: RouteNodeId })
export type Charger = z.infer<typeof Charger>

const RISING: Flawed = { flaw: 'batteryOrder' }

const percent = z.number().min(0).max(100)

export const Battery = z
  .object({
    criticalPercent: percent.default(15).describe('Below this a robot only goes to a charger.'),
    goodPercent: percent.default(40).describe('Below this it goes to a charger whenever nothing else is to be done.'),
    sufficientPercent: percent.default(60).describe('From here on it may be called away from the charger.'),
    fullPercent: percent.default(95).describe('From here on it need not charge any longer.'),
  })
  .refine((b) => b.criticalPercent < b.goodPercent && b.goodPercent <= b.sufficientPercent, {
    message: 'criticalPercent, goodPercent, sufficientPercent and fullPercent rise in this order',
    params: RISING,
  })
  .refine((b) => b.sufficientPercent <= b.fullPercent, {
    message: 'sufficientPercent is not above fullPercent',
    params: RISING,
  })

export const FleetRules = z.object({
  battery: Battery.prefault({}),
  lostSeconds: z
    .number()
    .positive()
    .default(45)
    .describe('A robot out of reach for longer has lost its mission: another goes, or, with things on it, a person.'),
  obstacleSeconds: z
    .number()
    .positive()
    .default(60)
    .describe('A robot that is free to drive and does not for this long is planned around, and a person called.'),
  walkMps: z.number().positive().default(1.2).describe('How fast a clerk would walk, in metres a second.'),
  counterAwayMinutes: z
    .number()
    .nonnegative()
    .default(2)
    .describe('How long a clerk is away from the window for one errand beside the walk itself.'),
})
export type FleetRules = z.infer<typeof FleetRules>

export const SiteRobot = z.object({
  robotId: RobotId,
  names: Names,
  manufacturer: z.string().regex(/^[A-Za-z0-9_.-]+$/),
  serialNumber: z.string().regex(/^[A-Za-z0-9_.:-]+$/),
  vdaVersion: z.enum(['2.0.0', '2.1.0']).default('2.0.0'),
  homeNodeId: RouteNodeId.describe('Where it waits when it has nothing to do.'),
  kinds: z.array(MissionKind).min(1).default(['delivery', 'guide', 'return']).describe('The missions it can do.'),
  profile: z.enum(profileNames).default('standard').describe('How its maker has understood VDA 5050.'),
  instantActionsKey: z
    .enum(['actions', 'instantActions', 'both'])
    .optional()
    .describe('Under which key it reads instant actions, if not as its profile says.'),
  handling: z
    .enum(['robot', 'person'])
    .optional()
    .describe('Who takes things up and hands them over, if not as its profile says: its own actions, or a clerk.'),
})
export type SiteRobot = z.infer<typeof SiteRobot>
