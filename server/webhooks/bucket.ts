/** How often a bot may be written to: a few messages at once, then one at a time, and never more than so many in any minute. */
import { MINUTE } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Clock } from '../clock.ts'

export interface Bucket {
  readonly tokens: number
  readonly at: Instant
}

/** A quarter at once and the rest spread over the minute: together no more than a whole. */
const atOnce = (perMinute: number): number => Math.max(1, Math.floor(perMinute / 4))
const inAMinute = (perMinute: number): number => perMinute - atOnce(perMinute)

export const fullBucket = (perMinute: number, at: Instant): Bucket => ({ tokens: atOnce(perMinute), at })

/** With one token less; or how long, in ms, until there is one. A clock put back takes nothing away. */
export const drawnFrom = (
  { tokens, at: before }: Bucket,
  perMinute: number,
  at: Instant,
): { bucket: Bucket } | { waitMs: number } => {
  const now = Math.max(at, before)
  const perMs = inAMinute(perMinute) / MINUTE
  const filled = Math.min(atOnce(perMinute), tokens + (now - before) * perMs)
  return filled >= 1 ? { bucket: { tokens: filled - 1, at: now } } : { waitMs: Math.ceil((1 - filled) / perMs) }
}

/** Resolves when the next message may go; asked for one at a time. */
export const createTokens = (needs: {
  perMinute: number
  clock: Clock
  pause(ms: number): Promise<void>
}): (() => Promise<void>) => {
  const { perMinute, clock, pause } = needs
  let bucket = fullBucket(perMinute, clock.now())
  return async () => {
    let drawn = drawnFrom(bucket, perMinute, clock.now())
    while ('waitMs' in drawn) {
      await pause(drawn.waitMs)
      drawn = drawnFrom(bucket, perMinute, clock.now())
    }
    bucket = drawn.bucket
  }
}
