/** The hall as the server sees it: every record and the latest readings, kept from `hall.watch`. */
import type { Hall } from '#contracts/hall.ts'
import type { HallRecord, LiveMessage, RecordKey, RecordKind, RecordOf } from '#contracts/live.ts'
import { readingKey } from '#contracts/readingKey.ts'
import type { Reading, TimedReading } from '#contracts/readings.ts'

export type Snapshot = Extract<LiveMessage, { type: 'snapshot' }>
export type ReadingOf<T extends Reading['type']> = TimedReading & { reading: Extract<Reading, { type: T }> }

export interface Mirror {
  /** Everything now; undefined until the hall has told its state. */
  snapshot(): Snapshot | undefined
  /** The last fact that the records know of; 0 before the first. */
  seq(): number
  record<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined
  /** All records of a kind, in the order in which the hall first told them. */
  all<K extends RecordKind>(kind: K): RecordOf<K>[]
  readings<T extends Reading['type']>(type: T): ReadingOf<T>[]
  /** Each message of the hall, after the mirror has taken it in. */
  watch(listener: (message: LiveMessage) => void): () => void
  close(): void
}

const isOf =
  <K extends RecordKind>(kind: K) =>
  (record: HallRecord | undefined): record is RecordOf<K> =>
    record?.kind === kind

const isReading =
  <T extends Reading['type']>(type: T) =>
  (timed: TimedReading): timed is ReadingOf<T> =>
    timed.reading.type === type

const nameOf = ({ kind, id }: RecordKey): string => `${kind}:${id}`

export const openMirror = ({ hall }: { hall: Hall }): Mirror => {
  const records = new Map<string, HallRecord>()
  const readings = new Map<string, TimedReading>()
  const listeners = new Set<(message: LiveMessage) => void>()
  let told: { seq: number; at: number } | undefined

  const put = (record: HallRecord) => records.set(nameOf(record), record)
  const keep = ({ at, reading }: TimedReading) => readings.set(readingKey(reading), { at, reading })

  const takeIn = (message: LiveMessage): void => {
    switch (message.type) {
      case 'snapshot':
        records.clear()
        readings.clear()
        message.records.forEach(put)
        message.readings.forEach(keep)
        told = { seq: message.seq, at: message.at }
        break
      case 'change':
        message.put.forEach(put)
        for (const key of message.remove) records.delete(nameOf(key))
        told = { seq: message.seq, at: message.at }
        break
      case 'reading':
        keep(message)
    }
  }

  const unwatch = hall.watch((message) => {
    takeIn(message)
    for (const listener of listeners) listener(message)
  })

  return {
    snapshot: () =>
      told && { type: 'snapshot', ...told, records: [...records.values()], readings: [...readings.values()] },
    seq: () => told?.seq ?? 0,
    record: (kind, id) => {
      const record = records.get(nameOf({ kind, id }))
      return isOf(kind)(record) ? record : undefined
    },
    all: (kind) => [...records.values()].filter(isOf(kind)),
    readings: (type) => [...readings.values()].filter(isReading(type)),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      unwatch()
      listeners.clear()
    },
  }
}
