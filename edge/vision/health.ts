/** How a part of vision is, from what was last heard of it. */

import { SECOND } from '#contracts/durations.ts'
import type { PartState } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'

export interface Health {
  heard(): void
  /** Something is wrong with what was heard. */
  complain(detail: string): void
  /** ms since the last sign of life, or since the beginning. */
  silence(): number
  state(): PartState
}

/** Longer silence is unknown, never fine. */
const UNKNOWN_AFTER = 10 * SECOND

export const createHealth = (partId: string, now: () => Instant): Health => {
  const began = now()
  let heardAt: Instant | undefined
  let complaint: string | undefined

  const silence = () => now() - (heardAt ?? began)
  return {
    heard: () => {
      heardAt = now()
      complaint = undefined
    },
    complain: (detail) => {
      heardAt = now()
      complaint = detail
    },
    silence,
    state: () => {
      const part = { type: 'part' as const, partId }
      if (heardAt === undefined) return { ...part, state: 'unknown', detail: 'nothing heard yet' }
      if (silence() > UNKNOWN_AFTER) {
        const last = complaint === undefined ? '' : `; the last was: ${complaint}`
        return { ...part, state: 'unknown', detail: `nothing heard for more than ${UNKNOWN_AFTER / SECOND} s${last}` }
      }
      return complaint === undefined ? { ...part, state: 'fine' } : { ...part, state: 'attention', detail: complaint }
    },
  }
}
