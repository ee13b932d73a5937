/** What the edge needs of the outside world, and nothing more. */
import type { Fact } from '#contracts/facts.ts'
import type { Hall } from '#contracts/hall.ts'
import type { Reading } from '#contracts/readings.ts'
import type { Instant } from '#contracts/time.ts'

export interface Clock {
  now(): Instant
  /** Calls `deed` every `interval` of this clock's own time until the returned function is called. */
  every(interval: number, deed: () => void): () => void
}

export interface Journal {
  /** Facts from `seq` on, oldest first. */
  read(seq: number): AsyncIterable<Fact>
  /** Resolves when all of them are safe on disk, together. Rejects with `JournalFault`, and then none of them is kept. */
  append(facts: readonly Fact[]): Promise<void>
  /** Drops the facts before `seq`. */
  forget(seq: number): Promise<void>
  close(): Promise<void>
}

export class JournalFault extends Error {
  override readonly name = 'JournalFault'
}

export interface BusMessage {
  topic: string
  payload: Uint8Array
  retained: boolean
}

/** MQTT 3.1.1, whoever is the broker. */
export interface Bus {
  /** Never rejects for a lost connection: QoS 1 and retained messages wait, bounded; others are dropped. */
  publish(topic: string, payload: string | Uint8Array, options?: { qos?: 0 | 1; retain?: boolean }): Promise<void>
  /** `filter` may hold + and #. Returns the way to stop. */
  subscribe(filter: string, listener: (message: BusMessage) => void): () => void
  connected(): boolean
  onConnection(listener: (connected: boolean) => void): () => void
  close(): Promise<void>
}

/** Log at the rim: object first, then a word or two. */
export interface Log {
  info(facts: object, words: string): void
  warn(facts: object, words: string): void
  error(facts: object, words: string): void
  debug(facts: object, words: string): void
}

/** The hall from inside the box: it can also pass readings on, which are never written down. */
export interface EdgeHall extends Hall {
  pass(reading: Reading): void
  close(): Promise<void>
}
