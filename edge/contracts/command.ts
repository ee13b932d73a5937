/** The form of every command: its type, and what it needs to know. */
import { z } from 'zod'

export const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })
