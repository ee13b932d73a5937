/** Points and shapes on a floor plan, in metres, and in a camera's image, in pixels. */
import { z } from 'zod'
import { FloorId } from './ids.ts'

/** On a floor: metres from its lower left corner, x to the right, y up. In an image: pixels from the upper left. */
export const Point = z.object({ x: z.number(), y: z.number() })
export type Point = z.infer<typeof Point>

/** Corners in order, the last joined to the first. */
export const Polygon = z.array(Point).min(3)
export type Polygon = z.infer<typeof Polygon>

export const FloorPoint = z.object({ floorId: FloorId, x: z.number(), y: z.number() })
export type FloorPoint = z.infer<typeof FloorPoint>
