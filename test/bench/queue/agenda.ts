/** What is still to happen in virtual time, the soonest first. */
import type { Instant } from '#contracts/time.ts'

type Deed = (at: Instant) => void

export interface Agenda {
  /** Of two deeds of the same instant, the one put first is done first. */
  put(at: Instant, deed: Deed): void
  /** Until nothing is left, with what the deeds themselves put in. */
  run(): void
}

export const createAgenda = (): Agenda => {
  /** The latest first. */
  const entries: { at: Instant; deed: Deed }[] = []
  const placeFor = (at: Instant): number => {
    let [low, high] = [0, entries.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((entries[middle]?.at ?? at) > at) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    put: (at, deed) => {
      entries.splice(placeFor(at), 0, { at, deed })
    },
    run: () => {
      for (let next = entries.pop(); next; next = entries.pop()) next.deed(next.at)
    },
  }
}
