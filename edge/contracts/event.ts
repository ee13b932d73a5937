/** How one kind of fact is written down. */
import { z } from 'zod'

export const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })
