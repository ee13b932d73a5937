/** One list of the server, read when its chapter is opened and again after each deed; and what it said no to. */
import { type Answer, ask, type Problem } from '../../live/asks.ts'

type Method = 'POST' | 'PUT' | 'DELETE'

export class Listing<T> {
  body = $state.raw<T>()
  problem = $state.raw<Problem>()
  busy = $state(false)

  readonly #path: () => string
  readonly #ask: typeof ask

  constructor(path: () => string, asking: typeof ask = ask) {
    this.#path = path
    this.#ask = asking
  }

  async read(): Promise<void> {
    const answer = await this.#ask<T>('GET', this.#path())
    if (answer.ok) this.body = answer.body
    this.problem = answer.ok ? undefined : answer.problem
  }

  /** One at a time; the list is read again after it. */
  async do<A>(method: Method, path: string, body?: object): Promise<A | undefined> {
    if (this.busy) return undefined
    this.busy = true
    const answer: Answer<A> = await this.#ask<A>(method, path, body)
    if (answer.ok) await this.read()
    else this.problem = answer.problem
    this.busy = false
    return answer.ok ? answer.body : undefined
  }
}
