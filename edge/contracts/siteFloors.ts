/** Floors, and the ways robots take on them. */
import { z } from 'zod'
import { FloorId, LiftId, RouteNodeId } from './ids.ts'
import { Names } from './languages.ts'
import { FloorPoint, Polygon } from './places.ts'

export const Floor = z.object({
  floorId: FloorId,
  names: Names,
  level: z.int().describe('0 is the ground floor.'),
  width: z.number().positive().describe('Metres, along x.'),
  depth: z.number().positive().describe('Metres, along y.'),
  walls: z
    .array(z.array(z.object({ x: z.number(), y: z.number() })).min(2))
    .default([])
    .describe('Lines of the plan, in metres, drawn on the wall dashboard.'),
  rooms: z
    .array(z.object({ names: Names, outline: Polygon }))
    .default([])
    .describe('Areas with a name on the plan.'),
})
export type Floor = z.infer<typeof Floor>

export const RouteNode = z.object({
  nodeId: RouteNodeId,
  place: FloorPoint,
  liftId: LiftId.optional().describe('The cabin of this lift.'),
})
export type RouteNode = z.infer<typeof RouteNode>

export const RouteEdge = z.object({
  from: RouteNodeId,
  to: RouteNodeId,
  twoWay: z.boolean().default(true),
  maxSpeedMps: z.number().positive().default(0.8).describe('Metres a second; also among people.'),
})
export type RouteEdge = z.infer<typeof RouteEdge>
