/** A kiosk's numbers for when it loses its hall, and everything it then has to tell. */
import { createContext } from 'svelte'
import type { Instant, ServiceDay } from '#contracts/time.ts'
import { type Answer, drawKey } from '../../live/asks.ts'
import { LEASE_COUNT, leftOf, lettersShort } from './blocks.ts'
import {
  type Asked,
  confirmed,
  given,
  type Issue,
  type Kept,
  type Lease,
  onDay,
  type ReportDeed,
  ticketIdOf,
  unconfirmed,
  withLease,
  withoutGhosts,
  withReport,
} from './kept.ts'
import type { KeptStore } from './keptStore.ts'
import { afterAnswer, isAway, sentAs, type Told } from './telling.ts'

/** The hall as the kiosk sees it now. */
export interface HallNow {
  readonly day: ServiceDay
  readonly at: Instant
  /** Of all services. */
  readonly letters: readonly string[]
  readonly online: boolean
  /** Whether numbers may be leased now: not at night, and not for a page that somebody only looks at. */
  readonly leasing: boolean
}

export interface ReserveParts {
  readonly store: KeptStore
  /** One request, tried once. */
  post<T>(key: string, path: string, body: object): Promise<Answer<T>>
  /** Nothing before the hall has been heard of. */
  hall(): HallNow | undefined
}

/** After a no, a letter is not asked for again before so long. */
const LEASE_PAUSE_MS = 60_000
/** A page that goes away with a number on it will not come back for it. */
const GHOST_MS = 5 * 60_000

export class Reserve {
  /** As last seen by this tab; absent before the first look. */
  kept = $state.raw<Kept>()

  readonly #parts: ReserveParts
  readonly #leaseAfter = new Map<string, Instant>()
  #round: Promise<void> | undefined

  constructor(parts: ReserveParts) {
    this.#parts = parts
  }

  /** How many numbers of a letter could be given out without the hall. */
  left(letter: string): number {
    const { kept } = this
    return kept && kept.day === this.#parts.hall()?.day ? leftOf(kept.blocks, letter) : 0
  }

  /** To be called about once a second, and when there is something to tell; one round at a time, and it never throws. */
  keep(): Promise<void> {
    this.#round ??= this.#keepNow().finally(() => {
      this.#round = undefined
    })
    return this.#round
  }

  /** The next number of a letter, for an asking that did not get through; nothing when none is left. */
  async give(key: string, letter: string, asked: Asked): Promise<Issue | undefined> {
    const now = this.#parts.hall()
    if (!now) return undefined
    const { day, at: issuedAt } = now
    return this.#change((kept) => given(kept, letter, { key, day, issuedAt, asked }))
  }

  /** Tells the hall of a ticket, now or as soon as it is back. */
  async report(deed: ReportDeed, ticketId: string): Promise<void> {
    const now = this.#parts.hall()
    if (!now) return
    const report = { type: 'report', key: drawKey(), day: now.day, deed, ticketId } as const
    await this.#change((kept) => [withReport(onDay(kept, now.day), report), undefined])
    void this.keep()
  }

  /** A number stands on the screen alone. */
  async hold(ticketId: string): Promise<void> {
    const now = this.#parts.hall()
    if (now) await this.#change((kept) => [unconfirmed(kept, ticketId, now.at + GHOST_MS), undefined])
  }

  /** Somebody has decided about it. */
  async release(ticketId: string): Promise<void> {
    await this.#change((kept) => [confirmed(kept, ticketId), undefined])
  }

  async #change<T>(deed: (kept: Kept) => readonly [Kept, T]): Promise<T> {
    const [kept, result] = await this.#parts.store.change((before) => {
      const [after, found] = deed(before)
      return [after, [after, found] as const]
    })
    this.kept = kept
    return result
  }

  async #keepNow(): Promise<void> {
    const now = this.#parts.hall()
    if (!now) return
    try {
      await this.#change((kept) => [withoutGhosts(onDay(kept, now.day), now.at), undefined])
      if (now.online) await this.#tell()
      if (now.online && now.leasing) await this.#lease(now)
    } catch {
      // A browser that keeps nothing has no numbers of its own; with the hall, everything goes on.
      this.kept = undefined
    }
  }

  async #tell(): Promise<void> {
    for (let next = this.kept?.untold[0]; next; next = this.kept?.untold[0]) {
      const untold = next
      const { path, body } = sentAs(untold, this.kept?.kioskId ?? '')
      const answer = await this.#parts.post<Told>(untold.key, path, body)
      const day = this.#parts.hall()?.day ?? untold.day
      await this.#change((kept) => [afterAnswer(kept, untold, answer, day), undefined])
      if (!answer.ok && isAway(answer.problem)) return
    }
  }

  async #lease({ day, at, letters }: HallNow): Promise<void> {
    for (const letter of lettersShort(this.kept?.blocks ?? [], letters)) {
      if (at < (this.#leaseAfter.get(letter) ?? 0)) continue
      const body = { kioskId: this.kept?.kioskId, letter, count: LEASE_COUNT }
      const answer = await this.#parts.post<{ lease: Lease }>(drawKey(), '/api/numbers/lease', body)
      if (!answer.ok) {
        this.#leaseAfter.set(letter, at + LEASE_PAUSE_MS)
        return
      }
      const asked = this.#parts.hall()?.day === day ? day : ''
      await this.#change((kept) => [withLease(kept, asked, answer.body.lease), undefined])
    }
  }
}

/** What a visitor without the hall's answer is given. */
export const ticketOf = (issue: Issue): { readonly ticketId: string; readonly number: string } => ({
  ticketId: ticketIdOf(issue),
  number: issue.number,
})

export const [kioskReserve, provideReserve] = createContext<Reserve>()
