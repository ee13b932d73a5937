/** How the hall looks through its cameras: with which model, and from when on somebody is told. */
import { z } from 'zod'

export const VisionRules = z.object({
  model: z
    .string()
    .regex(/^[\w.-]+$/)
    .default('person')
    .describe(
      '`person` (finds people also at low scores) or `fast` (half the time, whole numbers); or the file name of a manifest in the folder `models` of the data folder.',
    ),
  allowedModels: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .optional()
    .describe('sha256 of every model that may be used here; without it, the two that come with the hall.'),
  frigateTopic: z.string().min(1).default('frigate').describe('The first level of the topics of Frigate.'),
  crowdedSeconds: z
    .int()
    .min(0)
    .max(3600)
    .default(60)
    .describe('A zone that has been too full for so long is told of.'),
  heatMinutes: z.int().min(5).max(480).default(60).describe('How far back the heat map of the floor reaches.'),
})
export type VisionRules = z.infer<typeof VisionRules>
