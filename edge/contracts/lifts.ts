/** Lifts and automatic doors: what they say on the bus, what they are asked, and what the hall knows of them. */
import { z } from 'zod'
import { DoorId, FloorId, LiftId } from './ids.ts'

export const Leaf = z.enum(['open', 'closed', 'moving'])
export type Leaf = z.infer<typeof Leaf>

/** On `hall/{hallId}/lift/{liftId}/state`, retained. `session` repeats whose request it serves; null while nobody's. */
export const LiftState = z.object({
  floor: FloorId,
  door: Leaf,
  session: z.string().nullable().default(null),
  /** False while it serves people only, or nobody. */
  inService: z.boolean().default(true),
})
export type LiftState = z.infer<typeof LiftState>

/**
 * On `hall/{hallId}/lift/{liftId}/request`. The cabin is to stand open at `from` until `boarded`, then at `to`, and serve
 * nobody else until the session is null.
 */
export const LiftRequest = z.union([
  z.object({ session: z.string().min(1), from: FloorId, to: FloorId, boarded: z.boolean() }),
  z.object({ session: z.null() }),
])
export type LiftRequest = z.infer<typeof LiftRequest>

/** On `hall/{hallId}/door/{doorId}/state`, retained. */
export const DoorState = z.object({ door: Leaf, inService: z.boolean().default(true) })
export type DoorState = z.infer<typeof DoorState>

/** On `hall/{hallId}/door/{doorId}/request`: it is to stand open until told otherwise. */
export const DoorRequest = z.object({ open: z.boolean() })
export type DoorRequest = z.infer<typeof DoorRequest>

/** As the hall knows it; out of order while it is silent or says so. */
export const HallLift = LiftState.extend({ liftId: LiftId })
export type HallLift = z.infer<typeof HallLift>

export const HallDoor = DoorState.extend({ doorId: DoorId })
export type HallDoor = z.infer<typeof HallDoor>
