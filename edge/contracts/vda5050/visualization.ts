/** The VDA 5050 2.x visualization: where a robot is, more often than its state says. Nothing is decided by it. */
import { z } from 'zod'
import { Header } from './header.ts'
import { type Heard, hear, withoutNulls } from './lenient.ts'
import { AgvPosition, HeardPosition } from './position.ts'

export const Visualization = Header.partial().extend({
  agvPosition: AgvPosition.optional(),
  velocity: z.object({ vx: z.number().optional(), vy: z.number().optional(), omega: z.number().optional() }).optional(),
})
export type Visualization = z.infer<typeof Visualization>

export const HeardVisualization = z.preprocess(withoutNulls, z.object({ agvPosition: HeardPosition }))
export type HeardVisualization = z.infer<typeof HeardVisualization>

export const hearVisualization = (text: string): Heard<HeardVisualization> =>
  hear(text, HeardVisualization, Visualization)
