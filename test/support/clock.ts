/** A clock moved by hand. */
import type { Clock } from '#edge/ports.ts'

export interface HandClock extends Clock {
  /** Moves on, calling whatever falls due on the way, in its order. */
  advance(by: number): void
  set(at: number): void
}

export const handClock = (start: number): HandClock => {
  let at = start
  const alarms = new Set<{ next: number; interval: number; deed: () => void }>()
  const due = (until: number) => [...alarms].filter(({ next }) => next <= until).sort((a, b) => a.next - b.next)[0]
  const reach = (until: number): void => {
    for (let alarm = due(until); alarm; alarm = due(until)) {
      at = Math.max(at, alarm.next)
      alarm.next += alarm.interval
      alarm.deed()
    }
    at = until
  }
  return {
    now: () => at,
    every: (interval, deed) => {
      const alarm = { next: at + interval, interval, deed }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    advance: (by) => reach(at + by),
    set: reach,
  }
}
