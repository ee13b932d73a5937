/** A screen that waits to be let in: it shows a code, and asks until somebody has approved it. */
import type { Answer } from '../live/asks.ts'

export interface Asked {
  readonly code: string
  /** What only this browser knows: with it the token is fetched. */
  readonly secret: string
  /** Epoch ms. */
  readonly expiresAt: number
}

export interface PairingParts {
  readonly begin: () => Promise<Answer<Asked>>
  readonly ask: (secret: string) => Promise<Answer<{ state?: string }>>
  readonly after: (delay: number, deed: () => void) => () => void
  readonly paired: () => void
}

const AGAIN_MS = 3000
/** After a refusal, such as too many codes asked for. */
const LATER_MS = 15_000

export class Pairing {
  code = $state<string>()
  /** The hall does not answer, or gives no code now. */
  away = $state(false)

  readonly #parts: PairingParts
  #secret: string | undefined
  #callOff: (() => void) | undefined

  constructor(parts: PairingParts) {
    this.#parts = parts
  }

  /** Returns how to stop. */
  start(): () => void {
    void this.#step()
    return () => this.#callOff?.()
  }

  async #step(): Promise<void> {
    const delay = this.#secret === undefined ? await this.#begin() : await this.#ask(this.#secret)
    if (delay !== undefined) this.#callOff = this.#parts.after(delay, () => void this.#step())
  }

  async #begin(): Promise<number> {
    const answer = await this.#parts.begin()
    this.away = !answer.ok
    if (!answer.ok) return LATER_MS
    this.code = answer.body.code
    this.#secret = answer.body.secret
    return AGAIN_MS
  }

  /** A code that is over is followed by another. */
  async #ask(secret: string): Promise<number | undefined> {
    const answer = await this.#parts.ask(secret)
    if (answer.ok && answer.body.state !== 'waiting') {
      this.#parts.paired()
      return undefined
    }
    this.away = !answer.ok && answer.problem.status === 0
    if (!answer.ok && !this.away) {
      this.#secret = undefined
      this.code = undefined
    }
    return AGAIN_MS
  }
}
