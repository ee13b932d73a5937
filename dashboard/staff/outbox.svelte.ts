/** Taps on their way to the hall: kept through a reload, sent in their order, each under its one key. */
import type { Answer, Problem } from '../live/asks.ts'
import { mineAfter, readTaps, readUndone, type Tap, type Undone } from './tapping.ts'

export interface OutboxParts {
  send(tap: Tap): Promise<Answer<unknown>>
  /** Milliseconds since any moment. */
  now(): number
  /** What the browser keeps, by name. */
  readonly store: { read(name: string): string | null; write(name: string, text: string): void }
}

const TAPS = 'hallkeeper.taps'
const MINE = 'hallkeeper.mine'
const UNDONE = 'hallkeeper.undone'
/** So long whoever has tapped still looks whether it was done. */
const LOOKING_MS = 5000

/** The hall has not answered, or could not do anything at all: the tap is sent again later. */
const isLater = ({ status }: Problem): boolean => status === 0 || status >= 500

const readMine = (text: string | null): Set<string> => new Set((text ?? '').split(' ').filter(Boolean))

export class Outbox {
  taps = $state.raw<readonly Tap[]>([])
  /** Alerts this device has accepted. */
  mine = $state.raw<ReadonlySet<string>>(new Set())
  /** Taps that waited and were not done, until somebody has read that: by then the tablet may be in other hands. */
  undone = $state.raw<readonly Undone[]>([])
  /** The last tap the hall said no to. */
  refused = $state.raw<{ readonly alertId: string; readonly problem: Problem }>()

  readonly #parts: OutboxParts
  /** When each was tapped; of those from before a reload nothing is known. */
  readonly #tappedAt = new Map<string, number>()
  #sending = false

  constructor(parts: OutboxParts) {
    this.#parts = parts
    this.taps = readTaps(parts.store.read(TAPS))
    this.mine = readMine(parts.store.read(MINE))
    this.undone = readUndone(parts.store.read(UNDONE))
  }

  add(tap: Tap): Promise<void> {
    this.refused = undefined
    this.#tappedAt.set(tap.key, this.#parts.now())
    this.#keep([...this.taps, tap])
    return this.flush()
  }

  /** Sends what waits, one after the other; stops at the first that does not get through. */
  async flush(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    for (let tap = this.taps[0]; tap; tap = this.taps[0]) {
      const answer = await this.#parts.send(tap)
      if (!answer.ok && isLater(answer.problem)) break
      this.#settle(tap, answer)
    }
    this.#sending = false
  }

  /** Forgets what is on the list no longer. */
  prune(present: ReadonlySet<string>): void {
    const left = [...this.mine].filter((alertId) => present.has(alertId))
    if (left.length < this.mine.size) this.#own(new Set(left))
  }

  /** Somebody has read what was not done. */
  acknowledge(): void {
    this.#leave([])
  }

  #isLate({ key }: Tap): boolean {
    const tappedAt = this.#tappedAt.get(key)
    this.#tappedAt.delete(key)
    return tappedAt === undefined || this.#parts.now() - tappedAt > LOOKING_MS
  }

  #leave(undone: readonly Undone[]): void {
    this.undone = undone
    this.#parts.store.write(UNDONE, JSON.stringify(undone))
  }

  #settle(tap: Tap, answer: Answer<unknown>): void {
    this.#keep(this.taps.filter(({ key }) => key !== tap.key))
    if (answer.ok) this.#own(mineAfter(this.mine, tap))
    else if (this.#isLate(tap) || answer.problem.code === 'tabletElsewhere')
      this.#leave([...this.undone, { tap, problem: answer.problem }])
    else this.refused = { alertId: tap.alertId, problem: answer.problem }
  }

  #keep(taps: readonly Tap[]): void {
    this.taps = taps
    this.#parts.store.write(TAPS, JSON.stringify(taps))
  }

  #own(mine: ReadonlySet<string>): void {
    this.mine = mine
    this.#parts.store.write(MINE, [...mine].join(' '))
  }
}
