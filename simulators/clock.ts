/** The time that simulators live in; a fast one for rehearsals. */
import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'

export interface SimulatedClock {
  now(): number
  /** Calls `deed` every `interval` of this clock's own time. */
  every(interval: number, deed: () => void): () => void
  /** Resolves after `delay` of this clock's own time, or at once when `ended` is aborted. */
  wait(delay: number, ended: AbortSignal): Promise<void>
}

/** However fast the clock, nothing is called more often than this, in real milliseconds. */
const SHORTEST = 50

/** `speed` 10 makes ten minutes pass in one. `start` is what it shows at first, in epoch milliseconds. */
export const runningClock = (speed: number, start = Date.now()): SimulatedClock => {
  const begun = Date.now()
  return {
    now: () => Math.floor(start + (Date.now() - begun) * speed),
    every: (interval, deed) => {
      const timer = setInterval(deed, Math.max(interval / speed, SHORTEST))
      return () => clearInterval(timer)
    },
    wait: async (delay, ended) => {
      await setTimeout(delay / speed, undefined, { signal: ended }).catch(() => {})
    },
  }
}

/** Ends the waits of any number of simulated people. */
export const createEnding = (): AbortController => {
  const ending = new AbortController()
  setMaxListeners(0, ending.signal)
  return ending
}
