/** A manager's changes at windows: one at a time, with what the hall said no to and what was done last. */
import type { Break, ServiceWindow } from '#contracts/windows.ts'
import { type Answer, ask, type Problem } from '../../live/asks.ts'
import type { WindowDeed } from './effects.ts'

export interface Refused {
  readonly windowId: string
  readonly problem: Problem
}

type Sending = (method: 'POST' | 'PUT', path: string, body: object) => Promise<Answer<{ window: ServiceWindow }>>

export class WindowWork {
  busy = $state(false)
  refused = $state.raw<Refused>()
  readonly #send: Sending

  constructor(send: Sending = (method, path, body) => ask(method, path, body)) {
    this.#send = send
  }

  deed(windowId: string, deed: WindowDeed): Promise<boolean> {
    return this.#ask(windowId, 'POST', deed, {})
  }

  setServices(windowId: string, serviceIds: readonly string[]): Promise<boolean> {
    return this.#ask(windowId, 'PUT', 'services', { serviceIds })
  }

  setBreaks(windowId: string, breaks: readonly Break[]): Promise<boolean> {
    return this.#ask(windowId, 'PUT', 'breaks', { breaks })
  }

  /** Whether the hall did it. */
  async #ask(windowId: string, method: 'POST' | 'PUT', what: string, body: object): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    this.refused = undefined
    const answer = await this.#send(method, `/api/windows/${encodeURIComponent(windowId)}/${what}`, body)
    if (!answer.ok) this.refused = { windowId, problem: answer.problem }
    this.busy = false
    return answer.ok
  }
}
