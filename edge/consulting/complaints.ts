/** What could not be answered, as one line of the log a minute: how often, and never what was asked. */
import type { Log } from '../ports.ts'

const STRANGERS_MOST = 100

export const createComplaints = (log: Log) => {
  const strangers = new Set<string>()
  let unreadable = 0
  let dropped = 0

  return {
    unreadable: (): void => {
      unreadable += 1
    },
    dropped: (): void => {
      dropped += 1
    },
    /** Each serial number once. */
    stranger: (serialNumber: string): void => {
      if (strangers.has(serialNumber) || strangers.size >= STRANGERS_MOST) return
      strangers.add(serialNumber)
      log.warn({ serialNumber }, 'a robot that is not of this site asks')
    },
    /** Once a minute. */
    beat: (): void => {
      if (unreadable + dropped > 0) log.warn({ unreadable, dropped }, 'questions not answered')
      unreadable = 0
      dropped = 0
    },
  }
}
