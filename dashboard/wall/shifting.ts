/** Where the whole wall lies: it wanders a few pixels, so that nothing burns into the screen. */
import type { Instant } from '#contracts/time.ts'

/** Screen pixels to either side. */
export const MOST_PIXELS = 4
const ROUND_MINUTES = 8 * MOST_PIXELS
const MINUTE_MS = 60_000

/** Swings evenly from one end to the other and back, and rests at each for as long. */
const swing = (minutes: number): number => {
  const step = ((minutes % ROUND_MINUTES) + ROUND_MINUTES) % ROUND_MINUTES
  const far = Math.abs(step - ROUND_MINUTES / 2) - ROUND_MINUTES / 4
  return Math.max(-MOST_PIXELS, Math.min(MOST_PIXELS, far))
}

/** Screen pixels right and down: one pixel a minute around a square, the same on all walls of a hall. */
export const shiftAt = (time: Instant): { readonly x: number; readonly y: number } => {
  const minutes = Math.floor(time / MINUTE_MS)
  return { x: swing(minutes), y: swing(minutes + ROUND_MINUTES / 4) }
}
