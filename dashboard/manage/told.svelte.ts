/** What the server told last about one thing that is looked at again and again; the last one asked for wins. */
import { type Answer, ask, type Problem } from '../live/asks.ts'

export type Asking = <T>(path: string) => Promise<Answer<T>>

const askServer: Asking = (path) => ask('GET', path)

export class Told<T> {
  /** Absent until it was told; what was told of the same path stays while it is asked for again. */
  body = $state.raw<T>()
  problem = $state.raw<Problem>()
  readonly #ask: Asking
  #path = ''
  #asked = 0

  constructor(asking: Asking = askServer) {
    this.#ask = asking
  }

  async look(path: string): Promise<void> {
    if (path !== this.#path) this.body = undefined
    this.#path = path
    this.#asked += 1
    const mine = this.#asked
    const answer = await this.#ask<T>(path)
    if (mine !== this.#asked) return
    this.problem = answer.ok ? undefined : answer.problem
    if (answer.ok) this.body = answer.body
  }

  again(): Promise<void> {
    return this.look(this.#path)
  }
}

/** Looks now and every so many milliseconds, until the returned function is called. */
export const lookEvery = (interval: number, look: () => Promise<void>): (() => void) => {
  void look()
  const timer = setInterval(() => void look(), interval)
  return () => clearInterval(timer)
}
