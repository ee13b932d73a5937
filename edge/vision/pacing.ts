/** Readings at a bearable pace: those with the same key at most once a second, the newest last. */

import { SECOND } from '#contracts/durations.ts'
import { readingKey } from '#contracts/readingKey.ts'
import type { Reading } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'

export interface Pacing {
  pass(reading: Reading): void
  /** Passes what has waited for its second to be over. */
  beat(): void
}

export const createPacing = ({ now, pass }: { now: () => Instant; pass: (reading: Reading) => void }): Pacing => {
  const passedAt = new Map<string, Instant>()
  const waiting = new Map<string, Reading>()

  const offer = (key: string, reading: Reading): void => {
    const at = now()
    if (at - (passedAt.get(key) ?? Number.NEGATIVE_INFINITY) < SECOND) {
      waiting.set(key, reading)
      return
    }
    waiting.delete(key)
    passedAt.set(key, at)
    pass(reading)
  }

  return {
    pass: (reading) => offer(readingKey(reading), reading),
    beat: () => {
      for (const [key, reading] of waiting) offer(key, reading)
    },
  }
}
