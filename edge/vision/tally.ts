/** Mishaps that may come by the hundred: the first is logged at once, the others are counted and logged once a minute. */
import { MINUTE } from '#contracts/durations.ts'
import type { Clock, Log } from '../ports.ts'

export interface Tally {
  /** Mishaps of the same words and key are one kind. */
  count(words: string, key: string, facts: object): void
  close(): void
}

export const openTally = ({ clock, log }: { clock: Clock; log: Log }): Tally => {
  const kinds = new Map<string, { words: string; facts: object; more: number }>()

  const stop = clock.every(MINUTE, () => {
    for (const [kind, { words, facts, more }] of kinds) {
      kinds.delete(kind)
      if (more > 0) log.warn({ ...facts, more }, words)
    }
  })

  return {
    count: (words, key, facts) => {
      const kind = `${words}:${key}`
      const known = kinds.get(kind)
      if (known) kinds.set(kind, { words, facts, more: known.more + 1 })
      else {
        kinds.set(kind, { words, facts, more: 0 })
        log.warn(facts, words)
      }
    },
    close: stop,
  }
}
