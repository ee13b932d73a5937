/** What one screen knows of the hall: records and readings as last told, and how fresh that is. */

import { createContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { HallRecord, LiveMessage, RecordKey, RecordKind, RecordOf } from '#contracts/live.ts'
import { readingKey } from '#contracts/readingKey.ts'
import type { Reading, TimedReading } from '#contracts/readings.ts'
import { SILENCE_MS } from './link.ts'

export type Tables = { readonly [K in RecordKind]: SvelteMap<string, RecordOf<K>> }

const emptyTables = (): Tables => ({
  site: new SvelteMap(),
  figures: new SvelteMap(),
  line: new SvelteMap(),
  window: new SvelteMap(),
  next: new SvelteMap(),
  ticket: new SvelteMap(),
  call: new SvelteMap(),
  robot: new SvelteMap(),
  course: new SvelteMap(),
  lift: new SvelteMap(),
  door: new SvelteMap(),
  mission: new SvelteMap(),
  alert: new SvelteMap(),
  card: new SvelteMap(),
  staff: new SvelteMap(),
})

const putInto = <K extends RecordKind>(tables: Tables, kind: K, record: RecordOf<K>): void => {
  const table: SvelteMap<string, RecordOf<K>> = tables[kind]
  table.set(record.id, record)
}

const firstOf = <T>(table: SvelteMap<string, T>): T | undefined => table.values().next().value

export class HallScreen {
  readonly records = emptyTables()
  readonly readings = new SvelteMap<string, TimedReading>()
  /** The last fact in the records; absent before the first snapshot. */
  seq = $state<number>()
  connected = $state(false)
  /** Ten seconds have passed without a beat: what is shown may no longer be so. */
  stale = $state(false)
  /** The hall's own time, epoch ms, moving once a second; absent before the first message. */
  time = $state<number>()
  /** The hall's time when it last gave a sign of life. */
  heardTime = $state<number>()

  readonly ready = $derived(this.seq !== undefined)
  readonly site = $derived(firstOf(this.records.site)?.site)
  readonly figures = $derived(firstOf(this.records.figures)?.figures)

  readonly #now: () => number
  #heardAt: number
  #offset: number | undefined
  #beatAt: number | undefined

  /** `now` is monotonic milliseconds, such as `performance.now()`: the hall's time does not jump with this machine's. */
  constructor(now: () => number) {
    this.#now = now
    this.#heardAt = now()
  }

  /** A hall that has fallen silent behind a server that goes on: its last beat told again is no sign of life. */
  take(message: LiveMessage): void {
    if (message.type === 'reading') this.#keep(message)
    else if (message.type === 'change') this.#change(message.seq, message.put, message.remove)
    else this.#replace(message)
  }

  /** To be called about once a second. */
  tick(): void {
    const now = this.#now()
    this.stale = now - this.#heardAt > SILENCE_MS
    this.time = this.exactTime()
  }

  /** The hall's time at this very moment, for those who look more often than once a second. */
  exactTime(): number | undefined {
    return this.#offset === undefined ? undefined : Math.round(this.#offset + this.#now())
  }

  /** Milliseconds since the last sign of life, or since this screen was opened. */
  silence(): number {
    return this.#now() - this.#heardAt
  }

  reading<T extends Reading['type']>(type: T): Extract<Reading, { type: T }>[] {
    const isOne = (reading: Reading): reading is Extract<Reading, { type: T }> => reading.type === type
    return [...this.readings.values()].map(({ reading }) => reading).filter(isOne)
  }

  /** Only a beat tells what time it is now: a snapshot, a change or a reading may be of some time ago. */
  #setClock(at: number): void {
    this.#offset = at - this.#now()
    this.time ??= at
  }

  #beat(at: number): void {
    if (at === this.#beatAt) return
    this.#beatAt = at
    this.#setClock(at)
    this.#heardAt = this.#now()
    this.heardTime = at
    this.stale = false
  }

  #keep({ at, reading }: TimedReading): void {
    if (reading.type === 'beat') this.#beat(at)
    else this.readings.set(readingKey(reading), { at, reading })
  }

  #change(seq: number, put: readonly HallRecord[], remove: readonly RecordKey[]): void {
    for (const { kind, id } of remove) this.records[kind].delete(id)
    for (const record of put) putInto(this.records, record.kind, record)
    this.seq = seq
  }

  #replace({ seq, at, records, readings }: Extract<LiveMessage, { type: 'snapshot' }>): void {
    if (this.#offset === undefined) this.#setClock(at)
    this.heardTime ??= at
    for (const table of Object.values(this.records)) table.clear()
    this.readings.clear()
    for (const reading of readings) this.#keep(reading)
    this.#change(seq, records, [])
  }
}

/** The hall as the parts of a page see it. */
export const [hallScreen, provideHallScreen] = createContext<HallScreen>()
