/** The register of deeds: each row's hash covers the one before, so that none can be changed unseen. */
import { MINUTE, SECOND } from '#contracts/durations.ts'
import type { Instant } from '#contracts/time.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { FIRST_HASH, firstBroken, hashAfter } from './auditChain.ts'
import type { AuditRow, AuditStore, Noted } from './auditStore.ts'

export interface Audit {
  /** Never fails: what cannot be written now is written later, in its order. */
  note(entry: Noted): void
  /** In this time, oldest first, with the first row that does not follow from the one before, if any. */
  read(from: Instant, until: Instant): Promise<{ rows: AuditRow[]; brokenAt?: number }>
  /** Tries once more to write what is left. */
  close(): Promise<void>
}

const AGAIN = 5 * SECOND
const MOST_WAITING = 10_000
/** The same refusal of the same deed from the same place is noted once in so long. */
const REPEATS = MINUTE
const MOST_REMEMBERED = 1000
export const openAudit = (needs: { store: AuditStore; clock: Clock; log: Log }): Audit => {
  const { store, clock, log } = needs
  const waiting: { entry: Noted; at: Instant }[] = []
  const lately = new Map<string, Instant>()
  let last: { n: number; hash: string } | undefined
  let writing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const isRepeat = (entry: Noted): boolean => {
    if (entry.outcome === 'done') return false
    const key = JSON.stringify(entry)
    if (clock.now() < (lately.get(key) ?? 0) + REPEATS) return true
    lately.delete(key)
    lately.set(key, clock.now())
    for (const [oldest] of lately) if (lately.size > MOST_REMEMBERED) lately.delete(oldest)
    return false
  }

  const add = async ({ entry, at }: { entry: Noted; at: Instant }): Promise<void> => {
    const before = last ?? (await store.last()) ?? { n: 0, hash: FIRST_HASH }
    const row = { ...entry, at, n: before.n + 1 }
    const written: AuditRow = { ...row, hash: hashAfter(before.hash, row) }
    await store.add(written)
    last = written
  }

  const writeAll = async (): Promise<void> => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      await add(next)
      waiting.shift()
    }
  }

  const write = (): Promise<void> => {
    clearTimeout(timer)
    writing = writing.then(writeAll).catch((error: unknown) => {
      last = undefined
      log.debug({ error, waiting: waiting.length }, 'the register of deeds is behind')
      timer = setTimeout(write, AGAIN)
      timer.unref()
    })
    return writing
  }

  return {
    note: (entry) => {
      if (isRepeat(entry)) return
      if (waiting.length >= MOST_WAITING) return log.error({ entry }, 'a deed was not registered: too many wait')
      waiting.push({ entry, at: clock.now() })
      void write()
    },
    read: async (from, until) => {
      await writing
      const { before, rows } = await store.within(from, until)
      const brokenAt = firstBroken(before, rows)
      return { rows, ...(brokenAt !== undefined && { brokenAt }) }
    },
    close: async () => {
      await write()
      clearTimeout(timer)
    },
  }
}
