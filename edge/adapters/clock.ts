/** The box's own clock; for rehearsals it can run faster than the world. */
import type { Clock } from '../ports.ts'

/** However fast the clock, nothing is called more often than this, in real milliseconds. */
const SHORTEST = 50

/** `speed` 10 makes ten minutes pass in one; 1 is the time of day. */
export const systemClock = (speed = 1): Clock => {
  const start = Date.now()
  return {
    now: () => Math.floor(start + (Date.now() - start) * speed),
    every: (interval, deed) => {
      const timer = setInterval(deed, Math.max(interval / speed, SHORTEST))
      return () => clearInterval(timer)
    },
  }
}
