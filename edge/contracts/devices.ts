/** The passwords of the hall's devices, drawn on first run and kept in a file of the box. */
import { z } from 'zod'

export const DevicePasswords = z.object({
  hall: z.string().min(16),
  robots: z.record(z.string(), z.string().min(16)),
  cameras: z.record(z.string(), z.string().min(16)),
  lifts: z.record(z.string(), z.string().min(16)).default({}),
  doors: z.record(z.string(), z.string().min(16)).default({}),
  /** Of a Frigate whose cameras are the hall's. */
  frigate: z.string().min(16).optional(),
})
export type DevicePasswords = z.infer<typeof DevicePasswords>
