/** What the hall learns from its days, and takes along from one to the next. */
import { z } from 'zod'
import { ServiceId } from './ids.ts'
import { ServiceDay } from './time.ts'

/** How long one visitor of a service really takes: the mean of `seen` visits, older ones counting less. */
export const Pace = z.object({ minutes: z.number().positive(), seen: z.number().nonnegative() })
export type Pace = z.infer<typeof Pace>

/** Minutes to add to what the roll forward says, by how long a wait it says, so that half (four fifths) come sooner. */
export const Correction = z.object({ p50: z.array(z.number()), p80: z.array(z.number()) })
export type Correction = z.infer<typeof Correction>

/** How well promises were kept on one day. */
export const KeptDay = z.object({ day: ServiceDay, told: z.int().nonnegative(), kept: z.int().nonnegative() })
export type KeptDay = z.infer<typeof KeptDay>

/** By weekday, from Sunday. */
export const ArrivalsLearned = z.object({
  /** Walk-ins in each quarter of an hour of a usual day, 2 decimals; null of a weekday not seen yet. */
  profiles: z.array(z.array(z.number()).nullable()).length(7),
  /** Days seen of each weekday. */
  days: z.array(z.int().nonnegative()).length(7),
  /** How much further than Poisson's a quarter strays: the variance of its rate by its mean squared, 4 decimals. */
  spread: z.number(),
})
export type ArrivalsLearned = z.infer<typeof ArrivalsLearned>

export const Learned = z.object({
  pace: z.record(ServiceId, Pace),
  correction: Correction,
  arrivals: ArrivalsLearned,
  /** Share of visitors that come for each service, 0..1. */
  mix: z.record(ServiceId, z.number()),
  /** The last seven days, oldest first. */
  kept: z.array(KeptDay),
})
export type Learned = z.infer<typeof Learned>
