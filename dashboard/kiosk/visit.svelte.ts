/** One visit to the kiosk, from the first touch until everything of it is wiped. */
import { createContext } from 'svelte'
import type { Language } from '#contracts/languages.ts'
import type { PriorityReason } from '#contracts/tickets.ts'
import { drawKey, postAgain } from '../live/asks.ts'
import { isOver, type Step, secondsToSay, type Taken } from './steps.ts'

export class Visit {
  step = $state.raw<Step>({ name: 'start' })
  language = $state<Language>('zh')
  large = $state(false)
  /** What has been typed to search. */
  query = $state('')
  /** Why the visitor goes first; absent for everybody else. */
  reason = $state<PriorityReason>()
  /** A number is being asked for. */
  asking = $state(false)
  /** Seconds until this step goes, when it should be said. */
  secondsLeft = $state<number>()

  readonly #ownLanguage: Language
  readonly #now: () => number
  #touchedAt: number
  #key = drawKey()

  /** `language` is the kiosk's own, spoken again when a visit ends; `now` is monotonic milliseconds. */
  constructor(language: Language, now: () => number) {
    this.language = language
    this.#ownLanguage = language
    this.#now = now
    this.#touchedAt = now()
  }

  go(step: Step): void {
    this.step = step
    this.touch()
  }

  /** To the question before the number; what is chosen from here on is a new intention. */
  choose(serviceId: string): void {
    this.reason = undefined
    this.#key = drawKey()
    this.go({ name: 'confirm', serviceId })
  }

  chooseReason(reason: PriorityReason | undefined): void {
    if (reason !== this.reason) this.#key = drawKey()
    this.reason = reason
  }

  /** May be repeated after a failure: one intention gives one number. */
  async take(serviceId: string): Promise<void> {
    if (this.asking) return
    this.asking = true
    const answer = await postAgain<Taken>(this.#key, '/api/tickets', {
      serviceIds: [serviceId],
      language: this.language,
      ...(this.reason ? { lane: 'priority', priorityReason: this.reason } : { lane: 'walkIn' }),
    })
    this.asking = false
    if (answer.ok) this.go({ name: 'number', taken: answer.body })
    else this.go({ name: 'refused', serviceId, code: answer.problem.code })
  }

  touch(): void {
    this.#touchedAt = this.#now()
    this.secondsLeft = secondsToSay(this.step, 0)
  }

  /** To be called about once a second. */
  tick(): void {
    if (this.asking) this.touch()
    const idle = this.#now() - this.#touchedAt
    if (isOver(this.step, idle)) this.end()
    else this.secondsLeft = secondsToSay(this.step, idle)
  }

  /** Nothing of this visitor stays. */
  end(): void {
    this.language = this.#ownLanguage
    this.large = false
    this.query = ''
    this.reason = undefined
    this.#key = drawKey()
    this.go({ name: 'start' })
  }
}

export const [kioskVisit, provideVisit] = createContext<Visit>()
