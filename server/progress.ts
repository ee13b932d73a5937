/** How far the recorder has come, as others may ask: what is stored, what waits, and what is wrong. */
import { SECOND } from '#contracts/durations.ts'
import type { PartHealth } from './answers.ts'
import type { Clock } from './clock.ts'
import { within } from './deadline.ts'
import type { Log } from './log.ts'

/** For somebody who asks about what has happened just now. */
const CATCHING_UP = SECOND
/** More facts than these are not on their way: something is slow. */
const MANY_FACTS = 1_000

export interface Progress {
  /** The last fact of the hall, as it says itself. */
  told(seq: number): void
  /** A fact of the hall, old or new: there are some that change nothing to be seen, such as a booking. */
  heard(seq: number): void
  /** The last fact that the database has. */
  reached(seq: number): void
  well(): void
  failed(error: unknown): void
  stored(): number
  lag(): number
  part(): PartHealth
  /** Resolves once the database has all that the hall has told so far, after a second, or at once while it is away. */
  caughtUp(): Promise<void>
}

export const createProgress = ({ clock, log }: { clock: Clock; log: Log }): Progress => {
  let last: number | undefined
  let stored = 0
  let answeredAt: number | undefined
  let trouble: string | undefined
  const waiting = new Set<() => void>()
  const lag = () => Math.max(0, (last ?? 0) - stored)

  const untilStored = async (seq: number): Promise<void> => {
    let look = () => {}
    const there = new Promise<void>((resolve) => {
      look = () => stored >= seq && resolve()
    })
    waiting.add(look)
    await within(CATCHING_UP, there).catch(() => {})
    waiting.delete(look)
  }

  return {
    told: (seq) => {
      last = seq
    },
    heard: (seq) => {
      last = Math.max(last ?? 0, seq)
    },
    reached: (seq) => {
      stored = seq
      answeredAt = clock.now()
      for (const look of waiting) look()
    },
    well: () => {
      if (trouble !== undefined) log.info({ stored }, 'the database takes facts again')
      trouble = undefined
    },
    failed: (error) => {
      const reason = reasonOf(error)
      if (trouble === undefined) log.warn({ reason, stored }, 'the database does not take facts; they wait')
      trouble = reason
    },
    stored: () => stored,
    lag,
    part: () => ({
      partId: 'recorder',
      ...standing({ last, stored, lag: lag(), trouble }),
      ...(answeredAt !== undefined && { ageSeconds: (clock.now() - answeredAt) / SECOND }),
    }),
    caughtUp: async () => {
      if (lag() > 0 && trouble === undefined) await untilStored(last ?? 0)
    },
  }
}

/** Without the query, which would show every fact of the batch. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : reasonOf(error.cause)
}

const standing = (now: {
  last: number | undefined
  stored: number
  lag: number
  trouble: string | undefined
}): Pick<PartHealth, 'state' | 'detail'> => {
  const { last, stored, lag, trouble } = now
  if (last !== undefined && stored > last) {
    const detail = `the database has facts up to ${stored}, the hall only up to ${last}: fill the box from the database`
    return { state: 'urgent', detail }
  }
  if (trouble !== undefined) return { state: 'attention', detail: `${lag} facts wait: ${trouble}` }
  if (lag > 0) return { state: lag > MANY_FACTS ? 'attention' : 'fine', detail: `${lag} facts wait` }
  return { state: 'fine' }
}
