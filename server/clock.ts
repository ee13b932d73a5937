/** What time it is, for ages and lateness. */
import type { Instant } from '#contracts/time.ts'

export interface Clock {
  now(): Instant
}
