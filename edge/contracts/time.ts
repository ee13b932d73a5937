/** How the hall writes time. Wall-clock text (ISO 8601) exists only on foreign wires, such as VDA 5050. */
import { z } from 'zod'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const Instant = z.int().nonnegative()
export type Instant = z.infer<typeof Instant>

/** A service day as the hall's own calendar shows it, such as `2026-11-22`. */
export const ServiceDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export type ServiceDay = z.infer<typeof ServiceDay>
