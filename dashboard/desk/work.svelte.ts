/** A clerk's deeds on their way to the hall: one at a time, and what the hall said no to. */
import { type Answer, ask, type Problem, post } from '../live/asks.ts'
import type { Deed } from './deeds.ts'

const paths: Readonly<Record<Exclude<Deed, 'finishAndCall'>, string>> = {
  open: 'open',
  callNext: 'call-next',
  start: 'start',
  recall: 'recall',
  noShow: 'no-show',
  finish: 'finish',
  pause: 'pause',
  resume: 'resume',
  close: 'close',
}

export class DeskWork {
  /** What is underway, by a word of the sender. */
  busy = $state<string>()
  /** What the hall said no to, and to which deed. */
  refused = $state.raw<{ readonly name: string; readonly problem: Problem }>()

  readonly #path: string
  readonly #done: () => Promise<unknown>

  /** `done` is called after each answer of the hall, for a screen whose live line is down. */
  constructor(windowId: string, done: () => Promise<unknown>) {
    this.#path = `/api/windows/${encodeURIComponent(windowId)}`
    this.#done = done
  }

  do(deed: Deed): Promise<void> {
    return this.ask(deed, async () => {
      if (deed !== 'finishAndCall') return post(`${this.#path}/${paths[deed]}`)
      const finished = await post(`${this.#path}/finish`)
      return finished.ok ? post(`${this.#path}/call-next`) : finished
    })
  }

  setServices(serviceIds: readonly string[]): Promise<void> {
    return this.ask('services', () => ask('PUT', `${this.#path}/services`, { serviceIds }))
  }

  sendPapers(errand: { from: string; to: string; note?: string; priority: number }): Promise<boolean> {
    return this.#once('papers', () => post('/api/missions', { kind: 'delivery', ...errand }))
  }

  cancelMission(missionId: string): Promise<void> {
    return this.ask('papers', () => post(`/api/missions/${missionId}/cancel`))
  }

  /** Does nothing while another deed is underway. */
  async ask(name: string, send: () => Promise<Answer<unknown>>): Promise<void> {
    await this.#once(name, send)
  }

  async #once(name: string, send: () => Promise<Answer<unknown>>): Promise<boolean> {
    if (this.busy !== undefined) return false
    this.busy = name
    this.refused = undefined
    const answer = await send()
    if (answer.ok || answer.problem.status > 0) await this.#done()
    this.busy = undefined
    if (!answer.ok) this.refused = { name, problem: answer.problem }
    return answer.ok
  }
}
