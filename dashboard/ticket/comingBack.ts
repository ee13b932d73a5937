/** Until when somebody may leave the hall: told only where it is safe to say. */
import type { Estimate } from '#contracts/tickets.ts'

const MINUTE = 60_000
/** The way back to the seats, and what the estimate does not know. */
const MARGIN_MINUTES = 5
/** For less than this nobody should go away. */
const WORTH_MINUTES = 10
const STEP_MINUTES = 5

/**
 * The hall's time, epoch ms, on whole five minutes. The call may come as much before the middle of the range as the far
 * end lies behind it; so only what is left before that, less a margin, is given away. `at` is when it was estimated.
 */
export const backBefore = ({ p50Minutes, p80Minutes }: Estimate, at: number): number | undefined => {
  const earliest = p50Minutes - (p80Minutes - p50Minutes)
  const free = earliest - MARGIN_MINUTES
  const step = STEP_MINUTES * MINUTE
  const until = Math.floor((at + free * MINUTE) / step) * step
  return free >= WORTH_MINUTES ? until : undefined
}
