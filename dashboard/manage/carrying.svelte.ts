/** Carrying out advice: one press each, what came of it, and what the hall said no to. */
import type { AdvisedDeed } from '#contracts/advice.ts'
import type { ServiceWindow } from '#contracts/windows.ts'
import { type Answer, drawKey, type Problem } from '../live/asks.ts'
import type { AdviceSaid } from '../parts/advising.svelte.ts'

export interface CarriedOut {
  readonly deed: AdvisedDeed
  readonly sentence: AdviceSaid['sentence']
  readonly counter: ServiceWindow
  /** The hall's time, when it was told. */
  readonly at: number
}

/** Sends one intention, again if need be, under a key that stays the same. */
export type SendAccept = (key: string, path: string) => Promise<Answer<{ window: ServiceWindow }>>

const MOST_TOLD = 5

export class Carrying {
  /** The advice that is underway. */
  busy = $state<string>()
  refused = $state.raw<{ readonly adviceId: string; readonly problem: Problem }>()
  /** Latest first. */
  done = $state.raw<readonly CarriedOut[]>([])

  readonly #send: SendAccept
  readonly #now: () => number
  /** A press that never reached the hall is sent again under its key, so that it is done once. */
  readonly #keys = new Map<string, string>()

  constructor(send: SendAccept, now: () => number) {
    this.#send = send
    this.#now = now
  }

  /** Does nothing while another is underway. */
  async carryOut({ adviceId, deed, sentence }: AdviceSaid): Promise<void> {
    if (this.busy !== undefined) return
    this.busy = adviceId
    this.refused = undefined
    const key = this.#keys.get(adviceId) ?? drawKey()
    this.#keys.set(adviceId, key)
    const answer = await this.#send(key, `/api/advice/${encodeURIComponent(adviceId)}/accept`)
    this.busy = undefined
    if (answer.ok || answer.problem.status > 0) this.#keys.delete(adviceId)
    if (!answer.ok) this.refused = { adviceId, problem: answer.problem }
    else {
      const carried = { deed, sentence, counter: answer.body.window, at: this.#now() }
      this.done = [carried, ...this.done].slice(0, MOST_TOLD)
    }
  }
}
