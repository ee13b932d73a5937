/** Forgetting deeds of more than half a year ago, so that what is left still hangs together. */
import { HOUR } from '#contracts/durations.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { firstBroken } from './auditChain.ts'
import type { AuditStore } from './auditStore.ts'

const DAY = 24 * HOUR
/** Six months at least, as the law wants it. */
const KEPT = 184 * DAY

export interface PruningNeeds {
  store: AuditStore
  clock: Clock
  log: Log
}

/** What does not follow from the row before is kept, with all after it, for whoever asks why. Rejects with `DatabaseFault`. */
export const prune = async ({ store, clock, log }: PruningNeeds): Promise<void> => {
  const { before, rows } = await store.within(0, clock.now() - KEPT)
  const last = rows.at(-1)
  if (!last) return
  const brokenAt = firstBroken(before, rows)
  if (brokenAt === undefined) await store.forget(last)
  else log.error({ brokenAt }, 'the register of deeds has been changed: nothing of it is forgotten')
}

/** Now and once a day; gives how to stop. */
export const startPruning = (needs: PruningNeeds): (() => void) => {
  const pruneNow = (): void =>
    void prune(needs).catch((error: unknown) => needs.log.debug({ error }, 'the register of deeds was not pruned'))
  const pruning = setInterval(pruneNow, DAY)
  pruning.unref()
  pruneNow()
  return () => clearInterval(pruning)
}
