/** Where a robot says it is, as its state and its visualization tell it. */
import { z } from 'zod'
import { figure, flag, word } from './lenient.ts'

export const AgvPosition = z.object({
  /** Metres on the map. */
  x: z.number(),
  y: z.number(),
  theta: z.number(),
  mapId: z.string(),
  positionInitialized: z.boolean(),
})
export type AgvPosition = z.infer<typeof AgvPosition>

/** Absent when any part of the place is unreadable. */
export const HeardPosition = z
  .object({ x: figure, y: figure, theta: figure.catch(0), mapId: word, positionInitialized: flag })
  .optional()
  .catch(undefined)
export type HeardPosition = z.infer<typeof HeardPosition>
