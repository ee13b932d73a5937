/** A list of the server that is read again after each deed on it. */
import { type Answer, ask } from '../../live/asks.ts'
import { Told } from '../told.svelte.ts'

type Method = 'POST' | 'PUT' | 'DELETE'

export class Listing<T> extends Told<T> {
  busy = $state(false)
  readonly #where: () => string

  constructor(where: () => string) {
    super()
    this.#where = where
  }

  read(): Promise<void> {
    return this.look(this.#where())
  }

  /** One at a time. */
  async do<A>(method: Method, path: string, body?: object): Promise<A | undefined> {
    if (this.busy) return undefined
    this.busy = true
    const answer: Answer<A> = await ask<A>(method, path, body)
    if (answer.ok) await this.read()
    else this.problem = answer.problem
    this.busy = false
    return answer.ok ? answer.body : undefined
  }
}
