/** The recorder: every fact of the hall into the database, each once, however often either of them goes away. */
import type { Hall } from '#contracts/hall.ts'
import type { HallId } from '#contracts/ids.ts'
import { SECOND } from '#contracts/time.ts'
import type { PartHealth } from './answers.ts'
import { createBacklog } from './backlog.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/client.ts'
import { createPause, within } from './deadline.ts'
import { lastStored } from './history/facts.ts'
import { store } from './history/storing.ts'
import type { Log } from './log.ts'

const FIRST_PAUSE = SECOND / 4
const LONGEST_PAUSE = 10 * SECOND
/** A database that has not answered by then is taken for gone; what it does late is harmless. */
const DATABASE_PATIENCE = 15 * SECOND
/** For the transaction under way at the end; the rest is in the journal. */
const CLOSING_PATIENCE = 2 * SECOND

export interface Recorder {
  part(): PartHealth
  /** Facts of the hall that the database does not have yet. */
  lag(): number
  /** The last fact that the database has. */
  stored(): number
  close(): Promise<void>
}

export const openRecorder = (needs: { hall: Hall; db: Db; hallId: HallId; log: Log; clock: Clock }): Recorder => {
  const { hall, db, hallId, log, clock } = needs
  const backlog = createBacklog(hall)
  const pause = createPause()
  let closed = false
  let hallSeq: number | undefined
  let stored = 0
  let answeredAt: number | undefined
  let trouble: string | undefined
  let nextPause = FIRST_PAUSE

  const unwatch = hall.watch((message) => {
    if (message.type !== 'reading') hallSeq = message.seq
  })
  const lag = () => Math.max(0, (hallSeq ?? 0) - stored)

  const reached = (seq: number) => {
    stored = seq
    answeredAt = clock.now()
  }

  const well = () => {
    if (trouble !== undefined) log.info({ stored }, 'the database takes facts again')
    trouble = undefined
    nextPause = FIRST_PAUSE
  }

  const failed = (error: unknown) => {
    const reason = reasonOf(error)
    if (trouble === undefined) log.warn({ reason, stored }, 'the database does not take facts; they wait')
    trouble = reason
  }

  const keepUp = async (): Promise<void> => {
    reached(await within(DATABASE_PATIENCE, lastStored(db, hallId)))
    if (lag() === 0) well()
    for (let batch = await backlog.next(stored); batch[0]; batch = await backlog.next(stored)) {
      const { seq } = batch[0]
      if (seq > stored + 1) log.warn({ from: stored + 1, until: seq }, 'facts are gone from the journal')
      await within(DATABASE_PATIENCE, store(db, hallId, batch))
      reached(batch.at(-1)?.seq ?? stored)
      well()
    }
  }

  const record = async (): Promise<void> => {
    while (!closed) {
      await keepUp().catch(failed)
      backlog.drop()
      if (!closed) await pause.rest(nextPause)
      nextPause = Math.min(nextPause * 2, LONGEST_PAUSE)
    }
  }

  const running = record()

  return {
    lag,
    stored: () => stored,
    part: () => ({ ...stateOf({ hallSeq, stored, lag: lag(), trouble }), ...ageOf(answeredAt, clock) }),
    close: async () => {
      closed = true
      unwatch()
      backlog.close()
      pause.wake()
      await within(CLOSING_PATIENCE, running).catch(() => log.warn({ stored }, 'the last facts wait in the journal'))
    },
  }
}

/** Without the query, which would show every fact of the batch. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : reasonOf(error.cause)
}

const ageOf = (at: number | undefined, clock: Clock): { ageSeconds?: number } =>
  at === undefined ? {} : { ageSeconds: (clock.now() - at) / SECOND }

interface Standing {
  hallSeq: number | undefined
  stored: number
  lag: number
  trouble: string | undefined
}

const stateOf = ({ hallSeq, stored, lag, trouble }: Standing): PartHealth => {
  const partId = 'recorder'
  if (hallSeq !== undefined && stored > hallSeq)
    return {
      partId,
      state: 'urgent',
      detail: `the database has facts up to ${stored} and the hall only up to ${hallSeq}: fill the box from the database`,
    }
  if (trouble !== undefined) return { partId, state: 'attention', detail: `${lag} facts wait: ${trouble}` }
  return { partId, state: 'fine', ...(lag > 0 && { detail: `${lag} facts wait` }) }
}
