/** How long the box itself remembers: whole service days, as each new one says all that lives on. */
import type { Fact } from '#contracts/facts.ts'
import type { Journal, Log } from './ports.ts'

/** Days kept on the box, for a database that has been away. */
const DAYS_KEPT = 30

/** Hears every fact; at the dawn of a day it lets go of the oldest one. */
export const createForgetting = (journal: Journal, log: Log) => {
  const dawns: number[] = []
  return {
    noted: ({ event, seq }: Fact): void => {
      if (event.type !== 'dayBegan') return
      dawns.push(seq)
      const oldest = dawns.length > DAYS_KEPT ? dawns[dawns.length - DAYS_KEPT] : undefined
      if (oldest === undefined) return
      dawns.splice(0, dawns.length - DAYS_KEPT)
      journal.forget(oldest).catch((error: unknown) => log.warn({ error }, 'old facts could not be dropped'))
    },
  }
}
