/** What screens hear of the hall: a snapshot first, then changed records and passing readings. */
import type { Fact } from '#contracts/facts.ts'
import type { Unfollow } from '#contracts/hall.ts'
import type { HallRecord, LiveMessage, RecordKey } from '#contracts/live.ts'
import { readingKey } from '#contracts/readingKey.ts'
import type { Reading, TimedReading } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'
import type { Step } from './core/advance.ts'
import { allRecords, isPresent, recordOf, timedRecords } from './core/records.ts'
import type { HallState } from './core/state.ts'
import type { Log } from './ports.ts'

export interface Moment {
  hall: HallState
  seq: number
  at: Instant
}

export interface Watching {
  watch(listener: (message: LiveMessage) => void): Unfollow
  /** Tells what a step has changed. */
  changed(step: Step, facts: readonly Fact[]): void
  /** Tells what the time alone has changed since it was last told. */
  refresh(): void
  pass(reading: Reading): void
}

const nameOf = ({ kind, id }: { kind: string; id: string }): string => `${kind}:${id}`

export const createWatching = ({ now, log }: { now: () => Moment; log: Log }): Watching => {
  const listeners = new Set<(message: LiveMessage) => void>()
  const readings = new Map<string, TimedReading>()
  let timed = new Map<string, string>()

  const tell = (message: LiveMessage): void => {
    for (const listener of listeners) {
      try {
        listener(message)
      } catch (error) {
        log.error({ error }, 'a listener of the hall failed')
      }
    }
  }

  const everything = ({ hall, at }: Moment): HallRecord[] => {
    const records = new Map(allRecords(hall).map((record) => [nameOf(record), record]))
    for (const record of timedRecords(hall, at)) records.set(nameOf(record), record)
    return [...records.values()]
  }

  const snapshot = (): LiveMessage => {
    const moment = now()
    const { seq, at } = moment
    return { type: 'snapshot', seq, at, records: everything(moment), readings: [...readings.values()] }
  }

  return {
    watch: (listener) => {
      listener(snapshot())
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed: ({ hall, keys, anew }, facts) => {
      if (anew) return tell(snapshot())
      const put = keys.flatMap((key) => recordOf(hall, key) ?? []).filter((record) => isPresent(hall, record))
      const there = new Set(put.map(nameOf))
      const remove: RecordKey[] = keys.filter((key) => !there.has(nameOf(key))).map(({ kind, id }) => ({ kind, id }))
      const last = facts.at(-1)
      if (last) tell({ type: 'change', seq: last.seq, at: last.at, put, remove })
    },
    refresh: () => {
      const { hall, seq, at } = now()
      const current = new Map(timedRecords(hall, at).map((record) => [nameOf(record), record]))
      const texts = new Map([...current].map(([name, record]) => [name, JSON.stringify(record)]))
      const put = [...current].filter(([name]) => texts.get(name) !== timed.get(name)).map(([, record]) => record)
      timed = texts
      if (put.length > 0) tell({ type: 'change', seq, at, put, remove: [] })
    },
    pass: (reading) => {
      const passing = { at: now().at, reading }
      readings.set(readingKey(reading), passing)
      tell({ type: 'reading', ...passing })
    },
  }
}
