/** The recorder: every fact of the hall into the database, each once, however often either of them goes away. */

import { SECOND } from '#contracts/durations.ts'
import type { Hall } from '#contracts/hall.ts'
import type { HallId } from '#contracts/ids.ts'
import { createBacklog } from './backlog.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/client.ts'
import { createPause, within } from './deadline.ts'
import { lastStored } from './history/facts.ts'
import { store } from './history/storing.ts'
import type { Log } from './log.ts'
import { createProgress, type Progress } from './progress.ts'

const FIRST_PAUSE = SECOND / 4
const LONGEST_PAUSE = 10 * SECOND
/** A database that has not answered by then is taken for gone; what it does late is harmless. */
const DATABASE_PATIENCE = 15 * SECOND
/** For the transaction under way at the end; the rest is in the journal. */
const CLOSING_PATIENCE = 2 * SECOND

export interface Recorder extends Pick<Progress, 'part' | 'lag' | 'stored' | 'caughtUp'> {
  close(): Promise<void>
}

export const openRecorder = (needs: { hall: Hall; db: Db; hallId: HallId; log: Log; clock: Clock }): Recorder => {
  const { hall, db, hallId, log, clock } = needs
  const progress = createProgress({ clock, log })
  const backlog = createBacklog(hall, progress.heard)
  const pause = createPause()
  let closed = false
  let nextPause = FIRST_PAUSE

  const unwatch = hall.watch((message) => {
    if (message.type !== 'reading') progress.told(message.seq)
  })

  const well = () => {
    progress.well()
    nextPause = FIRST_PAUSE
  }

  const keepUp = async (): Promise<void> => {
    let stored = await within(DATABASE_PATIENCE, lastStored(db, hallId))
    progress.reached(stored)
    if (progress.lag() === 0) well()
    for (let batch = await backlog.next(stored); batch[0]; batch = await backlog.next(stored)) {
      const { seq } = batch[0]
      if (seq > stored + 1) log.warn({ from: stored + 1, until: seq }, 'facts are gone from the journal')
      await within(DATABASE_PATIENCE, store(db, hallId, batch))
      stored = batch.at(-1)?.seq ?? stored
      progress.reached(stored)
      well()
    }
  }

  const record = async (): Promise<void> => {
    while (!closed) {
      await keepUp().catch(progress.failed)
      backlog.drop()
      if (!closed) await pause.rest(nextPause)
      nextPause = Math.min(nextPause * 2, LONGEST_PAUSE)
    }
  }

  const running = record()

  return {
    ...progress,
    close: async () => {
      closed = true
      unwatch()
      backlog.close()
      pause.wake()
      const late = () => log.warn({ stored: progress.stored() }, 'the last facts wait in the journal')
      await within(CLOSING_PATIENCE, running).catch(late)
    },
  }
}
