/** What Frigate tells over MQTT of the objects before its cameras. Its pictures, zones and names of people are not read. */
import { z } from 'zod'

/** On `{topic}/available`, retained. */
export const FrigateStatus = z.enum(['online', 'offline'])
export type FrigateStatus = z.infer<typeof FrigateStatus>

const FrigateObject = z.object({
  /** Lives as long as the object is tracked. */
  id: z.string().min(1).max(128),
  /** As Frigate calls it. */
  camera: z.string(),
  label: z.string(),
  score: z.number().min(0).max(1).nullish(),
  top_score: z.number().min(0).max(1).nullish(),
  /** x1, y1 (upper left), x2, y2 (lower right) in pixels of the resolution Frigate detects at. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  false_positive: z.boolean().nullish(),
})

/** On `{topic}/events`: one object has come, has changed or has gone. */
export const FrigateEvent = z.object({ type: z.enum(['new', 'update', 'end']), after: FrigateObject })
export type FrigateEvent = z.infer<typeof FrigateEvent>
