/** How long to wait before the next try to connect. */
const FIRST_MS = 500
const LONGEST_MS = 15_000

/**
 * Doubles from 0.5 s to 15 s with each failed try; `attempt` counts them from 0.
 * `dice` (0..1) takes away up to half, so that all the screens of a hall do not come back in the same instant.
 */
export const reconnectDelayMs = (attempt: number, dice: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (1 - dice / 2)
