/** One visit to the kiosk, from the first touch until everything of it is wiped. */
import { createContext } from 'svelte'
import type { Appointment } from '#contracts/appointments.ts'
import type { Language } from '#contracts/languages.ts'
import type { PriorityReason } from '#contracts/tickets.ts'
import { drawKey, type Problem } from '../live/asks.ts'
import type { Unprinted } from '../parts/unprinted.ts'
import type { Counter, Outcome } from './counter.ts'
import { isOver, type Paper, type Step, secondsToSay, type Taken, type Wish } from './steps.ts'

/** Digits of an appointment, as the hall draws them. */
export const CODE_DIGITS = 8

export interface VisitParts {
  /** The kiosk's own, spoken again when a visit ends. */
  readonly language: Language
  /** Monotonic milliseconds. */
  readonly now: () => number
  readonly counter: Counter
  /** Why numbers are not on paper; absent where nobody expects paper. */
  readonly unprinted?: Unprinted | undefined
  /** Whether a printer stands here, as the site says. */
  readonly prints?: () => boolean
}

export class Visit {
  step = $state.raw<Step>({ name: 'start' })
  language = $state<Language>('zh')
  large = $state(false)
  /** Everything to touch stands low, for somebody who sits. */
  reach = $state(false)
  /** What has been typed to search. */
  query = $state('')
  /** What has been typed of an appointment's code, and why it was not found. */
  code = $state('')
  codeProblem = $state.raw<Problem>()
  /** Why the visitor goes first; absent for everybody else. */
  reason = $state<PriorityReason>()
  /** The hall is being asked. */
  asking = $state(false)
  /** Seconds until this step goes, when it should be said. */
  secondsLeft = $state<number>()

  readonly #parts: VisitParts
  #touchedAt: number
  #key = drawKey()
  #last: (() => Promise<void>) | undefined

  constructor(parts: VisitParts) {
    this.#parts = parts
    this.language = parts.language
    this.#touchedAt = parts.now()
  }

  go(step: Step): void {
    this.step = step
    this.touch()
  }

  /** To the question before the number; what is chosen from here on is a new intention. */
  choose(wish: Wish): void {
    this.reason = undefined
    this.#key = drawKey()
    this.go({ name: 'confirm', wish })
  }

  chooseReason(reason: PriorityReason | undefined): void {
    if (reason !== this.reason) this.#key = drawKey()
    this.reason = reason
  }

  /** May be repeated after a failure: one intention gives one number. */
  take({ serviceIds, themeId, answers }: Wish): Promise<void> {
    const { language, reason } = this
    const situation = themeId && answers ? [themeId, ...answers].join(':') : undefined
    const lane = reason ? ({ lane: 'priority', priorityReason: reason } as const) : ({ lane: 'walkIn' } as const)
    const asked = { serviceIds: [...serviceIds], language, ...lane }
    return this.#ask(() => this.#parts.counter.take(this.#key, asked), situation)
  }

  typeCode(code: string): void {
    this.code = code.replaceAll(/\D/g, '').slice(0, CODE_DIGITS)
    this.codeProblem = undefined
  }

  async find(): Promise<void> {
    if (this.asking || this.code.length < CODE_DIGITS) return
    this.asking = true
    const answer = await this.#parts.counter.find(this.code)
    this.asking = false
    this.#key = drawKey()
    if (answer.ok) this.go({ name: 'booked', appointment: answer.body.appointment })
    else this.codeProblem = answer.problem
  }

  checkIn({ code }: Appointment): Promise<void> {
    return this.#ask(() => this.#parts.counter.checkIn(this.#key, code))
  }

  /** The same once more, under the same key. */
  again(): Promise<void> {
    return this.#last?.() ?? Promise.resolve()
  }

  /** Whether a printer stands here. */
  get prints(): boolean {
    return this.#parts.prints?.() ?? false
  }

  /** On paper, now or once more. */
  async print(taken: Taken): Promise<void> {
    const { counter } = this.#parts
    this.#show(taken, { paper: 'printing' })
    const outcome = await counter.print(taken, this.language)
    if (outcome === 'printed') void counter.confirm(taken.ticketId).catch(ignored)
    else void counter.unprinted(taken.ticketId).catch(ignored)
    const stillThere = this.step.name === 'number' && this.step.taken.ticketId === taken.ticketId
    if (stillThere) this.#show(taken, outcome === 'printed' ? { paper: outcome } : { unprinted: outcome })
  }

  /** A visitor has the number although it is not on paper. */
  async keepNumber(): Promise<void> {
    if (this.step.name === 'number') await this.#parts.counter.confirm(this.step.taken.ticketId).catch(ignored)
    this.end()
  }

  async giveBack(): Promise<void> {
    if (this.step.name !== 'number') return
    const { ticketId, number } = this.step.taken
    this.go({ name: 'givenBack', number })
    await this.#parts.counter.giveBack(ticketId).catch(ignored)
  }

  touch(): void {
    this.#touchedAt = this.#parts.now()
    this.secondsLeft = secondsToSay(this.step, 0)
  }

  /** To be called about once a second. */
  tick(): void {
    if (this.asking) this.touch()
    const idle = this.#parts.now() - this.#touchedAt
    if (isOver(this.step, idle)) this.#leave()
    else this.secondsLeft = secondsToSay(this.step, idle)
  }

  /** Nothing of this visitor stays. */
  end(): void {
    this.language = this.#parts.language
    this.large = false
    this.reach = false
    this.query = ''
    this.code = ''
    this.codeProblem = undefined
    this.reason = undefined
    this.#key = drawKey()
    this.#last = undefined
    this.go({ name: 'start' })
  }

  /** Untouched for too long; a number that nobody has said they have goes with the visitor. */
  #leave(): void {
    const { step } = this
    if (step.name === 'number' && step.unprinted) void this.#parts.counter.giveBack(step.taken.ticketId).catch(ignored)
    this.end()
  }

  #show(taken: Taken, how: { paper?: Paper; unprinted?: Unprinted }): void {
    this.go({ name: 'number', taken, ...how })
  }

  async #ask(asked: () => Promise<Outcome>, situation?: string): Promise<void> {
    if (this.asking) return
    this.asking = true
    this.#last = () => this.#ask(asked, situation)
    const outcome = await asked()
    this.asking = false
    if (!outcome.ok) return this.go({ name: 'refused', problem: outcome.problem })
    const { unprinted, counter } = this.#parts
    const taken = { ...outcome.taken, ...(situation && { situation }) }
    if (!unprinted && this.prints) return void this.print(taken)
    if (unprinted) void counter.unprinted(taken.ticketId).catch(ignored)
    this.#show(taken, unprinted ? { unprinted } : {})
  }
}

/** The kiosk cannot keep it; the hall goes on without being told. */
const ignored = (): void => undefined

export const [kioskVisit, provideVisit] = createContext<Visit>()
